package org.aimass.engine.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import org.aimass.engine.Deadline;
import org.aimass.engine.OneLine;
import org.aimass.shared.Sha256Digest;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A zip archive, read by its central directory: what an entry unpacks to must have the length and checksum promised there. */
final class ZipArchive extends Archive {

    private final Path path;
    private final ZipFile zip;
    private final List<ZipArchiveEntry> entries;

    private ZipArchive(Path path, ZipFile zip, EntryNames names, List<ZipArchiveEntry> entries) {
        super(FileBytes.name(path), names);
        this.path = path;
        this.zip = zip;
        this.entries = entries;
    }

    static ZipArchive open(Path path, Deadline deadline) {
        FileBytes.demandFile(path);
        EntryNames names = new EntryNames(FileBytes.name(path));
        try {
            ZipFile zip = ZipFile.builder()
                    .setPath(path)
                    .setUseUnicodeExtraFields(false)
                    .get();
            try {
                return new ZipArchive(path, zip, names, files(zip, names, deadline));
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw names.unreadable("a zip archive that cannot be read", e);
        }
    }

    private static List<ZipArchiveEntry> files(ZipFile zip, EntryNames names, Deadline deadline) throws IOException {
        List<ZipArchiveEntry> files = new ArrayList<>();
        long behindLast = 0;
        long sum = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
            deadline.check();
            if (entry.getName().endsWith("/")) {
                names.addFolder(entry.getRawName());
            } else {
                names.addFile(entry.getRawName());
                demandPlain(entry, names);
                sum += entry.getSize();
                if (sum > LARGEST_SUM) {
                    throw names.refused(
                            entry.getName(),
                            "more bytes",
                            "at most " + (LARGEST_SUM >> 30) + " GiB in all files together");
                }
                files.add(entry);
            }
            if (entry.getLocalHeaderOffset() < behindLast) {
                throw names.refused(
                        entry.getName(), "bytes that belong to another entry too", "entries that do not overlap");
            }
            behindLast = entry.getDataOffset() + entry.getCompressedSize();
        }
        return files;
    }

    private static void demandPlain(ZipArchiveEntry entry, EntryNames names) {
        String name = entry.getName();
        if (entry.isUnixSymlink()) {
            throw names.refused(name, "a symbolic link", "a file");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw names.refused(name, "an encrypted file", "one that needs no password");
        }
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            throw names.refused(name, "packing method " + entry.getMethod(), "files stored or deflated");
        }
        long length = entry.getSize();
        long packed = entry.getCompressedSize();
        if (length < 0 || packed < 0 || length > LARGEST_ENTRY) {
            throw names.refused(name, length + " bytes", "from 0 to " + (LARGEST_ENTRY >> 30) + " GiB");
        }
        if (length > FREE && length > RATIO * packed) {
            throw names.refused(
                    name, length + " bytes packed into " + packed, "at most " + RATIO + " times as many as packed");
        }
    }

    @Override
    long length(int file) {
        return entries.get(file).getSize();
    }

    @Override
    InputStream stream(int file) throws IOException {
        ZipArchiveEntry entry = entries.get(file);
        InputStream content = zip.getInputStream(entry);
        if (content == null) {
            throw new IOException("no content of " + OneLine.quoted(entry.getName()));
        }
        return new Unpacked(content, entry.getSize(), entry.getCrc());
    }

    @Override
    public long totalBytes() {
        return FileBytes.size(path);
    }

    @Override
    public Sha256Digest digest() {
        try (FileBytes all = FileBytes.open(path)) {
            return all.finish();
        } catch (IOException e) {
            throw FileBytes.unreadable(path, e);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            // it was only read
        }
    }
}
