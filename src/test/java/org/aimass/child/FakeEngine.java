package org.aimass.child;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Stands for the engine. Started as {@code FakeEngine ACT ... --exit-with-parent --deadline 60}. */
@SuppressWarnings({"SystemOut", "BusyWait"})
public final class FakeEngine {

    private FakeEngine() {}

    @SuppressWarnings("ThreadJoinLoop")
    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        int options = words.indexOf("--exit-with-parent");
        if (options != words.size() - 3 || !words.get(options + 1).equals("--deadline")) {
            System.exit(9);
        }
        exitWithParent();
        String act = words.get(0);
        String rest = options > 1 ? words.get(1) : "";
        switch (act) {
            case "read" -> System.out.print(Files.readString(Path.of(rest)));
            case "copy" -> {
                System.out.println("{\"stage\":\"read\"}");
                System.out.println("x".repeat(5_000));
                Files.writeString(Path.of("outcome.json"), Files.readString(Path.of("job.json")));
            }
            case "inputs" -> System.out.print(entries(Path.of(rest).resolveSibling("")));
            case "blame" -> fail(2, rest + ": line 17, column \"age\": found \"abc\", expected a number\nsecond line");
            case "hang" -> Thread.sleep(600_000);
            case "threads" -> storm();
            case "family" -> {
                new ProcessBuilder("/bin/sleep", rest.isEmpty() ? "600" : rest).start();
                System.out.println("started");
                Thread.sleep(600_000);
            }
            case "flood" -> {
                String line = "y".repeat(1_000);
                for (int i = 0; i < 200_000; i++) {
                    System.out.println(line);
                }
            }
            case "memory" -> {
                System.out.print(new int[Integer.MAX_VALUE - 8].length);
            }
            case "link" -> {
                Files.delete(Path.of("outcome.json"));
                Files.createSymbolicLink(Path.of("outcome.json"), Path.of("/etc/passwd"));
            }
            case "marker" -> leaveMarkers();
            case "environment" -> System.out.print(System.getenv());
            default -> fail(3, "unknown act");
        }
    }

    /** Says how many markers earlier processes left where it may write, and when it began; leaves its own. */
    private static void leaveMarkers() throws IOException {
        List<String> folders = new ArrayList<>(List.of(System.getProperty("java.io.tmpdir"), "."));
        if (Path.of("").toAbsolutePath().equals(Path.of("/job"))) {
            folders.addAll(List.of("/dev/shm", "/in", "/dev", "/"));
        }
        int found = 0;
        for (String folder : folders) {
            found += Files.exists(Path.of(folder, "aimass-marker")) ? 1 : 0;
        }
        for (String folder : folders) {
            if (Files.isWritable(Path.of(folder))) {
                Files.writeString(Path.of(folder, "aimass-marker"), "left");
            }
        }
        System.out.println(found + " markers");
        System.out.println(ProcessHandle.current().info().startInstant().orElseThrow());
    }

    static void exitWithParent() {
        Thread watch = new Thread(() -> {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // the parent is gone
            }
            Runtime.getRuntime().halt(3);
        });
        watch.setDaemon(true);
        watch.start();
    }

    /** Threads without end: what fails is tried again. */
    private static void storm() throws InterruptedException {
        while (true) {
            try {
                Thread thread = new Thread(() -> LockSupport.parkNanos(Long.MAX_VALUE));
                thread.setDaemon(true);
                thread.start();
            } catch (OutOfMemoryError e) {
                Thread.sleep(1);
            }
        }
    }

    /** What lies in a folder, each with its kind and its number of names. */
    private static String entries(Path folder) throws IOException {
        StringBuilder found = new StringBuilder();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                found.append(file.getFileName())
                        .append(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? " file " : " other ")
                        .append(Files.getAttribute(file, "unix:nlink"))
                        .append('\n');
            }
        }
        return found.toString();
    }

    private static void fail(int code, String message) {
        System.err.println(message);
        System.exit(code);
    }
}
