package org.aimass.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.aimass.api.Ask;
import org.aimass.api.Northern;
import org.aimass.shared.Sha256Digest;
import org.aimass.stack.Portal;
import org.aimass.stack.Programs;
import org.aimass.stack.Stack;

/** Audits of models without a file by the answers that datasets bring, over the API, in organizations of their own. */
final class TaskAudits {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Portal portal;
    private final Northern north;
    private final Ask department;
    private final Ask auditors;
    private final Map<String, String> begun = new LinkedHashMap<>();

    TaskAudits(Stack stack) throws Exception {
        portal = stack.portal();
        Demonstration.await(portal);
        north = new Northern(portal, stack.programs());
        department = new Ask(portal, stack.programs().token("department", "api-read api-write"));
        auditors = new Ask(portal, stack.programs().token("auditors", "api-read api-write"));
        north.join(north.owner, Programs.subject(department.token()), "SUBMITTER");
        north.join(north.body, Programs.subject(auditors.token()), "AUDITOR");
    }

    /** @return the id of a version that is ready */
    String model(String task, String name) {
        return id(department.post("/models", """
                {"organization":"%s","name":"%s","purpose":"To be measured","task":"%s","domain":"OTHER",
                 "licence":"MIT","label":"1.0"}""".formatted(north.owner, name, task)));
    }

    /**
     * @param roles by column, as in {@code "said":"REFERENCE"}
     * @return the id of a version that is ready
     */
    String submit(String name, String csv, String roles) throws InterruptedException {
        return submit(name, "rows.csv", csv.getBytes(StandardCharsets.UTF_8), roles);
    }

    String submit(String name, String file, byte[] bytes, String roles) throws InterruptedException {
        String dataset = submit(name, file, bytes);
        JsonNode ready =
                done(department.send("PUT", "/dataset-versions/" + dataset + "/roles", "{\"roles\":{" + roles + "}}"));
        assertEquals("READY", ready.path("status").asText(), ready::toString);
        return dataset;
    }

    /** @return the id of a version that was read, and may have been refused */
    String submit(String name, String file, byte[] bytes) throws InterruptedException {
        String dataset = id(hand(name, upload(file, bytes)));
        settled("/dataset-versions/" + dataset, department, "PROFILING");
        return dataset;
    }

    /** Its status, as its owner sees it. */
    String statusOf(String dataset) {
        return done(department.get("/dataset-versions/" + dataset))
                .path("status")
                .asText();
    }

    String upload(String file, byte[] bytes) {
        String upload = id(department.post(
                "/uploads", "{\"name\":\"" + file + "\",\"size\":" + bytes.length + ",\"kind\":\"DATASET\"}"));
        String digest = Sha256Digest.of(bytes).hex();
        done(department.putBytes("/uploads/" + upload + "/pieces/0?sha256=" + digest, bytes));
        done(department.post("/uploads/" + upload + "/finish", "{\"sha256\":\"" + digest + "\"}"));
        return upload;
    }

    /** What the portal says to a dataset of this upload. */
    HttpResponse<String> hand(String name, String upload) {
        return department.post(
                "/datasets",
                "{\"organization\":\"" + north.owner + "\",\"name\":\"" + name
                        + "\",\"description\":\"Made for a test\",\"upload\":\"" + upload + "\"}");
    }

    /**
     * What the portal says to this plan.
     *
     * @param plan its rest, from the policy on
     */
    HttpResponse<String> start(String model, String dataset, String plan) {
        return auditors.post(
                "/audits", "{\"modelVersion\":\"%s\",\"datasetVersion\":\"%s\",%s}".formatted(model, dataset, plan));
    }

    /** Starts an audit that is called so here, and waits for nothing: {@link #await} does for all. */
    void begin(String name, String model, String dataset, String plan) {
        begun.put(name, id(start(model, dataset, plan)));
    }

    /** The same with a model and a dataset of its own. */
    void begin(String name, String task, String csv, String roles, String plan) throws InterruptedException {
        begin(name, model(task, "Of " + name), submit("Rows of " + name, csv, roles), plan);
    }

    /** Returns when all that were begun are completed. */
    void await() throws InterruptedException {
        for (String audit : begun.values()) {
            JsonNode run = settled("/audits/" + audit, auditors, "QUEUED RUNNING");
            assertEquals("COMPLETED", run.path("status").asText(), run::toString);
        }
    }

    /** The audits' ids by their names, in the order in which they were begun. */
    Map<String, String> ids() {
        return begun;
    }

    String id(String name) {
        return Objects.requireNonNull(begun.get(name), name);
    }

    JsonNode results(String name) {
        return done(auditors.get("/audits/" + id(name) + "/results"));
    }

    /** The first comparison of an audit by this metric that is wanted. */
    JsonNode comparison(String name, String metric, Predicate<JsonNode> wanted) {
        for (JsonNode comparison : results(name).path("comparisons")) {
            if (comparison.path("metric").asText().equals(metric) && wanted.test(comparison)) {
                return comparison;
            }
        }
        throw new AssertionError("no " + metric + " in " + name);
    }

    /**
     * Gives somebody of the demonstration a role: submitters in the organization that owns, the others in its audit body.
     *
     * @param person a first name
     */
    void join(String person, String role) throws SQLException {
        try (Connection database = portal.database();
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(
                        "select distinct subject from organization_member where display_name like '" + person
                                + " %'")) {
            assertTrue(found.next(), "nobody is called so");
            north.join(role.equals("SUBMITTER") ? north.owner : north.body, found.getString(1), role);
        }
    }

    private static JsonNode settled(String path, Ask who, String busy) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode now = done(who.get(path));
        while (busy.contains(now.path("status").asText())) {
            assertTrue(Instant.now().isBefore(end), now::toString);
            Thread.sleep(150);
            now = done(who.get(path));
        }
        assertFalse(now.path("status").asText().equals("FAILED"), now::toString);
        return now;
    }

    private static String id(HttpResponse<String> answer) {
        return done(answer).path("id").asText();
    }

    private static JsonNode done(HttpResponse<String> answer) {
        assertEquals(2, answer.statusCode() / 100, answer.body());
        return answer.body().isEmpty() ? MissingNode.getInstance() : Ask.json(answer);
    }
}
