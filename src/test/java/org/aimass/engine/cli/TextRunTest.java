package org.aimass.engine.cli;

import static org.aimass.engine.cli.ReferenceTest.over;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Language models by what the dataset brings of them; every value worked by hand. */
class TextRunTest {

    @TempDir
    Path folder;

    private Map<String, JsonNode> measured = new HashMap<>();

    @BeforeEach
    void writeData() throws IOException {
        Files.writeString(folder.resolve("pairs.csv"), """
                more,less,unrelated,direction,term,kind
                -10,-12,-11,stereo,t1,race
                -9,-8,-20,stereo,t1,race
                -7,-7,-6,antistereo,t2,race
                -5,-6,-5.5,antistereo,t3,gender
                -5,-6,-9,stereo,t3,gender
                -1,-2,-9,stereo,t4,race
                """);
        Files.writeString(folder.resolve("questions.csv"), """
                right,answer,biased,unknown,kind
                ?,?,Ann,?,sex
                ?,Ann,Ann,?,sex
                ?,Ann,Ann,?,age
                ?,Bob,Ann,?,age
                ?,?,Ann,?,age
                Ann,Ann,Ann,?,sex
                Bob,Ann,Ann,?,sex
                Bob,Bob,Ann,?,sex
                Ann,?,Ann,?,sex
                Ann,Ann,Ann,?,sex
                """);
        Files.writeString(folder.resolve("prompts.csv"), """
                toxic,refused,sentiment,who
                1,0,0.5,u
                0,0,-0.25,u
                0,1,-0.5,u
                1,0,1,v
                1,1,0.75,v
                """);
        Files.writeString(folder.resolve("swaps.csv"), """
                score,other,who
                0.25,0.5,u
                0.75,0.625,u
                0.5,0.125,v
                0.875,0.875,v
                0.5,0,v
                """);
    }

    private JsonNode measure(String file, String protocol, String columns, String feature) {
        JsonNode outcome = Console.measure(folder, job(file, protocol, columns, feature), "--threads", "3");
        measured = new HashMap<>();
        for (JsonNode one : outcome.path("measurements")) {
            StringBuilder key = new StringBuilder(one.path("metric").asText());
            one.path("features").properties().forEach(it -> key.append(" ")
                    .append(it.getValue().asText()));
            one.path("at").properties().forEach(it -> key.append(" ")
                    .append(it.getValue().asText()));
            if (one.has("over")) {
                key.append(over(one.path("over").path(0).asText()));
            }
            if (one.has("pair")) {
                key.append(" ").append(one.path("pair").path(0).asText());
            }
            measured.put(key.toString(), one);
        }
        return outcome;
    }

    private static String job(String file, String protocol, String columns, String feature) {
        return """
                {"task":"text_generation","dataset":{"path":"%s"},"columns":{%s},"sensitive_features":["%s"],
                 "bootstrap":{"replicates":50},"options":{"protocol":"%s"}}
                """.formatted(file, columns, feature, protocol);
    }

    private JsonNode find(String key) {
        JsonNode one = measured.get(key);
        assertTrue(one != null, () -> key + " of " + measured.keySet());
        return one;
    }

    private void is(double expected, String key) {
        assertEquals(expected, find(key).path("value").asDouble(Double.NaN), 1e-12, key);
    }

    @Test
    void readsPairsAsCrowsPairsDoes() {
        JsonNode outcome = measure(
                "pairs.csv", "pairs", "\"more\":\"more\",\"less\":\"less\",\"direction\":\"direction\"", "kind");
        is(4 / 6.0, "stereotype_share");
        is(2 / 4.0, "stereotype_share race");
        is(1, "stereotype_share gender");
        is(1 / 6.0, "neutral_share");
        is(3 / 4.0, "stereotype_share stereo");
        is(2 / 3.0, "stereotype_share race stereo");
        is(1, "stereotype_share antistereo");
        is(1 - 2 / 4.0, "stereotype_share_difference over kind gender");
        assertEquals(
                "no pairs of that direction that are not neutral",
                find("stereotype_share race antistereo").path("undefined").asText());
        assertEquals("wilson", find("stereotype_share").at("/interval/method").asText());
        assertEquals(4, find("stereotype_share").path("numerator").asInt());
        assertTrue(outcome.at("/notes/0/source").asText().startsWith("Blodgett et al."));
        assertEquals(2, outcome.path("notes").size());
    }

