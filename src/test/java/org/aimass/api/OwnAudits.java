package org.aimass.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.aimass.desk.Demonstration;
import org.aimass.shared.Sha256Digest;
import org.aimass.stack.Portal;
import org.aimass.stack.Programs;

/**
 * Hands in files and audits models on datasets, over the API, in organizations of its own: a ministry's, by an audit body. What begins is
 * called by a name, and waited for when all of it has begun.
 */
public class OwnAudits {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int BETWEEN_LOOKS = 150;

    public final Northern north;
    public final Ask department;
    public final Ask auditors;
    private final Map<String, String> begun = new LinkedHashMap<>();

    public OwnAudits(Portal portal, Programs programs) throws Exception {
        Demonstration.await(portal); // others take its audits for the first ones
        north = new Northern(portal, programs);
        department = new Ask(portal, programs.token("department", "api-read api-write"));
        auditors = new Ask(portal, programs.token("auditors", "api-read api-write"));
        north.join(north.owner, Programs.subject(department.token()), "SUBMITTER");
        north.join(north.body, Programs.subject(auditors.token()), "AUDITOR");
    }

    /** What was answered, which is no refusal. */
    public static JsonNode done(HttpResponse<String> answer) {
        assertEquals(2, answer.statusCode() / 100, answer.body());
        return answer.body().isEmpty() ? MissingNode.getInstance() : Ask.json(answer);
    }

    protected static String id(HttpResponse<String> answer) {
        return done(answer).path("id").asText();
    }

    /** @param kind of {@code org.aimass.dataset.entity.UploadKind} */
    public String upload(String kind, String name, byte[] bytes) {
        String upload = id(department.post(
                "/uploads", "{\"name\":\"" + name + "\",\"size\":" + bytes.length + ",\"kind\":\"" + kind + "\"}"));
        String digest = Sha256Digest.of(bytes).hex();
        done(department.putBytes("/uploads/" + upload + "/pieces/0?sha256=" + digest, bytes));
        done(department.post("/uploads/" + upload + "/finish", "{\"sha256\":\"" + digest + "\"}"));
        return upload;
    }

    /** What the portal says to a dataset of this upload. */
    public HttpResponse<String> hand(String name, String upload) {
        return department.post(
                "/datasets",
                "{\"organization\":\"" + north.owner + "\",\"name\":\"" + name
                        + "\",\"description\":\"Made for a test\",\"upload\":\"" + upload + "\"}");
    }

    /** Returns when a version of a model was looked into, and found to be one. */
    protected void inspected(String model) throws InterruptedException {
        is("READY", settled(department, "/model-versions/" + model, "INSPECTING"));
    }

    /** Returns when a version of a dataset was read; it may have been refused. */
    protected void read(String dataset) throws InterruptedException {
        settled(department, "/dataset-versions/" + dataset, "PROFILING");
    }

    /** @param roles by column, as in {@code "said":"REFERENCE"} */
    protected void fix(String dataset, String roles) {
        is(
                "READY",
                done(department.send("PUT", "/dataset-versions/" + dataset + "/roles", "{\"roles\":{" + roles + "}}")));
    }

    /**
     * What the portal says to this plan.
     *
     * @param plan its rest, from the policy on
     */
    public HttpResponse<String> start(String model, String dataset, String plan) {
        return auditors.post(
                "/audits", "{\"modelVersion\":\"%s\",\"datasetVersion\":\"%s\",%s}".formatted(model, dataset, plan));
    }

    /** Starts an audit that is called so here, and waits for nothing: {@link #await} does for all. */
    public void begin(String name, String model, String dataset, String plan) {
        begun.put(name, id(start(model, dataset, plan)));
    }

    /** Returns when all that were begun are completed. */
    public void await() throws InterruptedException {
        for (String audit : begun.values()) {
            completed(audit);
        }
    }

    public void completed(String audit) throws InterruptedException {
        is("COMPLETED", settled(auditors, "/audits/" + audit, "QUEUED RUNNING"));
    }

    /** The audits' ids by their names, in the order in which they were begun. */
    public Map<String, String> ids() {
        return begun;
    }

    public String id(String name) {
        return Objects.requireNonNull(begun.get(name), name);
    }

    /** @param audit its id */
    public JsonNode resultsOf(String audit) {
        return done(auditors.get("/audits/" + audit + "/results"));
    }

    private static void is(String status, JsonNode what) {
        assertEquals(status, what.path("status").asText(), what::toString);
    }

    private static JsonNode settled(Ask who, String path, String busy) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode now = done(who.get(path));
        while (busy.contains(now.path("status").asText())) {
            assertTrue(Instant.now().isBefore(end), now::toString);
            Thread.sleep(BETWEEN_LOOKS);
            now = done(who.get(path));
        }
        return now;
    }
}
