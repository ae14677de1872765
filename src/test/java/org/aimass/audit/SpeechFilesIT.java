package org.aimass.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.GraphProto;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.aimass.api.Ask;
import org.aimass.api.Northern;
import org.aimass.engine.data.Sounds;
import org.aimass.engine.inference.Onnx;
import org.aimass.shared.Sha256Digest;
import org.aimass.stack.Portal;
import org.aimass.stack.Programs;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Stack;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.Test;

/**
 * A recognizer with its vocabulary, recordings in an archive, and an audit in which the engine listens: a sample of t / 8 is heard as the
 * token t of six. Files that are somebody else's, or meant for something else, are not found (T10).
 */
@RealPortal(RealPortal.With.OWN_ORGANIZATIONS)
class SpeechFilesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String SIGNS = "_|abc?";
    private static final String AMARA = "5b0a6a1e-0001-4000-8000-000000000001";
    private static final byte[] TOKENS =
            "{\"<pad>\":0,\"|\":1,\"a\":2,\"b\":3,\"c\":4,\"<unk>\":5}".getBytes(StandardCharsets.UTF_8);

    /** Each token t scores x t / 4 - t&sup2; / 64 of a sample x. */
    private static byte[] recognizer() {
        float[] weights = new float[SIGNS.length()];
        float[] biases = new float[SIGNS.length()];
        for (int token = 0; token < weights.length; token++) {
            weights[token] = token / 4f;
            biases[token] = -token * token / 64f;
        }
        return Onnx.model(GraphProto.newBuilder()
                        .addInput(Onnx.value("sound", Onnx.FLOAT, -1, -1))
                        .addOutput(Onnx.value("frames", Onnx.FLOAT, -1, -1, weights.length))
                        .addInitializer(Onnx.longs("shape", List.of(3L), 1, -1, 1))
                        .addInitializer(Onnx.floats("w", List.of(1L, (long) weights.length), weights))
                        .addInitializer(Onnx.floats("b", List.of((long) weights.length), biases))
                        .addNode(Onnx.node("Reshape", List.of("sound", "shape"), List.of("each")))
                        .addNode(Onnx.node("MatMul", List.of("each", "w"), List.of("scaled")))
                        .addNode(Onnx.node("Add", List.of("scaled", "b"), List.of("frames"))))
                .toByteArray();
    }

    private static byte[] recording(String heard) {
        return Sounds.wav(
                16_000, heard.chars().map(sign -> 4_096 * SIGNS.indexOf(sign)).toArray());
    }

    /** Two words each. Of 60 men every third has one of them heard wrongly, of 60 women every twelfth. */
    private static byte[] archive() throws IOException {
        StringBuilder rows = new StringBuilder("file,said,sex\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 120; i++) {
                boolean man = i % 2 == 0;
                boolean wrong = i / 2 % (man ? 3 : 12) == 0;
                rows.append("s/%d.wav,ab c,%s\n".formatted(i, man ? "m" : "w"));
                zip.putNextEntry(new ZipEntry("s/" + i + ".wav"));
                zip.write(recording(wrong ? "a_b|a" : "ab|c"));
            }
            zip.putNextEntry(new ZipEntry("manifest.csv"));
            zip.write(rows.toString().getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static JsonNode done(HttpResponse<String> answer) {
        assertEquals(2, answer.statusCode() / 100, answer.body());
        return answer.body().isEmpty() ? MissingNode.getInstance() : Ask.json(answer);
    }

    private static String upload(Ask program, String kind, byte[] bytes) {
        String id = done(program.post(
                        "/uploads", "{\"name\":\"a.bin\",\"size\":" + bytes.length + ",\"kind\":\"" + kind + "\"}"))
                .path("id")
                .asText();
        String digest = Sha256Digest.of(bytes).hex();
        done(program.portal()
                .send(HttpRequest.newBuilder(URI.create(
                                program.portal().at("") + "/api/v1/uploads/" + id + "/pieces/0?sha256=" + digest))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("Authorization", "Bearer " + program.token())
                        .header("Content-Type", "application/octet-stream")
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                        .build()));
        done(program.post("/uploads/" + id + "/finish", "{\"sha256\":\"" + digest + "\"}"));
        return id;
    }

    private static String model(Northern north, String files) {
        return "{\"organization\":\"%s\",\"name\":\"Ears %s\",\"purpose\":\"Writes down what is said\",\"task\":\"SPEECH_RECOGNITION\",\"domain\":\"OTHER\",\"licence\":\"MIT\",\"label\":\"1.0\",%s}"
                .formatted(north.owner, UUID.randomUUID(), files);
    }

    private static JsonNode settled(Ask program, String path, String busy) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode now = done(program.get(path));
        while (busy.contains(now.path("status").asText())) {
            assertTrue(Instant.now().isBefore(end), now::toString);
            Thread.sleep(300);
            now = done(program.get(path));
        }
        return now;
    }

    @Test
    void theEngineHearsTheRecordingsWithTheVersionsOwnVocabulary(Stack stack, Visitor amara) throws Exception {
        Portal portal = stack.portal();
        Programs programs = stack.programs();
        Northern north = new Northern(portal, programs);
        Ask department = new Ask(portal, programs.token("department", "api-read api-write"));
        Ask auditors = new Ask(portal, programs.token("auditors", "api-read api-write"));
        north.join(north.owner, Programs.subject(department.token()), "SUBMITTER");
        north.join(north.body, Programs.subject(auditors.token()), "AUDITOR");

        String file = upload(department, "MODEL", recognizer());
        String vocabulary = upload(department, "COMPANION", TOKENS);
        assertRefused(422, "vocabulary", department, model(north, "\"upload\":\"" + file + "\""));
        for (String other : List.of(UUID.randomUUID().toString(), file)) {
            assertRefused(
                    404, "", department, model(north, "\"upload\":\"" + file + "\",\"vocabulary\":\"" + other + "\""));
        }
        assertRefused(
                404,
                "",
                department,
                model(north, "\"upload\":\"" + vocabulary + "\",\"vocabulary\":\"" + vocabulary + "\""));
        assertRefused(
                422,
                "settings.images",
                department,
                model(
                        north,
                        "\"upload\":\"" + file + "\",\"vocabulary\":\"" + vocabulary
                                + "\",\"settings\":{\"images\":{\"scale\":1}}"));
        String version = done(department.post(
                        "/models",
                        model(
                                north,
                                "\"upload\":\"" + file + "\",\"vocabulary\":\"" + vocabulary
                                        + "\",\"settings\":{\"audio\":{\"sampleRate\":16000}}")))
                .path("id")
                .asText();
        JsonNode registered = settled(department, "/model-versions/" + version, "INSPECTING");
        assertEquals("READY", registered.path("status").asText(), registered::toString);
        assertEquals(
                Sha256Digest.of(TOKENS).hex(),
                registered.at("/companions/0/sha256").asText());
        assertEquals(16_000, registered.at("/settings/audio/sampleRate").asInt());

        String dataset = done(department.post(
                        "/datasets",
                        "{\"organization\":\"" + north.owner
                                + "\",\"name\":\"Recordings\",\"description\":\"Made for a test\",\"upload\":\""
                                + upload(department, "DATASET", archive()) + "\"}"))
                .path("id")
                .asText();
        settled(department, "/dataset-versions/" + dataset, "PROFILING");
        done(department.send(
                "PUT",
                "/dataset-versions/" + dataset + "/roles",
                "{\"roles\":{\"file\":\"AUDIO\",\"said\":\"REFERENCE\",\"sex\":\"SENSITIVE\"}}"));
        String audit = done(auditors.post(
                        "/audits",
                        "{\"modelVersion\":\"%s\",\"datasetVersion\":\"%s\",\"policy\":\"speech-recognition-1.0\",\"features\":[\"sex\"]}"
                                .formatted(version, dataset)))
                .path("id")
                .asText();
        JsonNode run = settled(auditors, "/audits/" + audit, "QUEUED RUNNING");
        assertEquals("COMPLETED", run.path("status").asText(), run::toString);
        JsonNode results = done(auditors.get("/audits/" + audit + "/results"));
        assertEquals(20 / 120.0, mean(results, "m"), 1e-12);
        assertEquals(5 / 120.0, mean(results, "w"), 1e-12);
        assertFalse(results.toString().contains("evaluator_sha256"));

        looksAtTheRun(north, amara, audit);
    }

    private static void assertRefused(int status, String field, Ask program, String body) {
        HttpResponse<String> answer = program.post("/models", body);
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(field.isEmpty() || answer.body().contains("\"" + field + "\""), answer.body());
    }

    private static double mean(JsonNode results, String sex) {
        for (JsonNode measurement : results.path("measurements")) {
            if (measurement.path("metric").asText().equals("mean_word_error_rate")
                    && measurement.path("features").path("sex").asText().equals(sex)
                    && measurement.path("over").isEmpty()) {
                return measurement.path("value").asDouble();
            }
        }
        throw new AssertionError("no mean of " + sex + " in " + results);
    }

    /** Says which files belong beside the job file. */
    private static void looksAtTheRun(Northern north, Visitor amara, String audit) throws Exception {
        north.join(north.body, AMARA, "AUDITOR");
        amara.open("/audit/run.xhtml?id=" + audit);
        Page page = amara.signIn("amara.okafor");
        page.locator("summary", new Page.LocatorOptions().setHasText("Run this plan"))
                .click();
        assertThat(page.getByText("its vocabulary")).isVisible();
        assertThat(page.getByText("16000 samples a second")).isVisible();
        amara.findsNoBarrier();
        amara.screenshot("companions-run");
    }
}
