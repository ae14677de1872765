package org.aimass.stack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.aimass.launcher.FreePorts;

/** The launcher as a process of its own, on ports of its own: how a newcomer's installation is started, backed up and restored. */
final class Launcher {
    private static final String READY = "AI Mass is ready: ";
    private static final Path OUT = Path.of("target", "launcher.out").toAbsolutePath();

    private final int port = FreePorts.any();
    private final int keycloakPort = FreePorts.any();
    private final int metricsPort = FreePorts.any();
    private final List<Process> started = new ArrayList<>();

    static String report(int number) {
        return "/reports/AM-" + Year.now(ZoneOffset.UTC) + "-000" + number + ".json";
    }

    String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** @param arguments a command; none to start the portal with its demo */
    Process start(Path data, Map<String, String> settings, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("target", "aimass-launcher.jar").toAbsolutePath().toString()));
        command.addAll(
                arguments.length == 0 ? List.of("AIMASS_DEMO=true", "AIMASS_SANDBOX=preferred") : List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(OUT.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AIMASS_"));
        builder.environment()
                .putAll(Map.of(
                        "AIMASS_DATA", data.toString(),
                        "AIMASS_PORT", Integer.toString(port),
                        "AIMASS_KEYCLOAK_PORT", Integer.toString(keycloakPort),
                        "AIMASS_METRICS_PORT", Integer.toString(metricsPort)));
        builder.environment().putAll(settings);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    void awaitReady(Process process) throws InterruptedException {
        AuditRuns.await(Duration.ofMinutes(6), () -> !process.isAlive() || output().contains(READY));
        assertTrue(output().contains(READY + at("")), this::output);
    }

    /** The demo's report is published, its second audit waits for somebody, and nothing is under way. */
    void awaitTheDemo() throws InterruptedException {
        AuditRuns.await(
                Duration.ofMinutes(4),
                () -> status(report(1)) == 200
                        && says("aimass_runs_ended_total{status=\"completed\"} 2.0")
                        && says("aimass_runs_queued 0.0")
                        && says("aimass_background_tasks_executing 0.0"));
        assertTrue(says("aimass_runs_ended_total{status=\"completed\"} 2.0"), "the demo is not complete");
    }

    int exitOf(Process process) throws InterruptedException {
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), this::output);
        return process.exitValue();
    }

    /** What the process that was started last has said. */
    String output() {
        try {
            return Files.readString(OUT);
        } catch (IOException e) {
            return "";
        }
    }

    int status(String path) {
        return get(path).statusCode();
    }

    HttpResponse<String> get(String path) {
        return ask(at(path));
    }

    private boolean says(String series) {
        return ask("http://127.0.0.1:" + metricsPort + "/metrics")
                .body()
                .lines()
                .anyMatch(series::equals);
    }

    private static HttpResponse<String> ask(String address) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void stopAll() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}
