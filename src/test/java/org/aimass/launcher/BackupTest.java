package org.aimass.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R19, without the servers: what goes into a backup comes out of it, and nothing else does. */
class BackupTest {
    private static final String TABLE = "age,label\n30,1\n";
    private static final String STORED = "store/1c/1cbb3c4cd9fcdf4ae2dbcb3a0ef1d3e9b9d9b8c4d13ffd8e1a8d4c8b9c7f0a11";

    @TempDir
    Path folder;

    private Path data;
    private Path archive;
    private String stored;

    @BeforeEach
    void aDataFolder() throws IOException {
        data = folder.resolve("data");
        archive = folder.resolve("aimass.zip");
        stored = sha256(TABLE);
        write(DataFolder.MARK, "");
        write("portal.mv.db", "the portal's tables");
        write("keycloak/h2/keycloak.mv.db", "accounts");
        write("keycloak/founded.properties", "imported=true");
        write("secrets.properties", "database=abc");
        write("keys/subject-1.key", "k1 secret");
        write("store/" + stored.substring(0, 2) + "/" + stored, TABLE);
    }

    @Test
    void holdsWhatCannotBeMadeAgainAndNothingElse() throws Exception {
        write("log/portal.log", "{}");
        write("run/preboot.txt", "set");
        write("jobs/1/job.json", "{}");
        write("store/incoming/half", "half");
        write("keycloak/data/import/aimass-realm.json", "passwords");
        Backup.Report report = Backup.write(data, archive);

        assertEquals(6, report.files());
        assertEquals(List.of("portal.mv.db", "keycloak/h2/keycloak.mv.db"), report.databases());
        assertEquals(List.of(), report.changed());
        assertEquals("rw-------", modes(archive));
        try (Stream<Path> beside = Files.list(folder)) {
            assertEquals(List.of(archive, data), beside.sorted().toList(), "nothing else is left");
        }
    }

    @Test
    void comesBackByteByByteForItsOwnerOnly() throws Exception {
        Map<String, String> before = contents(data);
        Backup.write(data, archive);
        Path target = folder.resolve("new/data");
        Backup.Report report = Restore.read(archive, target);

        assertEquals(before, contents(target));
        assertEquals(6, report.files());
        assertEquals("rw-------", modes(target.resolve("secrets.properties")));
        assertEquals("rw-------", modes(target.resolve("keys/subject-1.key")));
        assertEquals("rwx------", modes(target.resolve("keys")));
        assertEquals(
                "r--------",
                modes(target.resolve("store").resolve(stored.substring(0, 2)).resolve(stored)));
    }

    @Test
    void neitherOverwritesAnything() throws Exception {
        Backup.write(data, archive);

        assertEquals(
                archive + " is there already; a backup overwrites nothing",
                assertThrows(CannotStart.class, () -> Backup.write(data, archive))
                        .getMessage());
        CannotStart refused = assertThrows(CannotStart.class, () -> Restore.read(archive, data));
        assertTrue(said(refused).contains("is not empty; a restore overwrites nothing"), said(refused));
        assertEquals("database=abc", Files.readString(data.resolve("secrets.properties")));
    }

    @Test
    void aPortalThatRunsKeepsAnybodyFromRestoringThere() throws Exception {
        Backup.write(data, archive);
        Path target = folder.resolve("other");
        try (DataFolder running = DataFolder.take(target, () -> {})) {
            CannotStart refused = assertThrows(CannotStart.class, () -> Restore.read(archive, running.path()));
            assertTrue(said(refused).startsWith("another AI Mass is running"), said(refused));
        }
    }

    @Test
    void aStoredFileThatChangedIsNamedAndKeptAsItIs() throws Exception {
        String name = "store/" + stored.substring(0, 2) + "/" + stored;
        write(name, TABLE + "31,0\n");
        assertEquals(List.of(name), Backup.write(data, archive).changed());

        Restore.read(archive, folder.resolve("new"));
        assertEquals(TABLE + "31,0\n", Files.readString(folder.resolve("new").resolve(name)));
    }

    @Test
    void anArchiveThatChangedIsRefusedWhole() throws Exception {
        Backup.write(data, archive);
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + archive.toUri()), Map.of())) {
            Files.writeString(zip.getPath("keys/subject-1.key"), "k1 another");
        }
        refuses("keys/subject-1.key in the archive is not what was backed up; nothing was restored");
    }

    @Test
    void anArchiveThatLacksAFileOrHasOneTooManyIsRefusedWhole() throws Exception {
        Backup.write(data, archive);
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + archive.toUri()), Map.of())) {
            Files.delete(zip.getPath("keys/subject-1.key"));
        }
        refuses("the archive does not hold the files that its SHA256SUMS names");
        Files.delete(archive);
        Backup.write(data, archive);
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + archive.toUri()), Map.of())) {
            Files.copy(data.resolve("keys/subject-1.key"), zip.getPath("keys.key"));
        }
        refuses("the archive does not hold the files that its SHA256SUMS names");
    }

    /** T6, T9: a name is one of ours or none. */
    @Test
    void noNameLeadsOutOfTheFolder() throws Exception {
        for (String name : List.of(
                "../evil",
                "/etc/evil",
                "keys/../../evil",
                "keys/..",
                "store/../x",
                "run/preboot.txt",
                STORED + "/x",
                "keys\\..\\evil")) {
            Files.deleteIfExists(archive);
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
                add(zip, name, "evil");
                add(zip, Backup.SUMS, sha256("evil") + "  " + name + "\n");
            }
            refuses("the archive names what no backup holds: " + sha256("evil") + "  " + name);
        }
        assertFalse(Files.exists(folder.resolve("evil")));
    }

    @Test
    void whatIsNoBackupIsRefusedInOneLine() throws Exception {
        Files.writeString(archive, "not a zip");
        CannotStart refused = assertThrows(CannotStart.class, () -> Restore.read(archive, folder.resolve("new")));
        assertTrue(said(refused).startsWith(archive + " is not a backup: "), said(refused));
        CannotStart missing =
                assertThrows(CannotStart.class, () -> Restore.read(folder.resolve("none"), folder.resolve("new")));
        assertEquals("there is no " + folder.resolve("none"), missing.getMessage());
        CannotStart nothing = assertThrows(CannotStart.class, () -> Backup.write(folder.resolve("new2"), archive));
        assertEquals(
                "there is no portal's data in " + folder.resolve("new2") + "; set AIMASS_DATA", nothing.getMessage());
    }

    private void refuses(String reason) throws IOException {
        Path target = folder.resolve("refused");
        assertEquals(
                reason,
                assertThrows(CannotStart.class, () -> Restore.read(archive, target))
                        .getMessage());
        assertEquals(Map.of(DataFolder.MARK, ""), contents(target), "nothing is left of it");
    }

    private void write(String name, String text) throws IOException {
        Path file = data.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        ((OutputStream) zip).write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static Map<String, String> contents(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private static String sha256(String text) {
        var digest = Checksums.newDigest();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return Checksums.hex(digest);
    }

    private static String modes(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static String said(CannotStart refused) {
        return Objects.requireNonNull(refused.getMessage());
    }
}
