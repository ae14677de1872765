package org.aimass.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.aimass.api.Ask;
import org.aimass.api.Northern;
import org.aimass.desk.Demonstration;
import org.aimass.shared.Sha256Digest;
import org.aimass.stack.Portal;
import org.aimass.stack.Programs;

/** Registers models, hands in datasets and audits one on the other, over the API of a portal: a ministry's, by an audit body. */
final class FileAudits {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    final Northern north;
    final Ask department;
    final Ask auditors;

    FileAudits(Portal portal, Programs programs) throws Exception {
        Demonstration.await(portal); // others take its audits for the first ones
        north = new Northern(portal, programs);
        department = new Ask(portal, programs.token("department", "api-read api-write"));
        auditors = new Ask(portal, programs.token("auditors", "api-read api-write"));
        north.join(north.owner, Programs.subject(department.token()), "SUBMITTER");
        north.join(north.body, Programs.subject(auditors.token()), "AUDITOR");
    }

    static JsonNode done(HttpResponse<String> answer) {
        assertEquals(2, answer.statusCode() / 100, answer.body());
        return answer.body().isEmpty() ? MissingNode.getInstance() : Ask.json(answer);
    }

    /** @param kind of {@code org.aimass.dataset.entity.UploadKind} */
    String upload(String kind, String name, byte[] bytes) {
        String id = done(department.post(
                        "/uploads",
                        "{\"name\":\"" + name + "\",\"size\":" + bytes.length + ",\"kind\":\"" + kind + "\"}"))
                .path("id")
                .asText();
        String digest = Sha256Digest.of(bytes).hex();
        done(department.putBytes("/uploads/" + id + "/pieces/0?sha256=" + digest, bytes));
        done(department.post("/uploads/" + id + "/finish", "{\"sha256\":\"" + digest + "\"}"));
        return id;
    }

    /** @param rest keys of a new model beside those that every model has; empty for a closed one */
    String newModel(String task, String name, String rest) {
        return "{\"organization\":\"%s\",\"name\":\"%s %s\",\"purpose\":\"To be measured\",\"task\":\"%s\",\"domain\":\"OTHER\",\"licence\":\"MIT\",\"label\":\"1.0\"%s}"
                .formatted(
                        north.owner,
                        name,
                        UUID.randomUUID().toString().substring(0, 8),
                        task,
                        rest.isEmpty() ? "" : "," + rest);
    }

    /** @return the id of the version, whose file was found to be one */
    String model(String task, String name, byte[] file, String rest) throws InterruptedException {
        String upload = "\"upload\":\"" + upload("MODEL", "a.onnx", file) + "\"";
        return register(newModel(task, name, rest.isEmpty() ? upload : upload + "," + rest));
    }

    String closed(String task, String name) throws InterruptedException {
        return register(newModel(task, name, ""));
    }

    String register(String model) throws InterruptedException {
        String id = done(department.post("/models", model)).path("id").asText();
        JsonNode registered = settled(department, "/model-versions/" + id, "INSPECTING");
        assertEquals("READY", registered.path("status").asText(), registered::toString);
        return id;
    }

    /**
     * @param name of the file
     * @param roles by column
     * @return the id of the version, ready to be audited on
     */
    String dataset(String name, byte[] bytes, Map<String, String> roles) throws InterruptedException {
        String id = done(department.post(
                        "/datasets",
                        "{\"organization\":\"" + north.owner + "\",\"name\":\"Of " + name
                                + "\",\"description\":\"Made for a test\",\"upload\":\""
                                + upload("DATASET", name, bytes) + "\"}"))
                .path("id")
                .asText();
        JsonNode profiled = settled(department, "/dataset-versions/" + id, "PROFILING");
        assertEquals("PROFILED", profiled.path("status").asText(), profiled::toString);
        StringBuilder said = new StringBuilder();
        roles.forEach((column, role) ->
                said.append(said.length() == 0 ? "" : ",").append("\"%s\":\"%s\"".formatted(column, role)));
        JsonNode ready =
                done(department.send("PUT", "/dataset-versions/" + id + "/roles", "{\"roles\":{" + said + "}}"));
        assertEquals("READY", ready.path("status").asText(), ready::toString);
        return id;
    }

    String dataset(String name, String csv, Map<String, String> roles) throws InterruptedException {
        return dataset(name, csv.getBytes(StandardCharsets.UTF_8), roles);
    }

    /** @param rest of the plan, from its policy on */
    String audit(String model, String dataset, String rest) throws InterruptedException {
        String audit = done(auditors.post(
                        "/audits",
                        "{\"modelVersion\":\"%s\",\"datasetVersion\":\"%s\",%s}".formatted(model, dataset, rest)))
                .path("id")
                .asText();
        completed(audit);
        return audit;
    }

    void completed(String audit) throws InterruptedException {
        JsonNode run = settled(auditors, "/audits/" + audit, "QUEUED RUNNING");
        assertEquals("COMPLETED", run.path("status").asText(), run::toString);
    }

    JsonNode results(String audit) {
        return done(auditors.get("/audits/" + audit + "/results"));
    }

    /** What was measured of one group, not over groups; at a target where there are several thresholds. */
    JsonNode measured(String audit, String metric, String feature, String group) {
        for (JsonNode each : results(audit).path("measurements")) {
            if (each.path("metric").asText().equals(metric)
                    && each.path("features").size() == 1
                    && each.path("features").path(feature).asText().equals(group)
                    && each.path("over").isEmpty()
                    && (each.at("/at/rank").isMissingNode() || each.at("/at").has("target_fpir"))) {
                return each;
            }
        }
        throw new AssertionError("no " + metric + " of " + group + " in " + results(audit));
    }

    private static JsonNode settled(Ask who, String path, String busy) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode now = done(who.get(path));
        while (busy.contains(now.path("status").asText())) {
            assertTrue(Instant.now().isBefore(end), now::toString);
            Thread.sleep(200);
            now = done(who.get(path));
        }
        return now;
    }
}
