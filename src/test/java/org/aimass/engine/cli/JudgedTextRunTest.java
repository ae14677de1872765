package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.GraphProto;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aimass.engine.inference.Onnx;
import org.aimass.engine.inference.TextNets;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that models judge: answers of a closed model, and texts beside those in which a name is exchanged. */
class JudgedTextRunTest {

    private static final List<String> TEXTS = List.of("calm", "rude", "vile");

    @TempDir
    Path folder;

    private String toxicity = "";
    private String sentiment = "";

    @BeforeEach
    void writeFiles() throws IOException {
        toxicity = judge("toxic.onnx", TextNets.lookup(0.0625f, TEXTS, new float[] {0.125f, 0.5f, 0.75f}, -1, 1));
        sentiment = judge("mood.onnx", TextNets.lookup(0.25f, TEXTS, new float[] {2, -1, -3}, 3));
        Files.writeString(folder.resolve("answers.csv"), """
                answer,asked,flag,who
                calm,p2,0,u
                rude,p3,1,u
                vile,p4,0,u
                I'M SORRY,p5,1,v
                rude,p6,1,v
                ,p7,1,v
                calm,p8,1,v
                """);
    }

    private String judge(String file, GraphProto.Builder model) throws IOException {
        byte[] bytes = Onnx.model(model).toByteArray();
        Files.write(folder.resolve(file), bytes);
        return "{\"path\":\"%s\",\"sha256\":\"%s\"}"
                .formatted(file, Sha256Digest.of(bytes).hex());
    }

    private static String job(String columns, String model, String options) {
        return """
                {"task":"text_generation","dataset":{"path":"answers.csv"},"columns":{%s},"model":{%s},
                 "sensitive_features":["who"],"bootstrap":{"replicates":20},"options":{"protocol":"prompts"%s}}
                """.formatted(columns, model, options);
    }

    private static double value(JsonNode outcome, String metric, String who) {
        for (JsonNode one : outcome.path("measurements")) {
            if (one.path("metric").asText().equals(metric)
                    && !one.has("over")
                    && one.path("features").path("who").asText().equals(who)) {
                return one.path("value").asDouble(Double.NaN);
            }
        }
        throw new AssertionError("no " + metric + " of " + who);
    }

    /** Toxic are "rude" and "vile", refused is what begins as the phrase does; nothing is an answer too. */
    @Test
    void judgesAnswers() {
        String job = job(
                "\"answer\":\"answer\"",
                "\"evaluator\":" + toxicity + ",\"sentiment\":" + sentiment,
                ",\"refusal_phrases\":[\"I cannot\",\" i'm sorry\"]");
        JsonNode outcome = Console.measure(folder, job);
        assertEquals(7, outcome.at("/rows/used").asInt());
        assertEquals(3 / 7.0, value(outcome, "toxicity_rate", ""), 1e-15);
        assertEquals(2 / 3.0, value(outcome, "toxicity_rate", "u"), 1e-15);
        assertEquals(1 / 4.0, value(outcome, "toxicity_rate", "v"), 1e-15);
        assertEquals(1 / 7.0, value(outcome, "refusal_rate", ""), 1e-15);
        assertEquals(0, value(outcome, "refusal_rate", "u"), 1e-15);
        assertEquals(-2 / 3.0, value(outcome, "mean_sentiment", "u"), 1e-15);
        assertEquals(1.5 / 4, value(outcome, "mean_sentiment", "v"), 1e-15);
        assertTrue(outcome.at("/inputs/model_sha256").isMissingNode());
        assertTrue(toxicity.contains(outcome.at("/inputs/evaluator_sha256").asText()));
        assertTrue(outcome.at("/engine/onnxruntime").isTextual());
        assertTrue(outcome.path("answers").isMissingNode());
        JsonNode again = Console.measure(folder, job, "--threads", "3");
        assertEquals(outcome.path("measurements"), again.path("measurements"));
    }

    /** At 0.75 "vile" alone is toxic; what is refused is told by a column. */
    @Test
    void takesTheThresholdOfTheJobAndFlagsOfTheDataset() {
        String job = job("\"answer\":\"answer\",\"refused\":\"flag\"", "\"evaluator\":" + toxicity, "");
        JsonNode outcome = Console.measure(folder, job.replace("\"bootstrap\"", "\"threshold\":0.75,\"bootstrap\""));
        assertEquals(1 / 7.0, value(outcome, "toxicity_rate", ""), 1e-15);
        assertEquals(5 / 7.0, value(outcome, "refusal_rate", ""), 1e-15);
        assertEquals(1 / 3.0, value(outcome, "refusal_rate", "u"), 1e-15);
    }

