package org.aimass.child;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.aimass.database.DatabaseReady;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The folders that children work in: one per portal process, held by a file lock for as long as it lives, and in it a fresh
 * one per job. What a killed portal has left behind, its children included, is removed when a portal starts.
 */
@ApplicationScoped
public class JobFolders {

    private static final Logger LOG = System.getLogger(JobFolders.class.getName());
    private static final String LOCK = "portal.lock";

    private final String dataFolder;

    private @Nullable Path mine;
    private @Nullable FileChannel lock;
    private final Thread atEnd = new Thread(this::remove, "aimass-jobs");

    @Inject
    JobFolders(@ConfigProperty(name = "aimass.data") String dataFolder) {
        this.dataFolder = dataFolder;
    }

    /** For the container's proxy. */
    protected JobFolders() {
        this("");
    }

    /** A fresh folder that only this user may enter. */
    synchronized JobFolder create() {
        try {
            return new JobFolder(privateFolder(mine().resolve(UUID.randomUUID().toString())));
        } catch (IOException e) {
            throw new UncheckedIOException("no folder can be made for a job", e);
        }
    }

    void start(@Observes DatabaseReady event) {
        try {
            mine();
            removeAbandoned();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the folders of earlier jobs could not be removed", e);
        }
    }

    private Path mine() throws IOException {
        Path folder = mine;
        if (folder == null) {
            folder = privateFolder(root().resolve(UUID.randomUUID().toString()));
            lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                throw new IOException("somebody else holds " + folder);
            }
            mine = folder;
            // the server tells its applications nothing when it is stopped
            Runtime.getRuntime().addShutdownHook(atEnd);
        }
        return folder;
    }

    private void removeAbandoned() throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root(), Files::isDirectory)) {
            for (Path folder : folders) {
                if (!folder.equals(mine)) {
                    removeIfAbandoned(folder);
                }
            }
        }
    }

    private static void removeIfAbandoned(Path folder) throws IOException {
        try (FileChannel theirs =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = theirs.tryLock()) {
            if (held == null) {
                return;
            }
            killJobs(folder);
        } catch (OverlappingFileLockException e) {
            return; // held in this very process
        }
        JobFolder.removeTree(folder);
    }

    private static void killJobs(Path folder) throws IOException {
        try (DirectoryStream<Path> jobs = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path job : jobs) {
                new JobFolder(job).killLeftover();
            }
        }
    }

    @PreDestroy
    void stop() {
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
            remove();
        } catch (IllegalStateException e) {
            // the machine is going down already, and the hook with it
        }
    }

    private void remove() {
        try {
            if (lock != null && mine != null) {
                killJobs(mine);
                JobFolder.removeTree(mine);
                lock.close();
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the folder for jobs could not be removed", e);
        }
    }

    private Path root() throws IOException {
        return privateFolder(Path.of(dataFolder, "jobs").toAbsolutePath());
    }

    private static Path privateFolder(Path path) throws IOException {
        return Files.createDirectories(
                path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
