package org.aimass.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import org.aimass.api.Ask;
import org.aimass.api.Northern;
import org.aimass.stack.Portal;
import org.aimass.stack.Programs;

/** Audits models without a file by the answers that datasets bring, over the API. */
final class TaskAudits {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    final Northern north;
    private final Ask department;
    private final Ask auditors;

    TaskAudits(Portal portal, Programs programs) throws Exception {
        north = new Northern(portal, programs);
        department = new Ask(portal, programs.token("department", "api-read api-write"));
        auditors = new Ask(portal, programs.token("auditors", "api-read api-write"));
        north.join(north.owner, Programs.subject(department.token()), "SUBMITTER");
        north.join(north.body, Programs.subject(auditors.token()), "AUDITOR");
    }

    /**
     * @param roles by column, as in {@code "said":"REFERENCE"}
     * @param plan the rest of the plan, from its policy on
     * @return the completed audit's id
     */
    String audit(String task, String csv, String roles, String plan) throws Exception {
        String name = "Of " + task + " " + Integer.toHexString(csv.hashCode());
        String model = done(department.post("/models", """
                        {"organization":"%s","name":"%s","purpose":"To be measured","task":"%s","domain":"OTHER",
                         "licence":"MIT","label":"1.0"}""".formatted(north.owner, name, task)))
                .path("id")
                .asText();
        String dataset = submit("Rows " + name, "rows.csv", csv.getBytes(StandardCharsets.UTF_8));
        JsonNode ready =
                done(department.send("PUT", "/dataset-versions/" + dataset + "/roles", "{\"roles\":{" + roles + "}}"));
        assertEquals("READY", ready.path("status").asText(), ready::toString);
        String audit = done(auditors.post(
                        "/audits",
                        "{\"modelVersion\":\"%s\",\"datasetVersion\":\"%s\",%s}".formatted(model, dataset, plan)))
                .path("id")
                .asText();
        until("COMPLETED", "/audits/" + audit, auditors);
        return audit;
    }

    private static void until(String status, String path, Ask who) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        for (JsonNode now = done(who.get(path));
                !now.path("status").asText().equals(status);
                now = done(who.get(path))) {
            assertFalse(now.path("status").asText().equals("FAILED"), now::toString);
            assertTrue(Instant.now().isBefore(end), now.toString());
            Thread.sleep(200);
        }
    }

    /** @return the id of the version, which was read */
    String submit(String name, String file, byte[] bytes) throws Exception {
        String upload = done(department.post(
                        "/uploads", "{\"name\":\"" + file + "\",\"size\":" + bytes.length + ",\"kind\":\"DATASET\"}"))
                .path("id")
                .asText();
        String digest = String.format(
                "%064x", new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(bytes)));
        done(department.send(
                "PUT",
                "/uploads/" + upload + "/pieces/0?sha256=" + digest,
                bytes,
                "Content-Type",
                "application/octet-stream"));
        done(department.post("/uploads/" + upload + "/finish", "{\"sha256\":\"" + digest + "\"}"));
        String dataset = done(department.post(
                        "/datasets",
                        "{\"organization\":\"" + north.owner + "\",\"name\":\"" + name
                                + "\",\"description\":\"Made for a test\",\"upload\":\"" + upload + "\"}"))
                .path("id")
                .asText();
        until("PROFILED", "/dataset-versions/" + dataset, department);
        return dataset;
    }

    private static JsonNode done(HttpResponse<String> answer) {
        assertEquals(2, answer.statusCode() / 100, answer.body());
        return answer.body().isEmpty() ? MissingNode.getInstance() : Ask.json(answer);
    }
}
