package org.aimass.dataset.control;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import org.aimass.dataset.control.ArtifactStore.Stored;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;

/** A file on its way into the store: written aside, and moved to its place in one step. Closing it removes what is left aside. */
final class IncomingFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path aside;

    IncomingFile(Path aside) {
        this.aside = aside;
    }

    /** Writes everything that the stream gives, to the disk itself. */
    Stored write(InputStream content, long limit) throws IOException {
        MessageDigest digest = Sha256Digest.newMessageDigest();
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        try (FileChannel out = FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > limit) {
                    throw Refusal.of(Refusal.Kind.TOO_LARGE, "dataset", "refusal.fileTooLarge", limit >> 20)
                            .at("file");
                }
                digest.update(buffer, 0, read);
                append(out, ByteBuffer.wrap(buffer, 0, read));
            }
            toDisk(() -> out.force(true));
        }
        return new Stored(Sha256Digest.of(digest), bytes);
    }

    /** Puts it where it belongs, for its owner to read only. */
    void moveTo(Path place) throws IOException {
        Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("r--------"));
        toDisk(() -> {
            Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel shelf = FileChannel.open(place.resolveSibling(""), StandardOpenOption.READ)) {
                shelf.force(true);
            }
        });
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(aside);
    }

    private static void append(FileChannel out, ByteBuffer bytes) {
        toDisk(() -> {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        });
    }

    /** A disk that does not take what it is given is full, or as good as full: nothing can be submitted now. */
    private static void toDisk(DiskWork work) {
        try {
            work.run();
        } catch (IOException e) {
            Refusal refusal = Refusal.of(Refusal.Kind.STORE_FULL, "dataset", "refusal.storeFull")
                    .at("file");
            refusal.initCause(e);
            throw refusal;
        }
    }

    private interface DiskWork {
        void run() throws IOException;
    }
}