    /** By term: t1 50 and 75, t2 0 and 0, t3 100 and 75, t4 100 and 100. */
    @Test
    void readsPairsAsStereoSetDoes() {
        measure(
                "pairs.csv",
                "pairs",
                "\"more\":\"more\",\"less\":\"less\",\"unrelated\":\"unrelated\",\"cluster\":\"term\"",
                "kind");
        is(250 / 4.0, "stereotype_score");
        is(250 / 4.0, "language_modeling_score");
        is(62.5 * 37.5 / 50, "icat");
        is(150 / 3.0, "stereotype_score race");
        is(175 / 3.0, "language_modeling_score race");
        is(175 / 3.0, "icat race");
        is(75, "language_modeling_score gender");
        is(0, "icat gender");
        // 75, 0 and 100: a standard error of the root of 5416.67 / 2 / 3
        assertEquals(
                Math.sqrt(16250 / 18.0),
                find("language_modeling_score race")
                        .at("/interval/standard_error")
                        .asDouble(),
                1e-12);
        assertEquals(
                "student_t_clusters",
                find("stereotype_share").at("/interval/method").asText());
        assertEquals(4, find("stereotype_share").path("numerator").asInt());
        // of all: 2/50 times (37.5 times what moves the one, 62.5 times what moves the other)
        double[] moves = {
            12.5 * 37.5 - 62.5 * -12.5,
            -62.5 * 37.5 - 62.5 * -62.5,
            12.5 * 37.5 - 62.5 * 37.5,
            37.5 * 37.5 - 62.5 * 37.5
        };
        double squares = 0;
        for (double move : moves) {
            squares += Math.pow(move / 4 / 50, 2);
        }
        assertEquals(
                Math.sqrt(squares * 4 / 3),
                find("icat").at("/interval/standard_error").asDouble(),
                1e-12);
    }

    /** Ambiguous: 2 of 5 right, 2 of 3 committed ones biased. The others: 3 of 5 right, 3 of 4 biased. */
    @Test
    void readsQuestionsAsBbqAndCbbqDo() {
        measure(
                "questions.csv",
                "question_answering",
                "\"label\":\"right\",\"prediction\":\"answer\",\"biased\":\"biased\",\"unknown\":\"unknown\"",
                "kind");
        is(2 / 5.0, "bbq_accuracy ambiguous");
        is(3 / 5.0, "bbq_accuracy disambiguated");
        is((1 - 2 / 5.0) * (2 * 2 / 3.0 - 1), "bbq_bias ambiguous");
        is(2 * 3 / 4.0 - 1, "bbq_bias disambiguated");
        is(2 / 5.0, "bbq_bias ambiguous cbbq");
        is(3 / 4.0, "bbq_bias disambiguated cbbq");
        is((1 - 1 / 2.0) * (2 * 1 / 1.0 - 1), "bbq_bias sex ambiguous");
        is((1 - 1 / 3.0) * (2 * 1 / 2.0 - 1), "bbq_bias age ambiguous");
        assertEquals(
                "no disambiguated questions with another answer than unknown",
                find("bbq_bias age disambiguated").path("undefined").asText());
        assertEquals(
                "no disambiguated questions",
                find("bbq_accuracy age disambiguated").path("undefined").asText());
    }

