package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnx.proto.OnnxMl.GraphProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.aimass.audit.entity.AuditOutcome;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.PlanColumns;
import org.aimass.audit.entity.Plans;
import org.aimass.audit.entity.TaskOptions;
import org.aimass.engine.inference.Onnx;
import org.aimass.engine.inference.TextNets;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.QuotedAnswers;
import org.aimass.registry.entity.CompanionKind;
import org.aimass.registry.entity.ModelSettings;
import org.aimass.registry.entity.ModelTask;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers to prompts, of a file or of a dataset, judged by a classifier and by what they begin with. */
class TextPlansRunTest {

    private static final String ANSWERED = """
            asked,answer,who
            p,calm,u
            p,rude,u
            p,Sorry: no,v
            p,rude,v
            p,rude,v
            """;

    @TempDir
    Path folder;

    /** "rude" is toxic as the second number says; the first means nothing. */
    @BeforeEach
    void files() throws IOException {
        Files.write(
                folder.resolve("evaluator.onnx"),
                Onnx.model(TextNets.lookup(
                                0.25f, List.of("calm", "rude", " b"), new float[] {0.125f, 0.75f, 0.5f}, -1, 1))
                        .toByteArray());
    }

    private Sha256Digest digest(String name) throws IOException {
        return Sha256Digest.of(Files.readAllBytes(folder.resolve(name)));
    }

    private Optional<AuditPlan.Evaluator> evaluator() throws IOException {
        ModelSettings.Output output = new ModelSettings.Output(Optional.of("p"), OptionalInt.empty());
        ModelSettings said = new ModelSettings(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(output));
        return Optional.of(new AuditPlan.Evaluator(new UUID(0, 7), digest("evaluator.onnx"), said, Map.of()));
    }

    private AuditOutcome run(AuditPlan.Model model, Map<String, String> columns, Map<String, Object> options)
            throws Exception {
        return run(model, columns, options, OptionalDouble.empty());
    }

    private AuditOutcome run(
            AuditPlan.Model model, Map<String, String> columns, Map<String, Object> options, OptionalDouble threshold)
            throws Exception {
        AuditPlan usual = Plans.byAge();
        return PlanRun.of(
                new AuditPlan(
                        ModelTask.TEXT_GENERATION,
                        model,
                        new AuditPlan.Dataset(new UUID(0, 2), digest("data.csv"), "csv"),
                        usual.policy(),
                        PlanColumns.of(columns),
                        Optional.empty(),
                        new TaskOptions(Map.of("protocol", "prompts")).and(options),
                        threshold,
                        List.of("who"),
                        List.of(),
                        Map.of(),
                        List.of(),
                        usual.confidence(),
                        usual.bootstrap()),
                folder);
    }

    private static QuotedAnswers.Answer quote(long line, String who) {
        return new QuotedAnswers.Answer(
                line,
                Map.of("who", who),
                new QuotedAnswers.Reply(
                        Optional.of("p"),
                        "rude",
                        Optional.empty(),
                        Optional.of(0.75),
                        Optional.empty(),
                        List.of(QuotedAnswers.Finding.TOXIC)));
    }

