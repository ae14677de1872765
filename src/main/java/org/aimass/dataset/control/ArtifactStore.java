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
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Every uploaded file, kept once under the SHA-256 of its bytes. No name that a person chose ever reaches the file system:
 * a path is made of a digest or of a random number, and only here.
 */
@ApplicationScoped
public class ArtifactStore {

    /** The largest file that is taken: 2 GB, because a protobuf cannot be larger. */
    public static final long MAX_BYTES = Integer.MAX_VALUE;

    private static final int BUFFER = 1 << 16;

    private final String dataFolder;

    @Inject
    ArtifactStore(@ConfigProperty(name = "aimass.data") String dataFolder) {
        this.dataFolder = dataFolder;
    }

    /** For the container's proxy. */
    protected ArtifactStore() {
        this("");
    }

    /** What was stored. */
    public record Stored(Sha256Digest digest, long bytes) {}

    /**
     * Keeps everything that the stream gives, on the disk before this returns. Holds one buffer of it in memory.
     *
     * @param limit in bytes
     * @throws Refusal TOO_LARGE beyond the limit, INVALID when there is nothing, STORE_FULL when there is no room; nothing
     *     is left behind
     */
    @Allowed({Role.SUBMITTER, Role.SYSTEM})
    public Stored store(InputStream content, long limit) throws IOException {
        Path incoming = folder(incoming()).resolve(UUID.randomUUID().toString());
        try {
            MessageDigest digest = Sha256Digest.newMessageDigest();
            long bytes = write(content, incoming, digest, limit);
            if (bytes == 0) {
                throw Refusal.of(Refusal.Kind.INVALID, "dataset", "refusal.emptyFile")
                        .at("file");
            }
            Sha256Digest name = Sha256Digest.of(digest);
            keep(incoming, place(name));
            return new Stored(name, bytes);
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    /**
     * Where the file lies, for the engine to read; the engine checks the digest while it reads.
     *
     * @throws Refusal NOT_FOUND when there is no such file
     */
    @Allowed(Role.SYSTEM)
    public Path path(Sha256Digest digest) {
        Path place = place(digest);
        if (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
            throw Refusal.notFound();
        }
        return place;
    }

    /**
     * The file's bytes. Reading to the end fails with an {@link IOException} when they are not what they were.
     *
     * @throws Refusal NOT_FOUND when there is no such file
     */
    @Allowed(Role.SYSTEM)
    public InputStream open(Sha256Digest digest) throws IOException {
        return new VerifiedStream(Files.newInputStream(path(digest)), digest);
    }

    /** Removes what uploads that were cut off before the given time have left behind. */
    @Allowed(Role.SYSTEM)
    public void sweep(Instant before) throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder(incoming()))) {
            for (Path leftover : leftovers) {
                if (Files.getLastModifiedTime(leftover).toInstant().isBefore(before)) {
                    Files.deleteIfExists(leftover);
                }
            }
        }
    }

    private static long write(InputStream content, Path target, MessageDigest digest, long limit) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        try (FileChannel out = create(target)) {
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
        return bytes;
    }

    private static FileChannel create(Path target) throws IOException {
        return FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static void append(FileChannel out, ByteBuffer bytes) {
        toDisk(() -> {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        });
    }

    private static void keep(Path incoming, Path place) throws IOException {
        Files.setPosixFilePermissions(incoming, PosixFilePermissions.fromString("r--------"));
        Path shelf = folder(place.resolveSibling(""));
        toDisk(() -> {
            Files.move(incoming, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel directory = FileChannel.open(shelf, StandardOpenOption.READ)) {
                directory.force(true);
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

    private Path incoming() {
        return root().resolve("incoming");
    }

    private Path place(Sha256Digest digest) {
        return root().resolve(digest.hex().substring(0, 2)).resolve(digest.hex());
    }

    private Path root() {
        return Path.of(dataFolder, "store").toAbsolutePath();
    }

    private static Path folder(Path path) {
        try {
            return Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException("the store's folder cannot be made: " + path, e);
        }
    }
}
