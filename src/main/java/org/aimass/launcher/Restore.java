package org.aimass.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Puts what {@link Backup} wrote into an empty data folder. Every file is checked against its SHA-256 before the first one is put in its
 * place; an archive that lacks one, has one too many or has a changed one is refused whole.
 */
final class Restore {
    private static final String ASIDE = ".restoring";
    private static final long SUMS_AT_MOST = 1L << 30;

    private final ZipFile archive;
    private final Path data;

    private Restore(ZipFile archive, Path data) {
        this.archive = archive;
        this.data = data;
    }

    /** @throws CannotStart if the folder holds anything, or the archive is not a whole backup; the folder is as it was then */
    static Backup.Report read(Path file, Path target) throws CannotStart {
        try (ZipFile archive = new ZipFile(file.toFile());
                DataFolder folder = DataFolder.take(target, () -> {})) {
            demandEmpty(target);
            return new Restore(archive, folder.path()).run(file);
        } catch (NoSuchFileException e) {
            throw new CannotStart("there is no " + file, e);
        } catch (ZipException e) {
            throw new CannotStart(file + " is not a backup: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CannotStart("the backup cannot be restored: " + e, e);
        }
    }

    private static void demandEmpty(Path target) throws IOException, CannotStart {
        try (Stream<Path> inside = Files.list(target)) {
            if (inside.anyMatch(path -> !path.endsWith(DataFolder.MARK))) {
                throw new CannotStart(
                        "the data folder " + target
                                + " is not empty; a restore overwrites nothing: move it away, or choose another folder by AIMASS_DATA");
            }
        }
    }

    private Backup.Report run(Path file) throws IOException, CannotStart {
        Map<String, String> sums = sums();
        demandTheSameNames(sums);
        Path aside = data.resolve(ASIDE);
        try {
            for (Map.Entry<String, String> sum : sums.entrySet()) {
                unpack(sum.getKey(), sum.getValue(), aside);
            }
            forItsOwner(aside);
            try (Stream<Path> top = Files.list(aside)) {
                for (Path each : top.toList()) {
                    Files.move(each, data.resolve(String.valueOf(each.getFileName())));
                }
            }
        } finally {
            DataFolder.remove(aside);
        }
        List<String> databases = BackedUpFiles.databases(data);
        return new Backup.Report(sums.size(), Files.size(file), databases, List.of());
    }

    private Map<String, String> sums() throws IOException, CannotStart {
        ZipEntry entry = archive.getEntry(Backup.SUMS);
        if (entry == null || entry.getSize() > SUMS_AT_MOST) {
            throw new CannotStart("the archive has no " + Backup.SUMS + "; it is not a whole backup");
        }
        Map<String, String> sums = new TreeMap<>();
        try (InputStream in = archive.getInputStream(entry)) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                String[] parts = line.split("  ", 2);
                if (parts.length != 2 || !BackedUpFiles.mayHold(parts[1])) {
                    throw new CannotStart("the archive names what no backup holds: " + line);
                }
                sums.put(parts[1], parts[0]);
            }
        }
        return sums;
    }

    private void demandTheSameNames(Map<String, String> sums) throws CannotStart {
        TreeSet<String> names = new TreeSet<>();
        for (Enumeration<? extends ZipEntry> entries = archive.entries(); entries.hasMoreElements(); ) {
            names.add(entries.nextElement().getName());
        }
        names.remove(Backup.SUMS);
        if (!names.equals(sums.keySet())) {
            throw new CannotStart("the archive does not hold the files that its " + Backup.SUMS + " names");
        }
    }

    private void unpack(String name, String sha256, Path aside) throws IOException, CannotStart {
        Path place = aside.resolve(name);
        Files.createDirectories(place.resolveSibling(""));
        try (InputStream in = archive.getInputStream(archive.getEntry(name));
                OutputStream out = Files.newOutputStream(place, StandardOpenOption.CREATE_NEW);
                DigestOutputStream digested = new DigestOutputStream(out, Checksums.newDigest())) {
            in.transferTo(digested);
            if (!Checksums.hex(digested.getMessageDigest()).equals(sha256)) {
                throw new CannotStart(name + " in the archive is not what was backed up; nothing was restored");
            }
        }
        DataFolder.ownerOnly(place, name.startsWith("store/") ? "r--------" : "rw-------");
        DataFolder.toDisk(place);
    }

    private static void forItsOwner(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path folder : all.filter(Files::isDirectory).toList()) {
                DataFolder.ownerOnly(folder, "rwx------");
            }
        }
    }
}
