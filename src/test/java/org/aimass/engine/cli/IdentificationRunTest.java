package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aimass.engine.inference.Onnx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lists of candidates and enrolled faces give, and what is said of those that cannot be used. */
class IdentificationRunTest {

    private static final String LISTS = """
            probe,who,candidate,score,g
            1,ann,ann,0.8,u
            1,ann,bea,0.9,u
            2,bea,bea,0.7,u
            3,,ann,0.6,v
            4,cem,,,v
            5,dan,bea,0.3,u
            """;

    private static final String ROLES =
            "\"probe\":\"probe\",\"identity\":\"who\",\"candidate\":\"candidate\",\"score\":\"score\"";

    @TempDir
    Path folder;

    private String job(String data, String columns, String more) throws IOException {
        Files.writeString(folder.resolve("data.csv"), data);
        return """
                {"task":"face_identification","dataset":{"path":"data.csv"},"columns":{%s},
                 "sensitive_features":["g"],"bootstrap":{"replicates":50},"options":{"target_fpir":0.4}%s}""".formatted(columns, more);
    }

    private static String share(JsonNode outcome, String metric, String features) {
        for (JsonNode measurement : outcome.path("measurements")) {
            if (measurement.path("metric").asText().equals(metric)
                    && measurement.path("features").toString().equals(features)) {
                return measurement.path("numerator").asText() + " of "
                        + measurement.path("denominator").asText();
            }
        }
        throw new AssertionError("no " + metric + " of " + features);
    }

    /** Strangers are 3, 4 and 5, with 0.6, nobody and 0.3: one of three reaches 0.6, the lowest for a target of 0.4. */
    @Test
    void readsListsOfCandidates() throws IOException {
        JsonNode outcome = Console.measure(folder, job(LISTS, ROLES, ""));
        assertEquals("1 of 3", share(outcome, "false_positive_identification_rate", "{}"));
        assertEquals("1 of 2", share(outcome, "false_positive_identification_rate", "{\"g\":\"v\"}"));
        assertEquals("1 of 2", share(outcome, "rank_one_miss_rate", "{}"));
        assertEquals(5, outcome.path("groups").path(0).path("rows").asInt());
    }

    /** Probe 4 is of somebody enrolled, who is not found. */
    @Test
    void readsWhetherTheyAreEnrolledAndWhere() throws IOException {
        String told = """
                probe,who,candidate,score,g,rank,in
                1,ann,ann,0.8,u,1,1
                1,ann,bea,0.9,u,2,1
                3,,ann,0.6,v,1,0
                4,cem,,,v,,1
                """;
        JsonNode outcome = Console.measure(
                folder, job(told, ROLES + ",\"rank\":\"rank\",\"mated\":\"in\",\"cluster\":\"probe\"", ""));
        for (JsonNode measurement : outcome.path("measurements")) {
            if (measurement.path("metric").asText().equals("rank_one_miss_rate") && !measurement.has("over")) {
                boolean all = measurement.path("features").isEmpty();
                boolean u = measurement.path("features").path("g").asText().equals("u");
                assertEquals(all ? 0.5 : u ? 0 : 1, measurement.path("value").asDouble());
            }
        }
    }

    /** A model that leaves an embedding as it is: Ann at (3, 4) comes to herself at (6, 8), Bea at (3, 4) comes second. */
    @Test
    void looksAtFacesThroughAModel() throws IOException {
        String faces = """
                who,in,x,y,g
                ann,1,6,8,u
                bea,1,4,3,u
                ann,0,3,4,u
                bea,0,3,4,v
                dan,0,-1,0,v
                """;
        String columns = "\"identity\":\"who\",\"enrolled\":\"in\",\"image\":[\"x\",\"y\"]";
        JsonNode own = Console.measure(folder, job(faces, columns, ""));
        assertEquals("0 of 1", share(own, "rank_one_miss_rate", "{\"g\":\"u\"}"));
        assertEquals("1 of 1", share(own, "rank_one_miss_rate", "{\"g\":\"v\"}"));
        assertEquals("0 of 1", share(own, "false_positive_identification_rate", "{}"));
        Files.write(folder.resolve("model.onnx"), Onnx.model(Onnx.passing(2)).toByteArray());
        JsonNode embedded = Console.measure(folder, job(faces, columns, ",\"model\":{\"path\":\"model.onnx\"}"));
        for (String metric : List.of("rank_one_miss_rate", "false_positive_identification_rate")) {
            assertEquals(share(own, metric, "{}"), share(embedded, metric, "{}"));
        }
    }

