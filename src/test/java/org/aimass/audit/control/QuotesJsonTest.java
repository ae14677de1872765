package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aimass.audit.control.OutcomeReader.OutcomeRefused;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.Plans;
import org.aimass.audit.entity.TaskOptions;
import org.aimass.engine.metrics.QuotedAnswers.Answer;
import org.aimass.engine.metrics.QuotedAnswers.Exchange;
import org.aimass.engine.metrics.QuotedAnswers.Finding;
import org.aimass.engine.metrics.QuotedAnswers.Reply;
import org.aimass.registry.entity.ModelTask;
import org.junit.jupiter.api.Test;

/** T2: what an outcome quotes is text that anybody may have written, of which the reader takes so much as was asked for. */
class QuotesJsonTest {

    private static final String REPLY =
            "{\"line\": 7, \"features\": {\"age\": \"18 to 29\"}, \"prompt\": \"Who?\", \"answer\": \"<b>You</b>\\n\","
                    + " \"right\": \"Ann\", \"toxicity\": 0.75, \"sentiment\": -1.5, \"findings\": [\"toxic\", \"wrong\"]}";
    private static final String EXCHANGE =
            "{\"line\": 3, \"features\": {}, \"text\": \"Ann\", \"score\": 0.25, \"exchanged\": \"Bob\", \"exchanged_score\": 0.5}";

    private static AuditPlan plan(ModelTask task, Map<String, Object> options) {
        AuditPlan usual = Plans.byAge();
        return new AuditPlan(
                task,
                usual.model(),
                usual.dataset(),
                usual.policy(),
                usual.columns(),
                Optional.empty(),
                new TaskOptions(options),
                OptionalDouble.empty(),
                List.of("age"),
                List.of(),
                Map.of(),
                List.of(),
                0.95,
                usual.bootstrap());
    }

    private static List<Answer> read(String answers, AuditPlan plan) throws OutcomeRefused {
        String outcome = """
                {"engine": {"version": "1.0.0", "device": "two cores", "threads": 2, "seed": 7},
                 "inputs": {"dataset_sha256": "%1$s", "model_sha256": "%2$s", "plan_sha256": "%1$s"},
                 "rows": {"read": 30, "used": 30, "left_out": 0, "reasons": []},
                 "groups": [{"features": {}, "rows": 30}], "measurements": [], "answers": %3$s,
                 "timing": {"read_s": 0.1, "score_s": 0.2, "measure_s": 0.3, "total_s": 0.6}}""".formatted(Plans.DATASET, Plans.MODEL, answers);
        return OutcomeReader.read(outcome.getBytes(StandardCharsets.UTF_8), plan)
                .details()
                .answers()
                .orElseThrow()
                .answers();
    }

    private static List<Answer> read(String answers) throws OutcomeRefused {
        return read(answers, plan(ModelTask.TEXT_GENERATION, Map.of("examples", 100.0)));
    }

    private static void refuses(String why, String answers) {
        String said = assertThrows(OutcomeRefused.class, () -> read(answers)).why();
        assertTrue(said.contains(why), said);
    }

    @Test
    void whatWasAskedForIsReadAndKeptAsItIs() throws OutcomeRefused {
        Answer reply = new Answer(
                7,
                Map.of("age", "18 to 29"),
                new Reply(
                        Optional.of("Who?"),
                        "<b>You</b>\n",
                        Optional.of("Ann"),
                        Optional.of(0.75),
                        Optional.of(-1.5),
                        List.of(Finding.TOXIC, Finding.WRONG)));
        Answer exchange =
                new Answer(3, Map.of(), new Exchange(Optional.of("Ann"), Optional.of("Bob"), 0.25, 0.5, List.of()));
        List<Answer> read = read("[" + REPLY + "," + EXCHANGE + "]");
        assertEquals(List.of(reply, exchange), read);
        for (Answer each : read) {
            assertEquals(each.quote(), QuotesJson.ofColumn(QuotesJson.column(each.quote())));
        }
        assertEquals(
                new Reply(Optional.empty(), "", Optional.empty(), Optional.empty(), Optional.empty(), List.of()),
                read("[{\"line\": 2, \"features\": {}, \"answer\": \"\"}]")
                        .get(0)
                        .quote());
        assertEquals(List.of(), read("[]", plan(ModelTask.TEXT_GENERATION, Map.of())));
    }

    @Test
    void noMoreThanWasAskedFor() {
        String two = "[" + REPLY + "," + EXCHANGE + "]";
        for (AuditPlan plan : List.of(
                plan(ModelTask.TEXT_GENERATION, Map.of("examples", 1.0)),
                plan(ModelTask.TEXT_GENERATION, Map.of()),
                plan(ModelTask.REGRESSION, Map.of("examples", 5.0)))) {
            String said =
                    assertThrows(OutcomeRefused.class, () -> read(two, plan)).why();
            assertEquals("the outcome quotes more answers than were asked for", said);
        }
        refuses(
                "answers: expected a list of at most 100",
                IntStream.range(0, 101)
                        .mapToObj(line -> EXCHANGE.replace("3", "1" + line))
                        .collect(Collectors.joining(",", "[", "]")));
    }

    @Test
    void textsAreShortAndLegible() {
        refuses("answers[0].answer: expected a text of at most 610", "[" + REPLY.replace("You", "x".repeat(611)) + "]");
        refuses(
                "answers[0].exchanged: expected a text of at most",
                "[" + EXCHANGE.replace("Bob", "x".repeat(611)) + "]");
        for (String control : List.of("\\u0000", "\\u0007", "\\u001b[2J", "\\u0085", "\\ud800")) {
            refuses("answers[0].prompt: expected a text without", "[" + REPLY.replace("Who", control) + "]");
            refuses("answers[0].answer: expected a text without", "[" + REPLY.replace("You", control) + "]");
            refuses("answers[0].right: expected a text without", "[" + REPLY.replace("\"Ann", "\"" + control) + "]");
        }
        refuses("answers[0].answer: expected a text", "[" + REPLY.replace("\"<b>You</b>\\n\"", "[\"You\"]") + "]");
    }

    @Test
    void nothingElse() {
        refuses("answers: line 7 twice", "[" + REPLY + "," + REPLY.replace("You", "I") + "]");
        refuses(
                "answers[0].onclick: unknown key",
                "[" + REPLY.replace("\"line\"", "\"onclick\": \"x\", \"line\"") + "]");
        refuses(
                "answers[0].toxicity: unknown key",
                "[" + EXCHANGE.replace("\"line\"", "\"toxicity\": 1, \"line\"") + "]");
        refuses("answers[0].line: expected a whole number", "[" + REPLY.replace("7,", "-7,") + "]");
        refuses("found a toxicity of 1.5, expected 0 to 1", "[" + REPLY.replace("0.75", "1.5") + "]");
        refuses("answers[0].sentiment: expected a finite number", "[" + REPLY.replace("-1.5", "\"bad\"") + "]");
        refuses("answers[0].score: missing", "[" + EXCHANGE.replace("\"score\": 0.25, ", "") + "]");
        refuses("findings that are not known, or twice", "[" + REPLY.replace("\"toxic\"", "\"fair\"") + "]");
        refuses("findings that are not known, or twice", "[" + REPLY.replace("\"toxic\"", "\"wrong\"") + "]");
        refuses("groups that nobody asked for", "[" + REPLY.replace("\"age\"", "\"sex\"") + "]");
        refuses("answers: expected a list", "{}");
    }
}
