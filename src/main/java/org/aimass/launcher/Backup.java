package org.aimass.launcher;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a data folder into one archive, also while the portal runs: first the databases, both as they are at one moment; then the stored
 * files, which are only ever added, so that whatever the databases name is among them. The archive ends with the SHA-256 of every file,
 * as {@code sha256sum --check} reads it.
 */
final class Backup {
    static final String SUMS = "SHA256SUMS";

    private final Path data;
    private final Map<String, String> sums = new TreeMap<>();
    private final List<String> changed = new ArrayList<>();

    private Backup(Path data) {
        this.data = data;
    }

    /**
     * What was written.
     *
     * @param files how many
     * @param bytes of the archive
     * @param databases those among the files
     * @param changed stored files whose bytes are no longer those that were stored; the archive holds them as they are
     */
    record Report(int files, long bytes, List<String> databases, List<String> changed) {}

    /**
     * @param archive a file that does not exist; it appears whole or not at all, for its owner only
     * @throws CannotStart if there is nothing to back up, or the archive cannot be written
     */
    static Report write(Path data, Path archive) throws CannotStart {
        if (!Files.isRegularFile(data.resolve(DataFolder.MARK))) {
            throw new CannotStart("there is no portal's data in " + data + "; set AIMASS_DATA");
        }
        if (Files.exists(archive)) {
            throw new CannotStart(archive + " is there already; a backup overwrites nothing");
        }
        Path unfinished = archive.resolveSibling(archive.getFileName() + ".unfinished");
        Path copies = archive.resolveSibling(archive.getFileName() + ".databases");
        try {
            Files.createDirectory(copies);
            try {
                DataFolder.ownerOnly(copies, "rwx------");
                Backup backup = new Backup(data);
                backup.write(unfinished, copies, backup.copyDatabases(copies));
                Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
                return backup.report(archive);
            } finally {
                DataFolder.remove(copies);
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new CannotStart("the backup cannot be written: " + e, e);
        }
    }

    private Report report(Path archive) throws IOException {
        List<String> databases =
                BackedUpFiles.DATABASES.stream().filter(sums::containsKey).toList();
        return new Report(sums.size(), Files.size(archive), databases, List.copyOf(changed));
    }

    /** Both at one moment: while nothing runs here, or while everything holds still. */
    private List<String> copyDatabases(Path copies) throws IOException, CannotStart {
        Closeable still = still();
        try (still) {
            List<String> databases = BackedUpFiles.databases(data);
            for (String name : databases) {
                Path copy = copies.resolve(name);
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(data.resolve(name), copy);
            }
            return databases;
        }
    }

    private Closeable still() throws IOException, CannotStart {
        Optional<DataFolder> idle = DataFolder.takeIfIdle(data);
        return idle.isPresent() ? idle.get() : StillServers.of(data.resolve(DataFolder.MARK));
    }

    private void write(Path unfinished, Path copies, List<String> databases) throws IOException {
        Files.createFile(unfinished);
        DataFolder.ownerOnly(unfinished, "rw-------");
        try (ZipOutputStream zip =
                new ZipOutputStream(Files.newOutputStream(unfinished, StandardOpenOption.TRUNCATE_EXISTING))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (String name : databases) {
                add(zip, name, copies.resolve(name));
            }
            for (String name : BackedUpFiles.settled(data)) {
                add(zip, name, data.resolve(name));
            }
            zip.putNextEntry(new ZipEntry(SUMS));
            for (Map.Entry<String, String> sum : sums.entrySet()) {
                zip.write((sum.getValue() + "  " + sum.getKey() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            zip.closeEntry();
        }
        DataFolder.toDisk(unfinished);
    }

    private void add(ZipOutputStream zip, String name, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        DigestOutputStream digested = new DigestOutputStream(zip, Checksums.newDigest());
        Files.copy(file, (OutputStream) digested);
        String sha256 = Checksums.hex(digested.getMessageDigest());
        sums.put(name, sha256);
        if (BackedUpFiles.contradicts(name, sha256)) {
            changed.add(name);
        }
        zip.closeEntry();
    }
}