    /** Without any model phrases alone tell refusals. */
    @Test
    void findsRefusalsByTheirWords() {
        JsonNode outcome = Console.measure(
                folder,
                job("\"answer\":\"answer\"", "", ",\"refusal_phrases\":[\"RUDE\",\"i'm\"],\"examples\":1")
                        .replace("\"model\":{},", ""));
        assertEquals(3 / 7.0, value(outcome, "refusal_rate", ""), 1e-15);
        assertEquals(2 / 4.0, value(outcome, "refusal_rate", "v"), 1e-15);
        assertEquals(
                "[{\"line\":3,\"features\":{\"who\":\"u\"},\"answer\":\"rude\",\"findings\":[\"refused\"]}]",
                outcome.path("answers").toString());
    }

    /** The most toxic first, of those as toxic the refusal, then the first. */
    @Test
    void quotesTheWorst() {
        String job = job(
                "\"answer\":\"answer\",\"prompt\":\"asked\"",
                "\"evaluator\":" + toxicity,
                ",\"refusal_phrases\":[\"I'm sorry\",\"cal\"],\"examples\":%d");
        JsonNode outcome = Console.measure(folder, job.formatted(4), "--threads", "2");
        assertEquals(
                "[{\"line\":4,\"features\":{\"who\":\"u\"},\"prompt\":\"p4\",\"answer\":\"vile\",\"toxicity\":0.75,\"findings\":[\"toxic\"]},"
                        + "{\"line\":3,\"features\":{\"who\":\"u\"},\"prompt\":\"p3\",\"answer\":\"rude\",\"toxicity\":0.5,\"findings\":[\"toxic\"]},"
                        + "{\"line\":6,\"features\":{\"who\":\"v\"},\"prompt\":\"p6\",\"answer\":\"rude\",\"toxicity\":0.5,\"findings\":[\"toxic\"]},"
                        + "{\"line\":2,\"features\":{\"who\":\"u\"},\"prompt\":\"p2\",\"answer\":\"calm\",\"toxicity\":0.125,\"findings\":[\"refused\"]}]",
                outcome.path("answers").toString());
        assertEquals(
                6, Console.measure(folder, job.formatted(100)).path("answers").size());
    }

    /** A model that answers with labels: 1 is what is looked for, or another label if the job says so. */
    @Test
    void takesLabelsToo() throws IOException {
        GraphProto.Builder labels = GraphProto.newBuilder()
                .addInput(Onnx.value("text", Onnx.STRING, -1))
                .addOutput(Onnx.value("label", Onnx.INT64, -1))
                .addNode(Onnx.ml("LabelEncoder", List.of("text"), List.of("label"))
                        .addAttribute(Onnx.textsAttribute("keys_strings", "rude", "vile"))
                        .addAttribute(Onnx.longsAttribute("values_int64s", 1, 2))
                        .addAttribute(Onnx.attribute("default_int64", 0)));
        String job = job("\"answer\":\"answer\"", "\"evaluator\":" + judge("labels.onnx", labels), "");
        assertEquals(2 / 7.0, value(Console.measure(folder, job), "toxicity_rate", ""), 1e-15);
        JsonNode outcome = Console.measure(folder, job.replace("\"bootstrap\"", "\"positive_label\":2,\"bootstrap\""));
        assertEquals(1 / 7.0, value(outcome, "toxicity_rate", ""), 1e-15);
    }

    /** Nobody says which of the words is toxic, until the job does. */
    @Test
    void askedForANumberItTakesNoWords() throws IOException {
        GraphProto.Builder words = GraphProto.newBuilder()
                .addInput(Onnx.value("text", Onnx.STRING, -1))
                .addOutput(Onnx.value("label", Onnx.STRING, -1))
                .addNode(Onnx.ml("LabelEncoder", List.of("text"), List.of("label"))
                        .addAttribute(Onnx.textsAttribute("keys_strings", "rude", "vile"))
                        .addAttribute(Onnx.textsAttribute("values_strings", "toxic", "toxic"))
                        .addAttribute(Onnx.attribute("default_string", "ok")));
        String job = job("\"answer\":\"answer\"", "\"evaluator\":" + judge("words.onnx", words), "");
        refuses(
                "answers.csv: line 2: the answer of words.onnx is \"ok\", expected a number, or positive_label to say which label is meant",
                job);
        JsonNode outcome =
                Console.measure(folder, job.replace("\"bootstrap\"", "\"positive_label\":\"toxic\",\"bootstrap\""));
        assertEquals(3 / 7.0, value(outcome, "toxicity_rate", ""), 1e-15);
    }

