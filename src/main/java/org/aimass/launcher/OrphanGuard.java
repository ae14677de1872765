package org.aimass.launcher;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The main class of every server process: runs the server's own main class, and ends the process when the launcher is gone, even by
 * SIGKILL. The launcher holds the other end of this process's standard input, so its death is read as an end of file.
 */
public final class OrphanGuard {
    private static final long GRACE_MILLISECONDS = 15_000;
    private static @Nullable FileLock held;

    private OrphanGuard() {}

    /** Arguments: the file and the byte to lock while this process lives, the main class, and its own arguments. */
    public static void main(String[] arguments) throws Throwable {
        FileChannel channel =
                FileChannel.open(Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        held = channel.lock(Long.parseLong(arguments[1]), 1, false);
        start("orphan-guard", OrphanGuard::endWithTheLauncher);
        String[] rest = Arrays.copyOfRange(arguments, 3, arguments.length);
        try {
            Class.forName(arguments[2]).getMethod("main", String[].class).invoke(null, (Object) rest);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static void endWithTheLauncher() {
        try {
            while (System.in.read() >= 0) {
                // the launcher says nothing; only the end counts
            }
        } catch (IOException e) {
            // as good as an end of file
        }
        start("orphan-end", () -> {
            try {
                Thread.sleep(GRACE_MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(1);
        });
        System.exit(0);
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** The lock of this process; kept so that it is not collected. */
    static @Nullable FileLock held() {
        return held;
    }
}
