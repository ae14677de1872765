package org.aimass.dataset.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Measured;
import org.aimass.shared.Reading;
import org.aimass.shared.Sha256Digest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which stored files were found to be no longer what their digest names: an empty file of that name each, beside the store, so that
 * every node and the next start know of them.
 */
@ApplicationScoped
@Allowed(Role.SYSTEM)
public class ChangedFiles implements Measured {

    private final String dataFolder;

    @Inject
    ChangedFiles(@ConfigProperty(name = "aimass.data") String dataFolder) {
        this.dataFolder = dataFolder;
    }

    /** For the container's proxy. */
    protected ChangedFiles() {
        this("");
    }

    /** Whether the file was changed when it was looked at last. Whoever asks may see what it belongs to. */
    @Allowed({Role.SUBMITTER, Role.AUDITOR, Role.APPROVER, Role.ORGANIZATION_ADMIN, Role.PORTAL_ADMIN, Role.SYSTEM})
    public boolean has(Sha256Digest digest) {
        return Files.exists(mark(digest), LinkOption.NOFOLLOW_LINKS);
    }

    /** All of them, by digest. */
    @Allowed({Role.PORTAL_ADMIN, Role.SYSTEM})
    public List<Sha256Digest> all() {
        try (Stream<Path> marks = Files.list(folder())) {
            return marks.map(mark -> new Sha256Digest(String.valueOf(mark.getFileName())))
                    .sorted((one, other) -> one.hex().compareTo(other.hex()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the list of changed files cannot be read", e);
        }
    }

    void remember(Sha256Digest digest, boolean intact) throws IOException {
        if (intact) {
            Files.deleteIfExists(mark(digest));
        } else if (!has(digest)) {
            folder();
            Files.createFile(mark(digest));
        }
    }

    @Override
    public List<Reading> readings() {
        return List.of(Reading.gauge(
                "aimass_store_changed_files",
                "Stored files that are no longer what their digest names.",
                all().size()));
    }

    private Path mark(Sha256Digest digest) {
        return root().resolve(digest.hex());
    }

    private Path folder() throws IOException {
        return Files.createDirectories(
                root(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private Path root() {
        return Path.of(dataFolder, "changed").toAbsolutePath();
    }
}
