package org.aimass.child;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Stands for the engine, and for an engine that a hostile file has taken over. Started as {@code FakeEngine ACT ... --exit-with-parent --deadline 60}. */
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
            case "blame" -> fail(2, rest + ": line 17, column \"age\": found \"abc\", expected a number\nsecond line");
            case "hang" -> Thread.sleep(600_000);
            case "family" -> {
                new ProcessBuilder("/bin/sleep", "600").start();
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
            case "link" -> Files.createSymbolicLink(Path.of("outcome.json"), Path.of("/etc/passwd"));
            case "environment" -> System.out.print(System.getenv());
            case "evil" -> System.out.print(evil(rest));
            default -> fail(3, "unknown act");
        }
    }

    private static void exitWithParent() {
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

    private static void fail(int code, String message) {
        System.err.println(message);
        System.exit(code);
    }

    /** Tries what a taken-over child would; answers with the names of the acts that worked. */
    private static String evil(String secret) {
        String[] place = secret.split(",", -1);
        List<String> done = new ArrayList<>();
        attempt(done, "read-store", () -> Files.readString(Path.of(place[0])));
        attempt(done, "list-data", () -> list(Path.of(place[0]).resolveSibling("")));
        attempt(done, "read-parent-environment", () -> Files.readAllBytes(Path.of("/proc/" + place[1] + "/environ")));
        attempt(done, "read-shadow", () -> Files.readString(Path.of("/etc/shadow")));
        attempt(done, "read-home", () -> list(Path.of("/root")));
        attempt(done, "write-input", () -> Files.writeString(Path.of("/in/data.csv"), "changed"));
        attempt(done, "delete-input", () -> Files.delete(Path.of("/in/data.csv")));
        attempt(done, "write-usr", () -> Files.writeString(Path.of("/usr/evil"), "evil"));
        attempt(done, "write-data", () -> Files.writeString(Path.of(place[0]), "evil"));
        attempt(done, "connect", () -> new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(place[2]))
                .close());
        attempt(done, "kill-parent", () -> {
            int code = new ProcessBuilder("/bin/sh", "-c", "kill -s CONT " + place[1])
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IOException("refused");
            }
        });
        attempt(done, "see-parent", () -> {
            if (!Files.exists(Path.of("/proc/" + place[1] + "/status"))
                    || ProcessHandle.allProcesses().count() < 20) {
                throw new IOException("not seen");
            }
        });
        attempt(done, "mount", () -> {
            if (new ProcessBuilder("/bin/mount", "-t", "tmpfs", "none", "/usr")
                            .start()
                            .waitFor()
                    != 0) {
                throw new IOException("refused");
            }
        });
        return String.join(",", done);
    }

    private static void list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            System.out.print(files.count());
        }
    }

    private static void attempt(List<String> done, String name, Act act) {
        try {
            act.run();
            done.add(name);
        } catch (Exception e) {
            // it failed, as it must
        }
    }

    private interface Act {
        void run() throws Exception;
    }
}
