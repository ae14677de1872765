package org.aimass.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The walls themselves, as bubblewrap's options: namespaces of its own, no privilege, the system's programs to read, and nothing to
 * write to but folders in memory of a limited size.
 */
final class Bubblewrap {

    private static final Path PROGRAM = Path.of("/usr/bin/bwrap");
    private static final long TEMP_SIZE_LIMIT = 1L << 30;
    private static final List<String> SYSTEM_FOLDERS = List.of("/bin", "/lib", "/lib32", "/lib64");

    private Bubblewrap() {}

    /** Bubblewrap may be installed and yet not be allowed to make namespaces. */
    static boolean works() {
        return Files.isExecutable(PROGRAM) && starts(walls());
    }

    /** The command line as far as it is the same for every child. What follows it may add to the file system, until {@link #seal}. */
    static List<String> walls() {
        List<String> walls = new ArrayList<>(List.of(
                PROGRAM.toString(),
                "--unshare-all",
                "--die-with-parent",
                "--new-session",
                "--cap-drop",
                "ALL",
                "--ro-bind",
                "/usr",
                "/usr",
                "--proc",
                "/proc",
                "--dev",
                "/dev",
                "--remount-ro",
                "/dev",
                "--remount-ro",
                "/proc")); // where the machine's settings are files, which root may write even without a privilege
        walls.addAll(Nesting.OPTIONS);
        walls.addAll(memoryFolder("/tmp", TEMP_SIZE_LIMIT));
        for (String folder : SYSTEM_FOLDERS) {
            Path path = Path.of(folder);
            if (Files.isSymbolicLink(path)) {
                walls.addAll(List.of("--symlink", target(path), folder));
            } else if (Files.isDirectory(path)) {
                walls.addAll(List.of("--ro-bind", folder, folder));
            }
        }
        return walls;
    }

    /** A folder in memory that takes so many bytes. */
    static List<String> memoryFolder(String path, long bytes) {
        return List.of("--size", Long.toString(bytes), "--tmpfs", path);
    }

    /** Ends the options: the root folder, in memory without a limit, takes nothing from here on. */
    static List<String> seal() {
        return List.of("--remount-ro", "/", "--");
    }

    private static boolean starts(List<String> walls) {
        List<String> attempt = new ArrayList<>(walls);
        attempt.addAll(seal());
        attempt.add("/usr/bin/true");
        try {
            Process process = new ProcessBuilder(attempt)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(10, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the link " + link, e);
        }
    }

    /** No user namespace within the child's own, where it would be root to the kernel; a bubblewrap before 0.8 cannot say so. */
    private static final class Nesting {

        private static final List<String> REFUSED = List.of("--unshare-user", "--disable-userns");

        static final List<String> OPTIONS = options();

        private static List<String> options() {
            List<String> attempt = new ArrayList<>(List.of(PROGRAM.toString(), "--unshare-all"));
            attempt.addAll(REFUSED);
            attempt.addAll(List.of("--ro-bind", "/", "/", "--proc", "/proc"));
            return starts(attempt) ? REFUSED : List.of();
        }
    }
}
