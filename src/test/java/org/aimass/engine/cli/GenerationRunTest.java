package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tables of generated images give, and what is said of those that cannot be used. */
class GenerationRunTest {

    private static final String DATA = """
            made,no,f,s1,s2,o1,o2,before,after,who,g,p
            0,,0,,,,,,,,a,r1
            0,,2,,,,,,,,a,r2
            1,0,1,3,4,4,3,10,13,man,a,p1
            1,0,5,3,4,6,8,20,19,woman,a,p2
            1,1,,,,,,,,,b,p3
            1,0,3,1,0,0,1,-30,-20,man,b,p1
            """;

    private static final String ROLES = """
            "generated":"made","refused":"no","features":"f","source":["s1","s2"],"output":["o1","o2"],
            "source_tone":"before","output_tone":"after","attribute":"who\"""";

    @TempDir
    Path folder;

    private String job(String data, String columns, String options) throws IOException {
        Files.writeString(folder.resolve("data.csv"), data);
        return """
                {"task":"image_generation","dataset":{"path":"data.csv"},"columns":{%s},
                 "sensitive_features":["g"],"bootstrap":{"replicates":50},"options":{%s}}""".formatted(columns, options);
    }

    private static double value(JsonNode outcome, String metric, String features) {
        for (JsonNode measurement : outcome.path("measurements")) {
            if (measurement.path("metric").asText().equals(metric)
                    && measurement.path("features").toString().equals(features)) {
                return measurement.path("value").asDouble(Double.NaN);
            }
        }
        throw new AssertionError("no " + metric + " of " + features);
    }

    @Test
    void measuresWhatADatasetBrings() throws IOException {
        JsonNode outcome =
                Console.measure(folder, job(DATA, ROLES, "\"reference_distribution\":{\"man\":0.25,\"woman\":0.75}"));
        assertEquals(0.98, value(outcome, "identity_similarity", "{\"g\":\"a\"}"), 1e-15);
        assertEquals(0, value(outcome, "identity_similarity", "{\"g\":\"b\"}"));
        assertEquals(1, value(outcome, "skin_tone_shift", "{\"g\":\"a\"}"));
        assertEquals(10, value(outcome, "skin_tone_shift", "{\"g\":\"b\"}"));
        assertEquals(0.5, value(outcome, "refusal_rate", "{\"g\":\"b\"}"));
        assertEquals(Math.sqrt(0.125), value(outcome, "representation_discrepancy", "{\"g\":\"a\"}"), 1e-15);
        assertEquals(6, value(outcome, "frechet_distance", "{\"g\":\"a\"}"), 1e-14);
        assertEquals(4, outcome.path("groups").path(0).path("rows").asInt());
        JsonNode people = Console.measure(folder, job(DATA, ROLES + ",\"cluster\":\"p\"", ""));
        assertEquals(4, people.path("groups").path(0).path("rows").asInt());
        assertEquals(1 / 4.0, value(people, "refusal_rate", "{}"));
        Console.measure(folder, job(DATA, ROLES, ""), "--threads", "2");
    }

    private String refuse(String data, String columns, String options) throws IOException {
        return Console.refuse(folder, job(data, columns, options));
    }

    @Test
    void refusesInOneLine() throws IOException {
        assertEquals(
                "data.csv: line 4, column \"f\": found \"x\", expected a number below 2^40 in size",
                refuse(DATA.replace("1,0,1,3", "1,0,x,3"), ROLES, ""));
        assertEquals(
                "data.csv: line 4: the embedding of source has nothing but 0; expected a direction",
                refuse(DATA.replace("1,0,1,3,4", "1,0,1,0,0"), ROLES, ""));
        assertEquals(
                "data.csv: line 4, column \"after\": found \"95\", expected an individual typology angle, from -90 to 90 degrees",
                refuse(DATA.replace(",13,", ",95,"), ROLES, ""));
        assertEquals(
                "data.csv: line 4, column \"no\": found \"2\", expected 1 where the model gave no image, or 0",
                refuse(DATA.replace("1,0,1,3", "1,2,1,3"), ROLES, ""));
        assertEquals(
                "data.csv: line 2, column \"made\": found \"2\", expected 1 for an image that was generated, or 0",
                refuse(DATA.replace("0,,0,", "2,,0,"), ROLES, ""));
        assertEquals(
                "job.json: columns.features: found neither features nor output nor output_tone nor attribute nor refused,"
                        + " expected one of them, or a model",
                refuse(DATA, "", ""));
        assertEquals(
                "job.json: columns.generated: found none, expected a column, for features has one",
                refuse(DATA, "\"features\":\"f\"", ""));
        assertEquals(
                "columns.output: found 1 columns and 2 in columns.source, expected two or more of both",
                refuse(DATA, "\"source\":[\"s1\",\"s2\"],\"output\":\"o1\"", ""));
        assertEquals(
                "job.json: options.reference_distribution: found shares that are 0.75 together, expected 1 together",
                refuse(DATA, ROLES, "\"reference_distribution\":{\"man\":0.25,\"woman\":0.5}"));
        assertEquals(
                "data.csv: \"woman\" is perceived; expected only what options.reference_distribution has a share of",
                refuse(DATA, ROLES, "\"reference_distribution\":{\"man\":1}"));
        String missing = refuse(DATA.replace(",13,man", ",13,"), ROLES, "");
        assertEquals(
                true,
                missing.startsWith("data.csv: line 4, column \"who\": ")
                        && missing.endsWith("expected what is perceived, for the image is not refused"),
                missing);
    }

    @Test
    void takesNoModelYet() throws IOException {
        Files.writeString(folder.resolve("data.csv"), DATA);
        assertEquals(
                "model: found one, expected none: of image_generation this engine version measures what was generated already",
                Console.refuse(folder, """
                        {"task":"image_generation","dataset":{"path":"data.csv"},"model":{"path":"m.onnx"},
                         "columns":{%s}}""".formatted(ROLES)));
    }
}