    /** Two classes with names: "rude" is toxic by 0.5, "vile" by 0.75, and fine by the rest. */
    @Test
    void takesTheClassOfThatName() throws IOException {
        GraphProto.Builder named = TextNets.lookup(0.0625f, TEXTS, new float[] {0.125f, 0.5f, 0.75f}, -1, 1)
                .clearOutput()
                .addInitializer(Onnx.floats("one", List.of(1L, 1L), 1))
                .addNode(Onnx.node("Sub", List.of("one", "p"), List.of("q")))
                .addNode(
                        Onnx.node("Concat", List.of("q", "p"), List.of("both")).addAttribute(Onnx.attribute("axis", 1)))
                .addNode(Onnx.ml("ZipMap", List.of("both"), List.of("classes"))
                        .addAttribute(Onnx.textsAttribute("classlabels_strings", "fine", "toxic")))
                .addOutput(Onnx.maps("classes", Onnx.STRING));
        String job = job("\"answer\":\"answer\"", "\"evaluator\":" + judge("named.onnx", named), "")
                .replace("\"bootstrap\"", "\"positive_label\":\"%s\",\"bootstrap\"");
        assertEquals(3 / 7.0, value(Console.measure(folder, job.formatted("toxic")), "toxicity_rate", ""), 1e-15);
        assertEquals(6 / 7.0, value(Console.measure(folder, job.formatted("fine")), "toxicity_rate", ""), 1e-15);
        refuses(
                "named.onnx: its classes are \"fine\", \"toxic\"; none is the positive label \"Toxic\"",
                job.formatted("Toxic"));
    }

    /** By row: 0.625 up and over, 0.25 up, 0.625 down and over, 0.4375 down and over. */
    @Test
    void scoresTextsAndTheirCounterfactuals() throws IOException {
        Files.writeString(
                folder.resolve("answers.csv"), "own,other,who\ncalm,vile,u\nrude,vile,u\nvile,calm,v\nrude,else,v\n");
        String job = job("\"text\":\"own\",\"counterfactual\":\"other\"", "\"path\":\"toxic.onnx\"", "")
                .replace("\"prompts\"", "\"counterfactual\"");
        JsonNode outcome = Console.measure(folder, job, "--threads", "2");
        assertEquals(1.9375 / 4, value(outcome, "counterfactual_gap", ""), 1e-15);
        assertEquals(0.875 / 2, value(outcome, "counterfactual_gap", "u"), 1e-15);
        assertEquals(-1.0625 / 2, value(outcome, "counterfactual_shift", "v"), 1e-15);
        assertEquals(3 / 4.0, value(outcome, "flip_rate", ""), 1e-15);
        assertEquals(1 / 2.0, value(outcome, "flip_rate", "u"), 1e-15);
        assertTrue(toxicity.contains(outcome.at("/inputs/model_sha256").asText()));
        assertTrue(outcome.path("answers").isMissingNode());
        assertEquals(
                "[{\"line\":2,\"features\":{\"who\":\"u\"},\"text\":\"calm\",\"score\":0.125,\"exchanged\":\"vile\",\"exchanged_score\":0.75,\"findings\":[\"flipped\"]},"
                        + "{\"line\":4,\"features\":{\"who\":\"v\"},\"text\":\"vile\",\"score\":0.75,\"exchanged\":\"calm\",\"exchanged_score\":0.125,\"findings\":[\"flipped\"]},"
                        + "{\"line\":5,\"features\":{\"who\":\"v\"},\"text\":\"rude\",\"score\":0.5,\"exchanged\":\"else\",\"exchanged_score\":0.0625,\"findings\":[\"flipped\"]}]",
                Console.measure(
                                folder,
                                job.replace(
                                        "\"protocol\":\"counterfactual\"",
                                        "\"protocol\":\"counterfactual\",\"examples\":3"),
                                "--threads",
                                "2")
                        .path("answers")
                        .toString());
        refuses(
                "columns.text: found none, expected a column for protocol counterfactual with a model",
                job.replace("\"text\":\"own\"", "\"score\":\"own\""));
        refuses(
                "model.evaluator: found one, expected none for protocol counterfactual",
                job.replace("{\"path\":\"toxic.onnx\"", "{\"evaluator\":" + toxicity + ",\"path\":\"toxic.onnx\""));
    }

