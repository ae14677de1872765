package org.aimass.dataset.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.dataset.entity.StoredBytes;
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
        Path aside = folder(incoming()).resolve(UUID.randomUUID().toString());
        try (IncomingFile file = new IncomingFile(aside)) {
            Stored stored = file.write(content, limit);
            if (stored.bytes() == 0) {
                throw Refusal.of(Refusal.Kind.INVALID, "dataset", "refusal.emptyFile")
                        .at("file");
            }
            Path place = place(stored.digest());
            folder(place.resolveSibling(""));
            file.moveTo(place);
            return stored;
        }
    }

    /** Takes in a file that lies on the store's own disk and is known to have this digest; does nothing when it is there. */
    void adopt(Path file, Sha256Digest digest) throws IOException {
        Path place = place(digest);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            folder(place.resolveSibling(""));
            try (IncomingFile incoming = new IncomingFile(file)) {
                incoming.moveTo(place);
            }
        } else {
            path(digest);
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
     * The file's bytes. Reading to the end fails with an {@link IOException} when they are not what they were. Whether the
     * asker may have the model or dataset they belong to, the caller has found out.
     *
     * @throws Refusal NOT_FOUND when there is no such file
     */
    @Allowed({Role.SYSTEM, Role.SUBMITTER, Role.AUDITOR, Role.ORGANIZATION_ADMIN})
    public InputStream open(Sha256Digest digest) throws IOException {
        return new VerifiedStream(Files.newInputStream(path(digest)), digest);
    }

    /** As {@link #path}, for whoever in this room has found out that the asker may have it read. */
    Path place(DatasetVersion version) {
        return path(version.sha256());
    }

    /** The file's first bytes, so many or fewer. */
    byte[] start(Sha256Digest digest, int bytes) throws IOException {
        try (InputStream in = Files.newInputStream(path(digest))) {
            return in.readNBytes(bytes);
        }
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

    /** Counts what is kept, without what is still coming in; reads every folder, so it is nothing for a page. */
    @Allowed(Role.SYSTEM)
    public StoredBytes measure() throws IOException {
        StoredBytes found = StoredBytes.NONE;
        for (Path file : kept()) {
            found = found.plus(new StoredBytes(1, Files.size(file)));
        }
        return found;
    }

    /** What is kept, by the digests that its names say. */
    List<Sha256Digest> digests() throws IOException {
        return kept().stream()
                .map(file -> new Sha256Digest(String.valueOf(file.getFileName())))
                .toList();
    }

    private List<Path> kept() throws IOException {
        List<Path> kept = new ArrayList<>();
        try (DirectoryStream<Path> shelves = Files.newDirectoryStream(folder(root()), "[0-9a-f][0-9a-f]")) {
            for (Path shelf : shelves) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(shelf)) {
                    files.forEach(kept::add);
                }
            }
        }
        return kept;
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
