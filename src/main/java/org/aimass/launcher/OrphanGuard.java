package org.aimass.launcher;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * The main class of every server process: runs the server's own main class, and ends the process when it is told to (SIGTERM, SIGINT,
 * SIGHUP) or when the launcher is gone, even by SIGKILL. The launcher holds the other end of this process's standard input, so its death
 * is read as an end of file. Before a server is stopped, the application in it is asked to end; the server itself would not tell it.
 */
public final class OrphanGuard {
    private static final long GRACE_MILLISECONDS = 15_000;
    private static final String APPLICATION = "org.aimass:type=Portal";
    private static @Nullable FileLock held;
    private static volatile boolean told;

    private OrphanGuard() {}

    /** Arguments: the file and the byte to lock while this process lives, the main class, and its own arguments. */
    public static void main(String[] arguments) throws Throwable {
        FileChannel channel =
                FileChannel.open(Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        held = channel.lock(Long.parseLong(arguments[1]), 1, false);
        start("orphan-guard", OrphanGuard::endWithTheLauncher);
        Signals.handle(List.of("TERM", "INT", "HUP"), () -> {
            told = true;
            askTheApplication(true);
            System.exit(0);
        });
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
        if (told) {
            return;
        }
        start("orphan-end", () -> {
            try {
                Thread.sleep(GRACE_MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(1);
        });
        askTheApplication(false);
        System.exit(0);
    }

    /** Returns when it has given back what it could not finish; at once where there is none. */
    private static void askTheApplication(boolean patiently) {
        try {
            MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
            ObjectName portal = ObjectName.getInstance(APPLICATION);
            if (beans.isRegistered(portal)) {
                beans.invoke(portal, "end", new Object[] {patiently}, new String[] {"boolean"});
            }
        } catch (JMException | RuntimeException e) {
            System.err.println("the application was not asked to end: " + e);
        }
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
