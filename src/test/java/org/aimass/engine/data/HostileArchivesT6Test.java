package org.aimass.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.aimass.engine.BadInput;
import org.aimass.engine.BrokenFile;
import org.aimass.engine.Deadline;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T6: archives that want out of their folder, claim what is not so, or grow. Each gets one line. */
class HostileArchivesT6Test {

    private static final int FILE = 0100644;
    private static final int LINK = 0120777;

    @TempDir
    Path folder;

    /** Writes entries into a zip archive. */
    private interface Zipping {
        void into(ZipArchiveOutputStream zip) throws IOException;
    }

    private interface Tarring {
        void into(TarArchiveOutputStream tar) throws IOException;
    }

    private Path zip(Zipping entries) throws IOException {
        Path file = folder.resolve("images.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
            entries.into(zip);
        }
        return file;
    }

    private static void add(ZipArchiveOutputStream zip, String name, byte[] content) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setUnixMode(FILE);
        zip.putArchiveEntry(entry);
        zip.write(content);
        zip.closeArchiveEntry();
    }

    private Path tar(Tarring entries) throws IOException {
        return tar(entries, "images.tar.gz");
    }

    private Path tar(Tarring entries, String name) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            entries.into(tar);
        }
        return file;
    }

    private static void add(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_NORMAL, true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static Archive open(Path file) {
        return Archive.open(file, DataFormat.of(file), Deadline.none());
    }

    private static void refused(String why, Path file) {
        String message = String.valueOf(
                assertThrows(BadInput.class, () -> open(file).close()).getMessage());
        assertTrue(message.contains(why), message);
        assertTrue(message.startsWith(String.valueOf(file.getFileName())) && !message.contains("\n"), message);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void refusedName(String why, String name) throws IOException {
        Path zipped = zip(zip -> add(zip, name.replace('\\', '|'), text("x")));
        byte[] bytes = Files.readAllBytes(zipped);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '|' ? (byte) '\\' : bytes[i]; // which the library would not write
        }
        Files.write(zipped, bytes);
        refused(why, zipped);
        if (!name.startsWith("/")) {
            refused(why, tar(tar -> add(tar, name, text("x"))));
        }
    }

    @Test
    void namesThatLeadOut() throws IOException {
        refusedName("a path that leaves the archive", "../evil.png");
        refusedName("a path that leaves the archive", "a/../../evil.png");
        refusedName("an absolute path", "/etc/evil.png");
        refusedName("a drive letter", "C:evil.png");
        refusedName("a backslash", "a\\..\\evil.png");
        refusedName("an empty part in its path", "a//evil.png");
        refusedName("an empty part in its path", "a/./evil.png");
        refusedName("a control character in its name", "a\u0007.png");
        refusedName("found an entry whose name has 1100 bytes", "n".repeat(1100));
    }

    @Test
    void namesThatAreTwins() throws IOException {
        String why = "names that differ in more than case and Unicode form";
        refused(why, zip(zip -> {
            add(zip, "Face.png", text("1"));
            add(zip, "face.png", text("2"));
        }));
        refused(why, tar(tar -> {
            add(tar, "caf\u00e9.png", text("1"));
            add(tar, "cafe\u0301.png", text("2"));
        }));
        refused(why, zip(zip -> {
            add(zip, "same.png", text("1"));
            add(zip, "same.png", text("2"));
        }));
    }

    @Test
    void linksAndDevices() throws IOException {
        refused("a symbolic link", zip(zip -> {
            ZipArchiveEntry link = new ZipArchiveEntry("link.png");
            link.setUnixMode(LINK);
            zip.putArchiveEntry(link);
            zip.write(text("/etc/passwd"));
            zip.closeArchiveEntry();
        }));
        byte[] kinds = {
            TarConstants.LF_SYMLINK,
            TarConstants.LF_LINK,
            TarConstants.LF_CHR,
            TarConstants.LF_BLK,
            TarConstants.LF_FIFO,
            (byte) '8'
        };
        String[] said = {"a symbolic link", "a hard link", "a device", "a device", "a pipe", "an entry of unknown kind"
        };
        for (int i = 0; i < kinds.length; i++) {
            byte kind = kinds[i];
            refused(said[i], tar(tar -> {
                TarArchiveEntry entry = new TarArchiveEntry("link.png", kind);
                entry.setLinkName("/etc/passwd");
                tar.putArchiveEntry(entry);
                tar.closeArchiveEntry();
            }));
        }
        Files.createDirectory(folder.resolve("images"));
        Files.createSymbolicLink(folder.resolve("images/link.png"), folder.resolve("elsewhere"));
        refused("a symbolic link", folder.resolve("images"));
    }

    @Test
    void bombs() throws IOException {
        refused("at most 100 times as many as packed", zip(zip -> add(zip, "bomb.png", new byte[20 << 20])));
        refused("", tar(tar -> add(tar, "bomb.png", new byte[80 << 20])));
        Path lying = zip(zip -> add(zip, "a.png", new byte[3000]));
        rewrite(lying, 0x02014B50, 24, 2999);
        try (Archive archive = open(lying)) {
            assertEquals(
                    "found content that goes on, expected its end after 2999 bytes, as the archive says",
                    assertThrows(BrokenFile.class, () -> archive.bytes(0)).getMessage());
        }
    }

    /** Headers of a hundred megabytes: read no further than a megabyte. */
    @Test
    void endlessHeaders() throws IOException {
        Path file = folder.resolve("images.tar.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            TarArchiveEntry entry = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
            entry.setSize(100 << 20);
            byte[] header = new byte[512];
            entry.writeEntryHeader(header);
            out.write(header);
            byte[] random = new byte[1 << 20];
            new Random(1).nextBytes(random);
            for (int i = 0; i < 4; i++) {
                out.write(random);
            }
        }
        refused("found headers of more than 1048576 bytes", file);
    }

    @Test
    void whatIsDamaged() throws IOException {
        Path zip = zip(zipped -> {
            add(zipped, "a.png", text("first and only"));
            add(zipped, "b.png", text("second"));
        });
        byte[] whole = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(whole, whole.length / 2));
        refused("a zip archive that cannot be read", zip);
        Files.write(zip, new byte[0]);
        refused("", zip);
        Files.write(zip, whole);
        rewrite(zip, 0x02014B50, 16, 12345); // the checksum
        try (Archive archive = open(zip)) {
            assertEquals(
                    "found content whose checksum is another, expected that of the archive",
                    assertThrows(
                                    BrokenFile.class,
                                    () -> archive.bytes(archive.find("a.png").orElseThrow()))
                            .getMessage());
            assertArrayEquals(
                    text("second"), archive.bytes(archive.find("b.png").orElseThrow()));
        }
        Path tar = tar(tarred -> add(tarred, "a.png", new byte[4000]));
        byte[] all = Files.readAllBytes(tar);
        Files.write(tar, Arrays.copyOf(all, all.length - 12));
        refused("", tar);
        Files.write(tar, text("no gzip"));
        refused("found no gzip stream", tar);
        Path none = folder.resolve("none.tar.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(none))) {
            out.write(text("no tar"));
        }
        refused("", none);
    }

    @Test
    void entriesThatOverlap() throws IOException {
        Path zip = zip(zipped -> {
            add(zipped, "a.png", text("first"));
            add(zipped, "b.png", text("second"));
        });
        int second = find(Files.readAllBytes(zip), 0x02014B50, find(Files.readAllBytes(zip), 0x02014B50, 0) + 4);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(zip)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(second + 42, 0);
        Files.write(zip, bytes.array());
        refused("bytes that belong to another entry too", zip);
    }

    @Test
    void whatNeedsAPassword() throws IOException {
        Path zip = zip(zipped -> add(zipped, "a.png", text("secret")));
        byte[] bytes = Files.readAllBytes(zip);
        bytes[find(bytes, 0x02014B50, 0) + 8] |= 1;
        Files.write(zip, bytes);
        refused("an encrypted file", zip);
    }

    @Test
    void tooManyEntries() throws IOException {
        Path tar = tar(tarred -> {
            for (int i = 0; i <= EntryNames.MOST; i++) {
                add(tarred, "f" + i, new byte[0]);
            }
        });
        refused("found too many entries, expected at most 200000", tar);
    }

    /** The same files in a folder, a zip archive and a tar archive, found by name whatever the order. */
    @Test
    void whatIsWell() throws IOException {
        Path plain = Files.createDirectories(folder.resolve("plain"));
        Files.createDirectories(plain.resolve("faces"));
        Files.writeString(plain.resolve("manifest.csv"), "file\nfaces/\u9762.png\n");
        Files.writeString(plain.resolve("faces/\u9762.png"), "face");
        Path zip = zip(zipped -> {
            zipped.putArchiveEntry(new ZipArchiveEntry("faces/"));
            zipped.closeArchiveEntry();
            add(zipped, "faces/\u9762.png", text("face"));
            add(zipped, "manifest.csv", text("file\nfaces/\u9762.png\n"));
        });
        Path tar = tar(tarred -> {
            add(tarred, "manifest.csv", text("file\nfaces/\u9762.png\n"));
            add(tarred, "./faces/\u9762.png", text("face"));
        });
        for (Path each : new Path[] {plain, zip, tar}) {
            try (Archive archive = open(each)) {
                assertEquals(2, archive.files());
                assertArrayEquals(text("face"), archive.bytes(archive.get("faces/\u9762.png")));
                assertEquals(
                        "found \"faces/x.png\", expected the name of a file of " + each.getFileName(),
                        assertThrows(BrokenFile.class, () -> archive.get("faces/x.png"))
                                .getMessage());
                assertTrue(archive.totalBytes() > 0);
            }
            try (RowReader rows = RowReader.open(each, DataFormat.of(each))) {
                assertEquals(List.of("file"), rows.columns());
                assertTrue(rows.files().isPresent());
            }
        }
    }

    private static void rewrite(Path file, int signature, int offset, int value) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(find(bytes.array(), signature, 0) + offset, value);
        Files.write(file, bytes.array());
    }

    private static int find(byte[] bytes, int signature, int from) {
        ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = from; at < bytes.length - 4; at++) {
            if (all.getInt(at) == signature) {
                return at;
            }
        }
        throw new AssertionError("no such header");
    }
}