    private static double value(AuditOutcome outcome, String metric, String who) {
        return outcome.measurements().stream()
                .filter(each -> each.metric().equals(metric)
                        && each.features().equals(Map.of("who", who))
                        && each.over().isEmpty())
                .map(each -> ((MetricValue.Measured) each.value()).value())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void answersOfADatasetAreJudged() throws Exception {
        Files.writeString(folder.resolve("data.csv"), ANSWERED);
        AuditOutcome outcome = run(
                new AuditPlan.Model(
                        new UUID(0, 1), Optional.empty(), Map.of(), ModelSettings.NONE, Map.of(), evaluator()),
                Map.of("prompt", "asked", "answer", "answer"),
                Map.of("refusal_phrases", List.of("sorry", "I cannot"), "examples", 2.0));
        assertEquals(
                List.of(quote(3, "u"), quote(5, "v")),
                outcome.details().answers().orElseThrow().answers());
        assertEquals(1 / 2.0, value(outcome, "toxicity_rate", "u"), 1e-15);
        assertEquals(2 / 3.0, value(outcome, "toxicity_rate", "v"), 1e-15);
        assertEquals(0, value(outcome, "refusal_rate", "u"));
        assertEquals(1 / 3.0, value(outcome, "refusal_rate", "v"), 1e-15);
        assertEquals(
                Optional.of(digest("evaluator.onnx")), outcome.head().inputs().evaluator());
    }

    private AuditPlan.Model judged(ModelSettings judge, Optional<String> sought) throws IOException {
        return new AuditPlan.Model(
                new UUID(0, 1),
                Optional.empty(),
                Map.of(),
                ModelSettings.NONE,
                Map.of(),
                Optional.of(new AuditPlan.Evaluator(new UUID(0, 7), digest("evaluator.onnx"), judge, Map.of())),
                Optional.empty(),
                Optional.empty(),
                sought);
    }

    /** "rude" is scored 0.75 and all that nobody knows 0.25: from there on the answer that begins with "Sorry" counts, too. */
    @Test
    void thePlanSaysFromWhichScoreOnAnAnswerIsToxic() throws Exception {
        Files.writeString(folder.resolve("data.csv"), ANSWERED);
        AuditPlan.Model model = judged(evaluator().orElseThrow().settings(), Optional.empty());
        Map<String, String> columns = Map.of("prompt", "asked", "answer", "answer");
        AuditOutcome low = run(model, columns, Map.of(), OptionalDouble.of(0.25));
        assertEquals(1 / 2.0, value(low, "toxicity_rate", "u"), 1e-15);
        assertEquals(1, value(low, "toxicity_rate", "v"));
        AuditOutcome high = run(model, columns, Map.of(), OptionalDouble.of(0.8));
        assertEquals(0, value(high, "toxicity_rate", "v"));
    }

    /** Of "calm", "rude" and what else there is: 2, -1 and 0.5. */
    @Test
    void sentimentIsToldBesideToxicity() throws Exception {
        Files.writeString(folder.resolve("data.csv"), ANSWERED);
        Files.write(
                folder.resolve("sentiment.onnx"),
                Onnx.model(TextNets.lookup(0.5f, List.of("calm", "rude"), new float[] {2, -1}, -1))
                        .toByteArray());
        AuditPlan.Evaluator sentiment =
                new AuditPlan.Evaluator(new UUID(0, 8), digest("sentiment.onnx"), ModelSettings.NONE, Map.of());
        Map<String, String> columns = Map.of("prompt", "asked", "answer", "answer");
        for (boolean toxicity : new boolean[] {true, false}) {
            AuditOutcome outcome = run(
                    new AuditPlan.Model(
                            new UUID(0, 1),
                            Optional.empty(),
                            Map.of(),
                            ModelSettings.NONE,
                            Map.of(),
                            toxicity ? evaluator() : Optional.empty(),
                            Optional.empty(),
                            Optional.of(sentiment),
                            Optional.empty()),
                    columns,
                    Map.of());
            assertEquals(1 / 2.0, value(outcome, "mean_sentiment", "u"), 1e-15);
            assertEquals(-1.5 / 3, value(outcome, "mean_sentiment", "v"), 1e-15);
            assertEquals(
                    Optional.of(digest(toxicity ? "evaluator.onnx" : "sentiment.onnx")),
                    outcome.head().inputs().evaluator());
        }
    }

    /** By row: 0.625 up and over 0.5, 0.25 up, 0.625 down and over, 0.25 down and under. */
    @Test
    void aClassifierScoresTextsBeforeAndAfterAnExchange() throws Exception {
        Files.writeString(
                folder.resolve("data.csv"), "own,other,who\ncalm,rude,u\n b,rude,u\nrude,calm,v\n b,else,v\n");
        Files.copy(folder.resolve("evaluator.onnx"), folder.resolve("model.onnx"));
        AuditOutcome outcome = run(
                new AuditPlan.Model(new UUID(0, 1), Optional.of(digest("model.onnx")), Map.of()),
                Map.of("text", "own", "counterfactual", "other"),
                Map.of("protocol", "counterfactual"),
                OptionalDouble.of(0.5));
        assertEquals(0.875 / 2, value(outcome, "counterfactual_gap", "u"), 1e-15);
        assertEquals(-0.875 / 2, value(outcome, "counterfactual_shift", "v"), 1e-15);
        assertEquals(1 / 2.0, value(outcome, "flip_rate", "u"), 1e-15);
        assertEquals(1, value(outcome, "flip_rate", "v"));
    }

    @Test
    void thePlanSaysWhichWordMeansToxic() throws Exception {
        Files.writeString(folder.resolve("data.csv"), ANSWERED);
        Files.write(
                folder.resolve("evaluator.onnx"),
                Onnx.model(GraphProto.newBuilder()
                                .addInput(Onnx.value("text", Onnx.STRING, -1))
                                .addOutput(Onnx.value("label", Onnx.STRING, -1))
                                .addNode(Onnx.ml("LabelEncoder", List.of("text"), List.of("label"))
                                        .addAttribute(Onnx.textsAttribute("keys_strings", "rude", "calm"))
                                        .addAttribute(Onnx.textsAttribute("values_strings", "vile", "mild"))
                                        .addAttribute(Onnx.attribute("default_string", "none"))))
                        .toByteArray());
        Map<String, String> columns = Map.of("prompt", "asked", "answer", "answer");
        AuditOutcome vile = run(judged(ModelSettings.NONE, Optional.of("vile")), columns, Map.of());
        assertEquals(1 / 2.0, value(vile, "toxicity_rate", "u"), 1e-15);
        assertEquals(2 / 3.0, value(vile, "toxicity_rate", "v"), 1e-15);
        AuditOutcome none = run(judged(ModelSettings.NONE, Optional.of("none")), columns, Map.of());
        assertEquals(0, value(none, "toxicity_rate", "u"));
        assertEquals(1 / 3.0, value(none, "toxicity_rate", "v"), 1e-15);
    }

    /** Behind "a" comes " b", which is toxic, and then the end; behind "b" nothing but blanks, as many as there may be. */
    @Test
    void aFileAnswersInItsOwnWords() throws Exception {
        Files.writeString(folder.resolve("data.csv"), "asked,who\na,u\nb,u\na,v\na,v\n");
        AuditOutcome outcome = run(
                language(evaluator()),
                Map.of("prompt", "asked"),
                Map.of("refusal_phrases", List.of("b"), "max_new_tokens", 3.0));
        assertEquals(1 / 2.0, value(outcome, "toxicity_rate", "u"), 1e-15);
        assertEquals(1, value(outcome, "toxicity_rate", "v"));
        assertEquals(1 / 2.0, value(outcome, "refusal_rate", "u"), 1e-15);
        assertEquals(1, value(outcome, "refusal_rate", "v"));
    }

    private AuditPlan.Model language(Optional<AuditPlan.Evaluator> judge) throws IOException {
        float[] logits = {
            0, 1, 2, 5, 4, 0, //
            1, 2, 7, 3, 4, 5, //
            0, 2, 8, 3, 4, 5, //
            0, 1, 2, 3, 6, 5, //
            6, 1, 2, 3, 4, 5, //
            0, 1, 2, 3, 8, 5
        };
        Files.write(
                folder.resolve("model.onnx"),
                Onnx.model(TextNets.language(6, logits)).toByteArray());
        Files.writeString(folder.resolve("tokenizer.json"), TextNets.TOKENIZER);
        ModelSettings ending = new ModelSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ModelSettings.Text.of(Optional.empty(), Optional.of("</s>")),
                Optional.empty());
        return new AuditPlan.Model(
                new UUID(0, 1),
                Optional.of(digest("model.onnx")),
                Map.of(),
                ending,
                Map.of(CompanionKind.TOKENIZER, digest("tokenizer.json")),
                judge);
    }

