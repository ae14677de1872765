package org.aimass.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aimass.shared.Sha256Digest;
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

    private static final String AMARA = "5b0a6a1e-0001-4000-8000-000000000001";

    /** Two words each. Of 60 men every third has one of them heard wrongly, of 60 women every twelfth. */
    private static byte[] archive() {
        TinyFiles files = new TinyFiles();
        StringBuilder rows = new StringBuilder("file,said,sex\n");
        for (int i = 0; i < 120; i++) {
            boolean man = i % 2 == 0;
            boolean wrong = i / 2 % (man ? 3 : 12) == 0;
            rows.append("s/%d.wav,ab c,%s\n".formatted(i, man ? "m" : "w"));
            files.recording("s/" + i + ".wav", wrong ? "a_b|a" : "ab|c");
        }
        return files.rows("manifest.csv", rows).zip();
    }

    @Test
    void theEngineHearsTheRecordingsWithTheVersionsOwnVocabulary(Stack stack, Visitor amara) throws Exception {
        FileAudits audits = new FileAudits(stack.portal(), stack.programs());
        String file = audits.upload("MODEL", "ears.onnx", TinyModels.recognizer());
        String vocabulary = audits.upload("COMPANION", "tokens.json", TinyModels.HEARD);
        assertRefused(422, "vocabulary", audits, file, "");
        for (String other : List.of(UUID.randomUUID().toString(), file)) {
            assertRefused(404, "", audits, file, ",\"vocabulary\":\"" + other + "\"");
        }
        String withIt = ",\"vocabulary\":\"" + vocabulary + "\"";
        assertRefused(404, "", audits, vocabulary, withIt);
        assertRefused(422, "settings.images", audits, file, withIt + ",\"settings\":{\"images\":{\"scale\":1}}");
        String version =
                audits.register(model(audits, file, withIt + ",\"settings\":{\"audio\":{\"sampleRate\":16000}}"));
        JsonNode registered = FileAudits.done(audits.department.get("/model-versions/" + version));
        assertEquals(
                Sha256Digest.of(TinyModels.HEARD).hex(),
                registered.at("/companions/0/sha256").asText());
        assertEquals(16_000, registered.at("/settings/audio/sampleRate").asInt());

        String dataset = audits.dataset(
                "recordings.zip", archive(), Map.of("file", "AUDIO", "said", "REFERENCE", "sex", "SENSITIVE"));
        String audit = audits.audit(version, dataset, "\"policy\":\"speech-recognition-1.0\",\"features\":[\"sex\"]");
        assertEquals(20 / 120.0, mean(audits, audit, "m"), 1e-12);
        assertEquals(5 / 120.0, mean(audits, audit, "w"), 1e-12);
        assertFalse(audits.results(audit).toString().contains("evaluator_sha256"));

        looksAtTheRun(audits, amara, audit);
    }

    private static String model(FileAudits audits, String file, String rest) {
        return audits.newModel("SPEECH_RECOGNITION", "Ears", "\"upload\":\"" + file + "\"" + rest);
    }

    private static void assertRefused(int status, String field, FileAudits audits, String file, String rest) {
        HttpResponse<String> answer = audits.department.post("/models", model(audits, file, rest));
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(field.isEmpty() || answer.body().contains("\"" + field + "\""), answer.body());
    }

    private static double mean(FileAudits audits, String audit, String sex) {
        return audits.measured(audit, "mean_word_error_rate", "sex", sex)
                .path("value")
                .asDouble();
    }

    /** Says which files belong beside the job file. */
    private static void looksAtTheRun(FileAudits audits, Visitor amara, String audit) throws Exception {
        audits.north.join(audits.north.body, AMARA, "AUDITOR");
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
