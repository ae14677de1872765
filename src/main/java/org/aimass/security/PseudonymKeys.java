package org.aimass.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The folder of the controllers' keys: one file {@code subject-<organization id>.key} each, of one line "id secret", that only
 * the portal's own account may read. Lose it, and nobody finds their records any more.
 */
final class PseudonymKeys {

    private final Path folder;

    PseudonymKeys(Path folder) {
        this.folder = folder;
    }

    /** Two that ask at once for a new controller get the same key: a key appears whole, and never replaces another. */
    PseudonymKey keyOf(UUID controllerOrganizationId) {
        Path file = folder.resolve("subject-" + controllerOrganizationId + ".key");
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or make " + file, e);
        }
    }

    List<PseudonymKey> all() {
        List<PseudonymKey> keys = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return keys;
        }
        try (var files = Files.newDirectoryStream(folder, "subject-*.key")) {
            for (Path file : files) {
                keys.add(read(file));
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the keys in " + folder, e);
        }
    }

    private static PseudonymKey read(Path file) throws IOException {
        String[] parts = Files.readString(file, US_ASCII).strip().split(" ", -1);
        if (parts.length != 2) {
            throw new IOException(file + " is not a pseudonym key");
        }
        return new PseudonymKey(parts[0], parts[1]);
    }

    private void create(Path file) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path draft = folder.resolve("." + UUID.randomUUID() + ".draft");
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel out =
                FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            PseudonymKey key = PseudonymKey.random();
            ByteBuffer line = US_ASCII.encode(key.id() + " " + key.secret() + "\n");
            while (line.hasRemaining()) {
                out.write(line);
            }
            out.force(true);
        }
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // another thread or node was first: its key counts
        } finally {
            Files.delete(draft);
        }
    }
}