    /** Of 2 committed and biased, and 1 committed alone: the bias moves by 2/3 (1 - 2/3) and so on, the accuracy with it. */
    @Test
    void isAsSureAsWhatItRestsOn() {
        measure(
                "questions.csv",
                "question_answering",
                "\"label\":\"right\",\"prediction\":\"answer\",\"biased\":\"biased\",\"unknown\":\"unknown\"",
                "kind");
        double bias = 1 / 3.0;
        double[] moves = {
            -bias * (1 - 0.4) / 5,
            0.6 * 2 * (1 - 2 / 3.0) / 3 + bias * 0.4 / 5,
            0.6 * 2 * (1 - 2 / 3.0) / 3 + bias * 0.4 / 5,
            0.6 * 2 * (-2 / 3.0) / 3 + bias * 0.4 / 5,
            -bias * (1 - 0.4) / 5
        };
        double squares = 0;
        for (double move : moves) {
            squares += move * move;
        }
        assertEquals(
                Math.sqrt(squares * 10 / 9),
                find("bbq_bias ambiguous").at("/interval/standard_error").asDouble(),
                1e-12);
    }

    @Test
    void readsPrompts() {
        measure(
                "prompts.csv",
                "prompts",
                "\"toxic\":\"toxic\",\"refused\":\"refused\",\"sentiment\":\"sentiment\"",
                "who");
        is(3 / 5.0, "toxicity_rate");
        is(1 / 3.0, "toxicity_rate u");
        is(2 / 5.0, "refusal_rate");
        is(1 / 2.0, "refusal_rate v");
        is(1.5 / 5, "mean_sentiment");
        is(-0.25 / 3, "mean_sentiment u");
        is(1.75 / 2 + 0.25 / 3, "mean_sentiment_difference over who v");
        assertEquals(
                "welch",
                find("mean_sentiment_difference over who v")
                        .at("/interval/method")
                        .asText());
    }

    @Test
    void readsCounterfactuals() {
        measure("swaps.csv", "counterfactual", "\"score\":\"score\",\"counterfactual\":\"other\"", "who");
        is((0.25 + 0.125 + 0.375 + 0 + 0.5) / 5, "counterfactual_gap");
        is((0.25 + 0.125) / 2, "counterfactual_gap u");
        is((0.25 - 0.125) / 2, "counterfactual_shift u");
        is(3 / 5.0, "flip_rate");
        is(1 / 2.0, "flip_rate u");
        is(2 / 3.0, "flip_rate v");
    }

    private void refuses(String why, String job) {
        String line = Console.refuse(folder, job);
        assertTrue(line.contains(why), line);
    }

    @Test
    void saysWhatDoesNotFit() throws IOException {
        String pair = "\"more\":\"more\",\"less\":\"less\"";
        refuses(
                "options.protocol is missing",
                job("pairs.csv", "pairs", pair, "kind").replace("protocol", "p"));
        refuses(
                "found \"pair\", expected one of \"pairs\", \"question_answering\"",
                job("pairs.csv", "pair", pair, "kind"));
        refuses("columns.less: found none", job("pairs.csv", "pairs", "\"more\":\"more\"", "kind"));
        refuses(
                "columns.toxic: found one, expected none for protocol pairs",
                job("pairs.csv", "pairs", pair + ",\"toxic\":\"term\"", "kind"));
        refuses(
                "columns.cluster: found none, expected the column of the term",
                job("pairs.csv", "pairs", pair + ",\"unrelated\":\"unrelated\"", "kind"));
        refuses(
                "columns.toxic: found neither toxic nor refused nor sentiment",
                job("prompts.csv", "prompts", "", "who"));
        refuses("\"stereo\" or \"antistereo\"", job("pairs.csv", "pairs", pair + ",\"direction\":\"term\"", "kind"));
        refuses("expected 0 or 1", job("prompts.csv", "prompts", "\"toxic\":\"sentiment\"", "who"));
        Files.writeString(folder.resolve("same.csv"), "right,answer,biased,unknown,kind\nAnn,Ann,?,?,sex\n");
        refuses(
                "another answer than the unknown one",
                job(
                        "same.csv",
                        "question_answering",
                        "\"label\":\"right\",\"prediction\":\"answer\",\"biased\":\"biased\",\"unknown\":\"unknown\"",
                        "kind"));
    }
}
