package org.aimass.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
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
        assertEquals(6, accounts.lines().count(), this::output);
        List<ProcessHandle> servers = first.descendants().toList();
        assertTrue(servers.size() >= 2, servers::toString);
        assertFalse(Files.exists(data.resolve("keycloak/data/import/aimass-realm.json")), "passwords lie about");
        await(Duration.ofMinutes(3), () -> status(report(1)) == 200);
        String published = get(report(1)).body();
        isForItsOwnerOnly(first.children().toList());

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
        assertEquals(published, get(report(1)).body());
        assertEquals(404, status(report(2)), "the demo is laid out again");
        isForItsOwnerOnly(third.children().toList());
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

    @Test
    void aDiskWithoutRoomIsOneLine() throws Exception {
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", data.toString()).start();
        assumeTrue(mount.waitFor() == 0, "needs the right to mount a disk");
        try {
            Process refused = launch(Map.of());

            assertTrue(refused.waitFor(30, TimeUnit.SECONDS));
            assertEquals(1, refused.exitValue());
            assertEquals(
                    "AI Mass cannot start: the disk of the data folder " + data
                            + " is too full: 20 MB are free, 536 MB are needed",
                    output().strip());
        } finally {
            new ProcessBuilder("umount", data.toString()).start().waitFor();
        }
    }

    /** Nobody else may enter the data folder, no secret is in a log or on a command line, and nothing listens to other machines. */
    private void isForItsOwnerOnly(List<ProcessHandle> servers) throws IOException {
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data)));
        Path secrets = data.resolve("secrets.properties");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)));
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(secrets)) {
            values.load(reader);
        }
        assertEquals(10, values.size(), "four of the servers, six of the demo's people");
        StringBuilder said = new StringBuilder();
        try (Stream<Path> logs = Files.list(data.resolve("log"))) {
            for (Path log : logs.toList()) {
                said.append(Files.readString(log));
            }
        }
        for (ProcessHandle server : servers) {
            said.append(String.join(" ", server.info().arguments().orElse(new String[0])));
            for (String port : OpenPorts.canBeRead() ? OpenPorts.of(server.pid()) : Set.<String>of()) {
                assertTrue(port.contains(" 127.0.0.1:"), port);
            }
        }
        values.forEach((name, secret) -> assertFalse(said.indexOf(secret.toString()) >= 0, name + " is in a log"));
    }

    private static String report(int number) {
        return "/reports/AM-" + Year.now(ZoneOffset.UTC) + "-000" + number + ".json";
    }

    private int status(String path) {
        return get(path).statusCode();
    }

    private HttpResponse<String> get(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
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