    /** Two strangers whom nobody knows: one is taken for Ann, by 1, the other for nobody, for even Bea is alike by 0 only. */
    @Test
    void countsStrangersWithoutAName() throws IOException {
        String faces = """
                who,in,x,y,g
                ann,1,6,8,u
                bea,1,0,-1,u
                ann,0,3,4,u
                ,0,3,4,v
                ,0,-4,0,v
                """;
        String columns = "\"identity\":\"who\",\"enrolled\":\"in\",\"image\":[\"x\",\"y\"]";
        JsonNode outcome = Console.measure(folder, job(faces, columns, "").replace("0.4", "0.6"));
        assertEquals("1 of 2", share(outcome, "false_positive_identification_rate", "{}"));
        assertEquals("0 of 1", share(outcome, "rank_one_miss_rate", "{}"));
        assertEquals(5, outcome.at("/rows/used").asInt());
        assertEquals(
                "data.csv: line 3, column \"who\": found nothing, expected who the enrolled face is",
                refuse(faces.replace("bea,1", ",1"), columns));
    }

    private String refuse(String data, String columns) throws IOException {
        return Console.refuse(folder, job(data, columns, ""));
    }

    @Test
    void refusesInOneLine() throws IOException {
        assertEquals(
                "data.csv: search \"1\": its rows lie in two groups; expected all in one",
                refuse(LISTS.replace("bea,0.9,u", "bea,0.9,v"), ROLES));
        assertEquals(
                "data.csv: line 3, column \"score\": found \"x\", expected a number below 2^40 in size",
                refuse(LISTS.replace("bea,0.9,u", "bea,x,u"), ROLES));
        String ranked =
                LISTS.replace(",g\n", ",g,place\n").replace(",u\n", ",u,1.5\n").replace(",v\n", ",v,1\n");
        assertEquals(
                "data.csv: line 2, column \"place\": found \"1.5\", expected a rank, a whole number from 1",
                refuse(ranked, ROLES + ",\"rank\":\"place\""));
        assertEquals(
                "job.json: columns.candidate: found neither candidate nor image, expected one of them, or a model",
                refuse(LISTS, "\"identity\":\"who\""));
        assertEquals(
                "job.json: columns.enrolled: found none, expected a column, for image has one",
                refuse(LISTS, "\"identity\":\"who\",\"image\":\"g\""));
        assertEquals(
                "job.json: columns.score: found none, expected a column, for candidate has one",
                refuse(LISTS, "\"identity\":\"who\",\"candidate\":\"candidate\",\"probe\":\"probe\""));
        assertEquals(
                "columns.image: found one column, expected those of an embedding, or a model",
                refuse(LISTS, "\"identity\":\"who\",\"image\":\"g\",\"enrolled\":\"score\""));
        String faces = "who,in,x,y,g\nann,1,6,8,u\nann,2,0,0,v\n";
        String columns = "\"identity\":\"who\",\"enrolled\":\"in\",\"image\":[\"x\",\"y\"]";
        assertEquals(
                "data.csv: line 3, column \"in\": found \"2\", expected 1 for a face that is enrolled, or 0",
                refuse(faces, columns));
        assertEquals(
                "data.csv: line 3: the embedding of image has nothing but 0; expected a direction",
                refuse(faces.replace("ann,2", "ann,0"), columns));
        assertEquals(
                "data.csv: nobody is searched for; expected a row whose face is not enrolled",
                refuse("who,in,x,y,g\nann,1,6,8,u\n", columns));
    }
}
