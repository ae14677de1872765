package org.aimass.dataset.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the pieces of unfinished uploads lie: one file each, beside the store and on its disk, named by the upload's id. */
@ApplicationScoped
class UploadFiles {

    /** What stays free for everything that is no upload: 128 MiB. */
    private static final long RESERVE = 128L << 20;

    private final String dataFolder;

    @Inject
    UploadFiles(@ConfigProperty(name = "aimass.data") String dataFolder) {
        this.dataFolder = dataFolder;
    }

    /** For the container's proxy. */
    protected UploadFiles() {
        this("");
    }

    /** @throws Refusal STORE_FULL when the disk has no room for so many bytes */
    void demandRoom(long bytes) throws IOException {
        if (Files.getFileStore(folder()).getUsableSpace() - RESERVE < bytes) {
            throw full();
        }
    }

    /**
     * Writes a piece to the disk itself. What a cut left behind its place is written over.
     *
     * @throws Refusal STORE_FULL when the disk does not take it
     */
    void write(UUID upload, long offset, byte[] piece) throws IOException {
        demandRoom(piece.length);
        try (FileChannel file = FileChannel.open(
                path(upload), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
            if (file.size() < offset) {
                throw new IOException("the file of upload " + upload + " is shorter than what was taken");
            }
            put(file, offset, piece);
        } catch (IOException e) {
            Refusal refusal = full();
            refusal.initCause(e);
            throw refusal;
        }
    }

    /** All of it or nothing: half a piece would hold room that the disk has not. */
    private static void put(FileChannel file, long offset, byte[] piece) throws IOException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(piece);
            while (bytes.hasRemaining()) {
                file.write(bytes, offset + bytes.position());
            }
            file.truncate(offset + piece.length);
            file.force(true);
        } catch (IOException e) {
            file.truncate(offset);
            throw e;
        }
    }

    Sha256Digest digest(UUID upload) throws IOException {
        MessageDigest digest = Sha256Digest.newMessageDigest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(path(upload)), digest)) {
            byte[] buffer = new byte[1 << 16];
            while (in.read(buffer) >= 0) {
                // only the digest wants it
            }
        }
        return Sha256Digest.of(digest);
    }

    Path path(UUID upload) {
        return folder().resolve(upload.toString());
    }

    void delete(UUID upload) {
        try {
            Files.deleteIfExists(path(upload));
        } catch (IOException e) {
            throw new UncheckedIOException("an upload's file cannot be removed", e);
        }
    }

    /** Removes what was not written to since and what nobody knows. */
    void sweep(Instant before, Predicate<UUID> known) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder())) {
            for (Path file : files) {
                boolean old = Files.getLastModifiedTime(file).toInstant().isBefore(before);
                if (old && !known.test(UUID.fromString(file.getFileName().toString()))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path folder() {
        try {
            return Files.createDirectories(
                    Path.of(dataFolder, "store", "uploads").toAbsolutePath(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for uploads cannot be made", e);
        }
    }

    private static Refusal full() {
        return Refusal.of(Refusal.Kind.STORE_FULL, "dataset", "refusal.storeFull")
                .at("file");
    }
}