    /** Asked "a" it says "b", which is right twice and biased once; asked "b" it says nothing, which is none of the answers. */
    @Test
    void questionsAreAnsweredInItsOwnWords() throws Exception {
        Files.writeString(folder.resolve("data.csv"), """
                asked,right,biased,unknown,who
                a,B,x,n,u
                b,x,b,n,u
                a,x,b,n,v
                a,b,x,n,v
                a,b,x,n,v
                """);
        AuditOutcome outcome = run(
                language(Optional.empty()),
                Map.of("prompt", "asked", "label", "right", "biased", "biased", "unknown", "unknown"),
                Map.of(
                        "protocol",
                        "question_answering",
                        "answering",
                        "greedy",
                        "max_new_tokens",
                        3.0,
                        "stop_at_line_break",
                        true));
        assertEquals(1 / 2.0, told(outcome, "unmatched_rate", "u"), 1e-15);
        assertEquals(0, told(outcome, "unmatched_rate", "v"));
        assertEquals(1 / 2.0, told(outcome, "bbq_accuracy", "u"), 1e-15);
        assertEquals(2 / 3.0, told(outcome, "bbq_accuracy", "v"), 1e-15);
    }

    /** Of questions whose answer can be told. */
    private static double told(AuditOutcome outcome, String metric, String who) {
        return outcome.measurements().stream()
                .filter(each -> each.metric().equals(metric)
                        && each.features().equals(Map.of("who", who))
                        && each.over().isEmpty()
                        && each.at().containsValue("disambiguated"))
                .map(each -> ((MetricValue.Measured) each.value()).value())
                .findFirst()
                .orElseThrow();
    }
}
