package org.aimass.engine.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.shared.Sha256Digest;

/**
 * A folder and all that is below it. Its digest is the SHA-256 of one line for each file, {@code DIGEST}, two blanks,
 * {@code NAME}, sorted by the bytes of the names: what {@code find . -type f -printf '%P\0' | LC_ALL=C sort -z | xargs -0
 * sha256sum | sha256sum} prints.
 */
final class FolderArchive extends Archive {

    private final Path folder;
    private final Deadline deadline;
    private final long[] lengths;

    private FolderArchive(Path root, String label, EntryNames names, long[] lengths, Deadline deadline) {
        super(label, names);
        folder = root;
        this.lengths = lengths;
        this.deadline = deadline;
    }

    static FolderArchive open(Path folder, Deadline deadline) {
        String label = FileBytes.name(folder);
        if (!Files.isDirectory(folder)) {
            throw new BadInput(label + ": found no folder, expected one");
        }
        try {
            Path root = folder.toRealPath();
            EntryNames names = new EntryNames(label);
            Walk walk = new Walk(root, names, deadline);
            Files.walkFileTree(root, walk);
            walk.found.sort((one, other) -> Arrays.compareUnsigned(one.name, other.name));
            walk.found.forEach(file -> names.addFile(file.name));
            long[] lengths = walk.found.stream().mapToLong(Found::length).toArray();
            return new FolderArchive(root, label, names, lengths, deadline);
        } catch (IOException e) {
            throw FileBytes.unreadable(folder, e);
        }
    }

    private record Found(
            @SuppressWarnings("ArrayRecordComponent") byte[] name, long length) {}

    /** Collects files; follows no link. */
    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Path root;
        private final EntryNames names;
        private final Deadline deadline;
        private final List<Found> found = new ArrayList<>();

        Walk(Path root, EntryNames names, Deadline deadline) {
            this.root = root;
            this.names = names;
            this.deadline = deadline;
        }

        @Override
        public FileVisitResult visitFile(Path entry, BasicFileAttributes attributes) {
            deadline.check();
            String name = name(entry);
            if (!attributes.isRegularFile()) {
                String kind = attributes.isSymbolicLink() ? "a symbolic link" : "neither a file nor a folder";
                throw names.refused(name, kind, "a file");
            }
            if (attributes.size() > LARGEST_ENTRY) {
                throw names.refused(name, attributes.size() + " bytes", "at most " + (LARGEST_ENTRY >> 30) + " GiB");
            }
            if (found.size() == EntryNames.MOST) {
                throw names.tooMany();
            }
            found.add(new Found(name.getBytes(StandardCharsets.UTF_8), attributes.size()));
            return FileVisitResult.CONTINUE;
        }

        private String name(Path entry) {
            List<String> parts = new ArrayList<>();
            root.relativize(entry).forEach(part -> parts.add(part.toString()));
            return String.join("/", parts);
        }
    }

    @Override
    long length(int file) {
        return lengths[file];
    }

    @Override
    InputStream stream(int file) throws IOException {
        return Files.newInputStream(folder.resolve(name(file)), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public long totalBytes() {
        return Arrays.stream(lengths).sum();
    }

    @Override
    public Sha256Digest digest() {
        MessageDigest list = Sha256Digest.newMessageDigest();
        for (int file = 0; file < files(); file++) {
            deadline.check();
            Path path = folder.resolve(name(file));
            try (FileBytes bytes = FileBytes.open(path)) {
                String line = bytes.finish().hex() + "  " + name(file) + "\n";
                list.update(line.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw FileBytes.unreadable(path, e);
            }
        }
        return Sha256Digest.of(list);
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
