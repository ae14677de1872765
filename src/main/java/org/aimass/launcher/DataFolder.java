package org.aimass.launcher;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one folder that holds everything a portal keeps: databases, store, keys, generated secrets, logs. Only its owner may enter it.
 *
 * <p>One portal at a time: the launcher and each server hold the lock of one byte of the file {@code aimass-data}, which the operating
 * system takes back when the process ends in whatever way. Nothing stale is ever left behind.
 */
public final class DataFolder implements Closeable {
    static final String MARK = "aimass-data";
    static final long LAUNCHER = 0;
    static final long KEYCLOAK = 1;
    static final long PORTAL = 2;
    private static final long NEEDED_BYTES = 512L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path path;
    private @Nullable FileChannel channel;

    private DataFolder(Path path) {
        this.path = path;
    }

    /**
     * Creates the folder if it is missing, and takes it.
     *
     * @param sayWaiting told once if servers of a launcher that was killed are still ending
     * @throws CannotStart if it cannot be written, its disk is nearly full, or another portal holds it
     */
    public static DataFolder take(Path path, Runnable sayWaiting) throws CannotStart {
        DataFolder folder = new DataFolder(path);
        try {
            folder.prepare();
            if (!folder.lock(sayWaiting)) {
                folder.close();
                throw new CannotStart("another AI Mass is running on the data folder " + path
                        + "; stop it first, or choose another folder by AIMASS_DATA");
            }
            return folder;
        } catch (FileSystemException e) {
            folder.close();
            throw new CannotStart("the data folder " + path + " cannot be written: " + reason(e), e);
        } catch (IOException e) {
            folder.close();
            throw new CannotStart("the data folder " + path + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Takes a folder that exists, unless a portal runs on it. */
    static Optional<DataFolder> takeIfIdle(Path path) throws IOException, CannotStart {
        DataFolder folder = new DataFolder(path);
        if (folder.lock(() -> {})) {
            return Optional.of(folder);
        }
        folder.close();
        return Optional.empty();
    }

    public Path path() {
        return path;
    }

    /** A folder inside, made when it is missing, for its owner only. */
    public Path folder(String name) throws IOException {
        Path inside = path.resolve(name);
        Files.createDirectories(inside);
        ownerOnly(inside, "rwx------");
        return inside;
    }

    Path mark() {
        return path.resolve(MARK);
    }

    private void prepare() throws IOException, CannotStart {
        Files.createDirectories(path);
        if (!Files.isWritable(path)) {
            throw new CannotStart("the data folder " + path + " cannot be written: no permission");
        }
        ownerOnly(path, "rwx------");
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new CannotStart("the disk of the data folder %s is too full: %d MB are free, %d MB are needed"
                    .formatted(path, free / 1_000_000, NEEDED_BYTES / 1_000_000));
        }
    }

    /** False if another launcher holds it. */
    private boolean lock(Runnable sayWaiting) throws IOException, CannotStart {
        FileChannel opened = FileChannel.open(mark(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel = opened;
        ownerOnly(mark(), "rw-------");
        if (tryLock(opened, LAUNCHER) == null) {
            return false;
        }
        // A launcher that was killed leaves servers that end by themselves within seconds.
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean said = false;
        for (long server = KEYCLOAK; server <= PORTAL; server++) {
            FileLock lock = tryLock(opened, server);
            while (lock == null) {
                if (System.nanoTime() > deadline) {
                    throw new CannotStart("a server of an earlier start still runs on the data folder " + path);
                }
                if (!said) {
                    sayWaiting.run();
                    said = true;
                }
                sleep();
                lock = tryLock(opened, server);
            }
            lock.release();
        }
        return true;
    }

    private static @Nullable FileLock tryLock(FileChannel channel, long position) throws IOException {
        try {
            return channel.tryLock(position, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void sleep() throws CannotStart {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted", e);
        }
    }

    static void ownerOnly(Path path, String permissions) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    /** What was written to the file is on the disk when this returns. */
    static void toDisk(Path file) throws IOException {
        try (FileChannel written = FileChannel.open(file, StandardOpenOption.READ)) {
            written.force(true);
        }
    }

    /** A folder with everything in it; nothing if it is not there. */
    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.walk(folder)) {
                for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static String reason(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "it is a file";
        }
        String reason = e.getReason();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    @Override
    public void close() {
        FileChannel opened = channel;
        channel = null;
        if (opened != null) {
            try {
                opened.close();
            } catch (IOException e) {
                // the operating system takes the lock back in any case
            }
        }
    }
}
