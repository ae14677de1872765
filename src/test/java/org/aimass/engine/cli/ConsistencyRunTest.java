package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aimass.engine.inference.Onnx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By which columns rows are neighbours, where {@code aif360.consistency} is measured. */
class ConsistencyRunTest {

    /** The last row lacks a feature; of the others 4.5 is answered otherwise: 1 - (0.8 + 4 * 0.2) / 5. */
    private static final String DATA = "y,p,x,z,t\n1,1,1,0,a\n0,1,2,0,b\n1,1,3,0,a\n0,0,4.5,0,b\n1,1,6,0,a\n0,0,,0,b\n";

    private static final String COLUMNS = "\"columns\":{\"label\":\"y\",\"prediction\":\"p\"}";

    @TempDir
    Path folder;

    private JsonNode measure(String data, String rest) throws IOException {
        Files.writeString(folder.resolve("data.csv"), data);
        return consistency(Console.measure(folder, job(rest)));
    }

    private static String job(String rest) {
        return "{\"task\":\"binary_classification\",\"dataset\":{\"path\":\"data.csv\"},"
                + "\"bootstrap\":{\"replicates\":5}," + rest + "}";
    }

    private static JsonNode consistency(JsonNode outcome) {
        JsonNode last =
                outcome.path("measurements").path(outcome.path("measurements").size() - 1);
        assertEquals("aif360.consistency", last.path("metric").asText());
        assertEquals("{}", last.path("features").toString());
        return last;
    }

    @Test
    void takesTheColumnsThatTheJobNames() throws IOException {
        JsonNode named = measure(DATA, COLUMNS + ",\"options\":{\"consistency_features\":[\"x\",\"z\"]}");
        assertEquals(0.68, named.path("value").asDouble(), 1e-15);
        assertEquals("{\"neighbors\":5}", named.path("at").toString());
        assertEquals(
                "each row is compared with others, so that rows are no independent draws",
                named.path("no_interval").asText());
    }

    @Test
    void takesTheNumbersThatTheModelSees() throws IOException {
        // z = x2 - 2 x1 + 8.5: all but x1 = 4.5 and 6 are positive
        Files.write(
                folder.resolve("model.onnx"), Onnx.model(Onnx.logistic(-2, 1)).toByteArray());
        String data = "y,x1,x2\n1,1,8.5\n0,2,8.5\n1,3,8.5\n0,4.5,8.5\n1,6,8.5\n";
        JsonNode seen = measure(
                data,
                "\"columns\":{\"label\":\"y\"},"
                        + "\"model\":{\"path\":\"model.onnx\",\"inputs\":{\"x\":[\"x1\",\"x2\"]}}");
        // 3 of 5 positive: three rows are 0.4 off, two 0.6
        assertEquals(1 - (3 * 0.4 + 2 * 0.6) / 5, seen.path("value").asDouble(), 1e-15);
    }

    @Test
    void saysWhereNothingTellsWhoIsNear() throws IOException {
        assertEquals(
                "no numeric columns feed a model, and options.consistency_features names none",
                measure(DATA, COLUMNS).path("undefined").asText());
    }

    @Test
    void refusesWhatIsNoNumber() throws IOException {
        Files.writeString(folder.resolve("data.csv"), DATA);
        assertEquals(
                "data.csv: line 2, column \"t\": found \"a\", expected a number",
                Console.refuse(folder, job(COLUMNS + ",\"options\":{\"consistency_features\":[\"t\"]}")));
        assertEquals(
                "data.csv: no column \"q\"; its columns are \"y\", \"p\", \"x\", \"z\", \"t\"",
                Console.refuse(folder, job(COLUMNS + ",\"options\":{\"consistency_features\":[\"q\"]}")));
        assertTrue(Console.refuse(folder, job(COLUMNS + ",\"options\":{\"consistency_features\":[]}"))
                .startsWith("job.json: options.consistency_features: "));
    }

    /**
     * COMPAS by age, priors and whether a row is of the privileged group. So many rows are equally near that AIF360's value moves by
     * 0.006 with the order of neighbours; ours is the mean over all orders.
     */
    @Test
    void agreesWithAif360AsFarAsItsTiesAllow() throws IOException {
        JsonNode golden = Reference.golden("compas").path("attributes");
        for (String feature : List.of("race", "sex", "age_cat")) {
            JsonNode expected = golden.path(feature).path("aif360_favorable_1");
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                            .ofNamedCsvRecord(Reference.folder("compas").resolve("data.csv"));
                    CsvWriter writer = CsvWriter.builder().build(folder.resolve("data.csv"))) {
                writer.writeRecord("y", "p", "age", "priors", "privileged");
                for (NamedCsvRecord row : rows) {
                    writer.writeRecord(
                            row.getField("label"),
                            row.getField("prediction"),
                            row.getField("age"),
                            row.getField("priors_count"),
                            row.getField(feature)
                                            .equals(expected.path("privileged").asText())
                                    ? "1"
                                    : "0");
                }
            }
            JsonNode measured = consistency(
                    Console.measure(
                            folder,
                            job(
                                    COLUMNS
                                            + ",\"options\":{\"consistency_features\":[\"age\",\"priors\",\"privileged\"],\"worst_slices\":false}")));
            assertEquals(
                    expected.path("consistency5_tie_dependent").asDouble(),
                    measured.path("value").asDouble(),
                    0.006,
                    feature);
        }
    }
}
