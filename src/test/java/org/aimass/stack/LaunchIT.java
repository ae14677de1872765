package org.aimass.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.aimass.launcher.FreePorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process of its own, as the run command starts it. */
class LaunchIT {
    private static final String READY = "AI Mass is ready: ";

    @TempDir
    Path data;

    private final int port = FreePorts.any();
    private final int keycloakPort = FreePorts.any();
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stopAll() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void leavesNothingBehindHoweverItEndsAndFindsItsDataAgain() throws Exception {
        Process first = launch(Map.of());
        await(Duration.ofMinutes(6), () -> !first.isAlive() || says(READY));
        assertTrue(says(READY + "http://127.0.0.1:" + port), this::output);
        String accounts = accounts();
        assertEquals(5, accounts.lines().count(), this::output);
        List<ProcessHandle> servers = first.descendants().toList();
        assertTrue(servers.size() >= 2, servers::toString);
        assertFalse(Files.exists(data.resolve("keycloak/data/import/aimass-realm.json")), "passwords lie about");

        Process second = launch(Map.of("AIMASS_PORT", Integer.toString(FreePorts.any())));
        assertTrue(second.waitFor(30, TimeUnit.SECONDS));
        assertEquals(1, second.exitValue());
        assertTrue(
                output().strip().startsWith("AI Mass cannot start: another AI Mass is running on the data folder"),
                this::output);
        assertEquals(1, output().strip().lines().count(), this::output);

        first.destroyForcibly().waitFor();
        await(Duration.ofSeconds(40), () -> servers.stream().noneMatch(ProcessHandle::isAlive));
        assertTrue(servers.stream().noneMatch(ProcessHandle::isAlive), "servers outlive a killed launcher");

        Process third = launch(Map.of());
        await(Duration.ofMinutes(6), () -> !third.isAlive() || says(READY));
        assertEquals(accounts, accounts());
        List<ProcessHandle> newServers = third.descendants().toList();
        third.destroy();
        assertTrue(third.waitFor(60, TimeUnit.SECONDS), "SIGTERM ends it");
        assertTrue(newServers.stream().noneMatch(ProcessHandle::isAlive), "servers outlive the launcher");
        assertTrue(isFree(port) && isFree(keycloakPort));
        try (Stream<Path> left = Files.walk(data.resolve("jobs"))) {
            assertEquals(List.of(data.resolve("jobs")), left.toList(), "left by a portal that was stopped");
        }
    }

    @Test
    void aTakenPortIsOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process refused = launch(Map.of("AIMASS_PORT", Integer.toString(taken.getLocalPort())));

            assertTrue(refused.waitFor(30, TimeUnit.SECONDS));
            assertEquals(1, refused.exitValue());
            assertEquals(
                    "AI Mass cannot start: port " + taken.getLocalPort()
                            + " is taken by another program; set AIMASS_PORT to a free port",
                    output().strip());
        }
    }

    private Process launch(Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Path.of("target", "aimass-launcher.jar")
                                .toAbsolutePath()
                                .toString(),
                        "AIMASS_DEMO=true",
                        "AIMASS_SANDBOX=preferred")
                .redirectErrorStream(true)
                .redirectOutput(out().toFile());
        Map<String, String> all = new TreeMap<>(Map.of(
                "AIMASS_DATA",
                data.toString(),
                "AIMASS_PORT",
                Integer.toString(port),
                "AIMASS_KEYCLOAK_PORT",
                Integer.toString(keycloakPort)));
        all.putAll(settings);
        builder.environment().keySet().removeIf(name -> name.startsWith("AIMASS_"));
        builder.environment().putAll(all);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private Path out() {
        return Path.of("target", "launch.out").toAbsolutePath();
    }

    private String output() {
        try {
            return Files.readString(out());
        } catch (IOException e) {
            return "";
        }
    }

    private boolean says(String text) {
        return output().contains(text);
    }

    private String accounts() {
        return output().lines()
                .filter(line -> line.matches("  [a-z]+\\.[a-z]+ .*"))
                .reduce("", (before, line) -> before.isEmpty() ? line : before + "\n" + line);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static void await(Duration patience, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.sleep(200);
        }
    }
}
