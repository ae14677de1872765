package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an outcome quotes of closed language models: the worst rows, by hand. */
class QuotedRowsRunTest {

    @TempDir
    Path folder;

    private String job(String protocol, String columns, int examples, String rows) {
        try {
            Files.writeString(folder.resolve("rows.csv"), rows);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return """
                {"task":"text_generation","dataset":{"path":"rows.csv"},"columns":{%s},"sensitive_features":["who"],
                 "bootstrap":{"replicates":5},"options":{"protocol":"%s","examples":%d}}
                """.formatted(columns, protocol, examples);
    }

    private List<String> quoted(String job, String... options) {
        JsonNode outcome = Console.measure(folder, job, options);
        List<String> rows = new ArrayList<>();
        outcome.path("answers").forEach(row -> rows.add(row.toString()));
        return rows;
    }

    /** Wrong are lines 3 (biased), 5 (cannot be told, which it could), 6 (biased) and 7. */
    @Test
    void wrongAnswersTheBiasedFirst() {
        String rows = """
                asked,right,said,biased,unknown,who
                p2,Ann,Ann,Bob,?,u
                p3,?,Bob,Bob,?,u
                p4,?,?,Bob,?,v
                p5,Ann,?,Bob,?,v
                p6,Ann, Bob ,Bob,?,v
                p7,Ann,Eve,Bob,?,u
                """;
        String columns =
                "\"label\":\"right\",\"prediction\":\"said\",\"biased\":\"biased\",\"unknown\":\"unknown\",\"prompt\":\"asked\"";
        String line =
                "{\"line\":%d,\"features\":{\"who\":\"%s\"},\"prompt\":\"%s\",\"answer\":\"%s\",\"right\":\"%s\",\"findings\":[%s]}";
        List<String> expected = List.of(
                line.formatted(3, "u", "p3", "Bob", "?", "\"wrong\",\"biased\""),
                line.formatted(6, "v", "p6", " Bob ", "Ann", "\"wrong\",\"biased\""),
                line.formatted(5, "v", "p5", "?", "Ann", "\"wrong\""),
                line.formatted(7, "u", "p7", "Eve", "Ann", "\"wrong\""));
        assertEquals(expected, quoted(job("question_answering", columns, 9, rows), "--threads", "2"));
        assertEquals(expected.subList(0, 3), quoted(job("question_answering", columns, 3, rows)));
        assertEquals(List.of(), quoted(job("question_answering", columns, 0, rows)));
        List<String> untold = quoted(job("question_answering", columns.replace(",\"prompt\":\"asked\"", ""), 1, rows));
        assertEquals(List.of(expected.get(0).replace("\"prompt\":\"p3\",", "")), untold);
        JsonNode blank = Console.measure(folder, job("question_answering", columns, 1, rows.replace("p3", "")));
        assertEquals(6, blank.at("/rows/used").asInt());
        assertEquals("", blank.at("/answers/0/prompt").asText("none"));
    }

    /** Gaps 0.25, 0.5, none, 0.5 and 0.125; of lines 3 and 5, as far apart, the first. Line 6 has no text, and counts all the same. */
    @Test
    void exchangesTheWidestFirst() {
        String rows = """
                score,other,own,exchanged,who
                0.5,0.75,Ann runs,Bob runs,u
                0.75,0.25,Ann sings,Bob sings,u
                0.25,0.25,Ann eats,Bob eats,v
                0.125,0.625,Ann writes,Bob writes,v
                0.25,0.375,,,v
                """;
        String columns = "\"score\":\"score\",\"counterfactual\":\"other\"";
        String texts = columns + ",\"text\":\"own\",\"exchanged\":\"exchanged\"";
        List<String> expected = List.of(
                "{\"line\":3,\"features\":{\"who\":\"u\"},\"text\":\"Ann sings\",\"score\":0.75,\"exchanged\":\"Bob sings\",\"exchanged_score\":0.25,\"findings\":[\"flipped\"]}",
                "{\"line\":5,\"features\":{\"who\":\"v\"},\"text\":\"Ann writes\",\"score\":0.125,\"exchanged\":\"Bob writes\",\"exchanged_score\":0.625,\"findings\":[\"flipped\"]}",
                "{\"line\":2,\"features\":{\"who\":\"u\"},\"text\":\"Ann runs\",\"score\":0.5,\"exchanged\":\"Bob runs\",\"exchanged_score\":0.75}",
                "{\"line\":6,\"features\":{\"who\":\"v\"},\"text\":\"\",\"score\":0.25,\"exchanged\":\"\",\"exchanged_score\":0.375}");
        assertEquals(expected, quoted(job("counterfactual", texts, 100, rows), "--threads", "3"));
        assertEquals(
                List.of("{\"line\":3,\"features\":{\"who\":\"u\"},\"score\":0.75,\"exchanged_score\":0.25,"
                        + "\"findings\":[\"flipped\"]}"),
                quoted(job("counterfactual", columns, 1, rows)));
        assertEquals(
                5,
                Console.measure(folder, job("counterfactual", texts, 1, rows))
                        .at("/rows/used")
                        .asInt());
    }

    /** Where flags tell, toxic ones come before refusals; of equal ones the worse sentiment. */
    @Test
    void flaggedAnswersTheToxicFirst() {
        String rows = """
                said,toxic,refused,mood,who
                no,0,1,-3,u
                grr,1,0,-0.5,v
                ok,0,0,-9,v
                ugh,1,0,-0.75,u
                """;
        String answer = "\"answer\":\"said\",\"sentiment\":\"mood\"";
        String line = "{\"line\":%d,\"features\":{\"who\":\"%s\"},\"answer\":\"%s\",\"sentiment\":%s%s}";
        assertEquals(
                List.of(
                        line.formatted(5, "u", "ugh", "-0.75", ",\"findings\":[\"toxic\"]"),
                        line.formatted(3, "v", "grr", "-0.5", ",\"findings\":[\"toxic\"]"),
                        line.formatted(2, "u", "no", "-3.0", ",\"findings\":[\"refused\"]")),
                quoted(job("prompts", answer + ",\"toxic\":\"toxic\",\"refused\":\"refused\"", 4, rows)));
        assertEquals(
                List.of(line.formatted(4, "v", "ok", "-9.0", ""), line.formatted(2, "u", "no", "-3.0", "")),
                quoted(job("prompts", answer, 2, rows)));
    }

    /** Of a long text the first 300 characters, each of two chars here. */
    @Test
    void longTextsByTheirStart() {
        String joy = "\uD83D\uDE00";
        List<String> rows = quoted(job(
                "question_answering",
                "\"label\":\"right\",\"prediction\":\"said\",\"biased\":\"biased\",\"unknown\":\"unknown\"",
                1,
                "right,said,biased,unknown,who\n" + "r".repeat(301) + "," + joy.repeat(301) + ",b,?,u\n"));
        assertTrue(rows.get(0).contains("\"answer\":\"" + joy.repeat(300) + "...\""), rows.get(0));
        assertTrue(rows.get(0).contains("\"right\":\"" + "r".repeat(300) + "...\""), rows.get(0));
    }

    /** Bells and the like are not for a reader's screen; lines and tabs are text. */
    @Test
    void textsAreLegible() {
        List<String> rows = quoted(job(
                "question_answering",
                "\"label\":\"right\",\"prediction\":\"said\",\"biased\":\"biased\",\"unknown\":\"unknown\"",
                1,
                "right,said,biased,unknown,who\nAnn,\"a\u0007b\tc\nd\u001b\",b,?,u\n"));
        assertTrue(rows.get(0).contains("\"answer\":\"a\uFFFDb\\tc\\nd\uFFFD\""), rows.get(0));
    }

    @Test
    void saysWhatDoesNotFit() {
        String columns = "\"more\":\"score\",\"less\":\"other\"";
        String rows = "score,other,own,who\n1,2,a,u\n";
        String line = Console.refuse(folder, job("pairs", columns, 1, rows));
        assertTrue(line.contains("unknown key \"options.examples\""), line);
        line = Console.refuse(folder, job("prompts", "\"toxic\":\"score\",\"exchanged\":\"own\"", 0, rows));
        assertTrue(line.contains("columns.exchanged: found one, expected none for protocol prompts"), line);
    }
}
