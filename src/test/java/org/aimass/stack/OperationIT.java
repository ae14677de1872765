package org.aimass.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an operator sees and sets while the portal runs. */
@RealPortal
class OperationIT {
    /** Everything that a series may be told apart by. */
    private static final Pattern LABELS = Pattern.compile(
            "(area|cause|end|gc|java|le|method|pool|route|runtime|state|status|type|used|vendor|version|quantile)");

    @Test
    void tellsPrometheusHowItIs(Portal portal) {
        assertEquals(200, portal.get("/register?q=somebody").statusCode());
        HttpResponse<String> metrics = ask(portal, "/metrics");

        assertEquals(200, metrics.statusCode());
        assertTrue(metrics.headers().firstValue("Content-Type").orElse("").startsWith("text/plain; version=0.0.4"));
        for (String series : List.of(
                "process_cpu_seconds_total ",
                "process_start_time_seconds ",
                "jvm_memory_used_bytes{area=\"heap\"} ",
                "jvm_threads_current ",
                "aimass_build_info{java=\"",
                "aimass_http_requests_total{method=\"GET\",route=\"public_page\",status=\"200\"} ",
                "aimass_http_request_duration_seconds_bucket{route=\"public_page\",le=\"0.1\"} ",
                "aimass_upload_bytes_total ",
                "aimass_database_up 1",
                "aimass_database_answer_seconds ",
                "aimass_runs_queued ",
                "aimass_runs_running ",
                "aimass_run_slots 1",
                "aimass_runs_ended_total{status=\"failed\"} ",
                "aimass_engines_running ",
                "aimass_background_tasks_executing ",
                "aimass_store_free_bytes ")) {
            assertTrue(metrics.body().contains("\n" + series), () -> series + " is not in\n" + metrics.body());
        }
    }

    /** Nothing that came from outside, and nothing that names a person, an organization, a model or a run. */
    @Test
    void itsLabelsAreFewAndSayNothingAboutAnybody(Portal portal) {
        for (String path : List.of("/register?q=somebody", "/no/such/page", "/reports/AM-2026-9999", "/my-data")) {
            portal.get(path);
        }
        portal.send(HttpRequest.newBuilder(portal.at("/register"))
                .method("SECRET", HttpRequest.BodyPublishers.noBody())
                .build());
        List<String> series = ask(portal, "/metrics")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertTrue(series.size() < 600, () -> series.size() + " series");
        for (String line : series) {
            String labels = line.replaceFirst("^[^{]*", "").replaceFirst("}[^}]*$", "");
            Arrays.stream(labels.replaceAll("\"[^\"]*\"", "").split("[{,=]+", -1))
                    .filter(label -> !label.isBlank() && line.contains("{"))
                    .forEach(label -> assertTrue(LABELS.matcher(label).matches(), line));
            String withoutNumber = line.substring(0, line.lastIndexOf(' '));
            assertFalse(
                    withoutNumber.matches(
                            "(?i).*(somebody|such|9999|secret|northmere|okafor|[0-9a-f]{8}-[0-9a-f]{4}-).*"),
                    line);
        }
    }

    @Test
    void itsMetricsAreNotForThePublic(Portal portal) throws Exception {
        assertEquals(404, portal.get("/metrics").statusCode());
        assertEquals(404, ask(portal, "/").statusCode());
        assertEquals(404, ask(portal, "/metrics/x").statusCode());
        HttpResponse<String> sent = portal.send(HttpRequest.newBuilder(portal.operation("/metrics"))
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build());
        assertEquals(405, sent.statusCode());
        assumeTrue(OpenPorts.canBeRead(), "needs Linux");
        URI own = portal.operation("/");
        assertTrue(
                OpenPorts.of(portal.pid()).stream().anyMatch(port -> port.endsWith(" 127.0.0.1:" + own.getPort())),
                "on the loopback address alone");
    }

    @Test
    void changesTheLevelsOfItsLogWithoutARestart(Portal portal) throws Exception {
        Path levels = portal.data().resolve("levels.properties");
        try {
            Files.writeString(levels, "org.aimass.web.RequestIdFilter=WARNING\norg.aimass.web=LOUD\n");
            awaitLine(portal, "org.aimass.web.RequestIdFilter is logged at WARNING");
            awaitLine(portal, "LOUD is no level; write ERROR, WARNING, INFO, DEBUG or TRACE");
            portal.get("/method?before");
            portal.get("/no-such-page-1");
        } finally {
            Files.deleteIfExists(levels);
        }
        awaitLine(portal, "The log has its usual levels again");
        portal.get("/no-such-page-2");
        awaitLine(portal, "GET /no-such-page-2 404");
        assertTrue(portal.log().stream().noneMatch(line -> line.contains("no-such-page-1")));
    }

    private static void awaitLine(Portal portal, String text) throws InterruptedException {
        AuditRuns.await(Duration.ofSeconds(10), () -> says(portal, text));
        assertTrue(says(portal, text), text);
    }

    private static boolean says(Portal portal, String text) {
        return portal.log().stream().anyMatch(line -> line.contains(text));
    }

    private static HttpResponse<String> ask(Portal portal, String path) {
        return portal.send(HttpRequest.newBuilder(portal.operation(path)).build());
    }
}