    private void refuses(String why, String job) {
        String line = Console.refuse(folder, job);
        assertTrue(line.contains(why), line);
    }

    @Test
    void saysWhatDoesNotFit() {
        String answer = "\"answer\":\"answer\"";
        String judge = "\"evaluator\":" + toxicity;
        refuses("model.path is missing", job(answer, "", ""));
        refuses(
                "model.evaluator.sha256: found none, expected the digest of what measures",
                job(answer, "\"evaluator\":{\"path\":\"toxic.onnx\"}", ""));
        refuses(
                "unknown key \"model.evaluator.threshold\"",
                job(answer, judge.replace("\"path\"", "\"threshold\":1,\"path\""), ""));
        refuses(
                "toxic.onnx: its SHA-256 is",
                job(answer, "\"evaluator\":{\"path\":\"toxic.onnx\",\"sha256\":\"" + "0".repeat(64) + "\"}", ""));
        refuses("columns.answer: found none, expected a column for protocol prompts", job("", judge, ""));
        refuses(
                "columns.toxic: found one, expected none beside model.evaluator",
                job(answer + ",\"toxic\":\"flag\"", judge, ""));
        refuses(
                "columns.sentiment: found one, expected none beside model.sentiment",
                job(answer + ",\"sentiment\":\"flag\"", "\"sentiment\":" + sentiment, ""));
        refuses(
                "columns.refused: found one, expected none beside options.refusal_phrases",
                job(answer + ",\"refused\":\"flag\"", judge, ",\"refusal_phrases\":[\"no\"]"));
        refuses(
                "columns.answer: found none, expected the answers, for options.examples asks to quote some",
                job("\"toxic\":\"flag\"", "", ",\"examples\":1").replace("\"model\":{},", ""));
        refuses(
                "columns.toxic: found neither toxic nor refused nor sentiment",
                job(answer, "", "").replace("\"model\":{},", ""));
        refuses("options.examples: found 101, expected a whole number", job(answer, judge, ",\"examples\":101"));
        refuses(
                "options.refusal_phrases: found a blank one",
                job(answer, judge, ",\"refusal_phrases\":[\" \",\"no\"]"));
        refuses("unknown key \"options.max_new_tokens\"", job(answer, judge, ",\"max_new_tokens\":5"));
    }

    @Test
    void saysWhatAJudgeCannotDo() throws IOException {
        String answer = "\"answer\":\"answer\"";
        refuses(
                "answers.csv: line 4: the answer of loud.onnx is 1.5, expected a number from 0 to 1",
                job(
                        answer,
                        "\"evaluator\":"
                                + judge("loud.onnx", TextNets.lookup(0, List.of("vile"), new float[] {1.5f}, -1)),
                        ""));
        refuses(
                "expected a number below 2^40 in size",
                job(
                        answer,
                        "\"sentiment\":" + judge("void.onnx", TextNets.lookup(Float.NaN, TEXTS, new float[3], -1)),
                        ""));
        refuses(
                "numbers.onnx: input \"x\" takes float of shape [-1, 1]; expected string of shape [N] or [N, 1], for texts",
                job(answer, "\"evaluator\":" + judge("numbers.onnx", Onnx.identity()), ""));
        refuses(
                "wide.onnx: input \"text\" takes string of shape [-1, 2]",
                job(answer, "\"evaluator\":" + judge("wide.onnx", TextNets.lookup(0, TEXTS, new float[3], -1, 2)), ""));
        Files.writeString(folder.resolve("answers.csv"), "answer,who\nfine,u\n" + "x".repeat(20_001) + ",v\n");
        refuses("line 3, column \"answer\"", job(answer, "\"evaluator\":" + toxicity, ""));
        refuses("expected a text of at most 20000 characters", job(answer, "\"evaluator\":" + toxicity, ""));
    }
}
