package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a dataset that brings the model's answers gives, and what is said of one that cannot be used. */
class RunCommandTest {

    private static final String DATA = """
            y,s,p,g,h,w,id
            1,0.9,1,a,x,1,p1
            1,0.4,0,a,y,2,p2
            0,0.7,1,a,x,1,p1
            0,0.1,0,b,y,1,p3
            1,0.8,1,b,x,3,p4
            0,0.2,0,,x,1,p5
            """;

    @TempDir
    Path folder;

    @Test
    void countsByTheDatasetsOwnPredictions() throws IOException {
        JsonNode outcome = run(DATA, "\"columns\":{\"label\":\"y\",\"prediction\":\"p\",\"score\":\"s\"}");
        assertEquals("{\"tp\":2,\"fp\":1,\"fn\":1,\"tn\":2}", counts(outcome, "{}"));
        assertEquals("{\"tp\":1,\"fp\":1,\"fn\":1,\"tn\":0}", counts(outcome, "{\"g\":\"a\"}"));
        assertEquals("{\"tp\":1,\"fp\":0,\"fn\":0,\"tn\":1}", counts(outcome, "{\"g\":\"b\"}"));
        assertEquals("{\"tp\":0,\"fp\":0,\"fn\":0,\"tn\":1}", counts(outcome, "{\"g\":\"(missing)\"}"));
    }

    @Test
    void decidesByScoreAndThresholdWhereThereIsNoPrediction() throws IOException {
        JsonNode outcome = run(DATA, "\"columns\":{\"label\":\"y\",\"score\":\"s\"},\"threshold\":0.4");
        assertEquals("{\"tp\":3,\"fp\":1,\"fn\":0,\"tn\":2}", counts(outcome, "{}"));
        JsonNode higher = run(DATA, "\"columns\":{\"label\":\"y\",\"score\":\"s\"},\"threshold\":0.41");
        assertEquals("{\"tp\":2,\"fp\":1,\"fn\":1,\"tn\":2}", counts(higher, "{}"));
    }

    /** By group: a tp 1 fp 1 fn 1, b tp 1 tn 1, (missing) tn 1; accuracies 1 of 3 and 2 of 2: Fisher's test of 3 of 5 gives 0.4. */
    @Test
    void testsGroupsAgainstTheReference() throws IOException {
        JsonNode outcome = run(DATA, "\"columns\":{\"label\":\"y\",\"prediction\":\"p\",\"score\":\"s\"}");
        JsonNode accuracy = outcome.path("tests").get(9);
        assertEquals("accuracy", accuracy.path("metric").asText());
        assertEquals("[\"g\"]", accuracy.path("over").toString());
        assertEquals("[\"b\",\"a\"]", accuracy.path("pair").toString());
        assertEquals("fisher_exact", accuracy.path("test").asText());
        assertEquals(0.4, accuracy.path("p_value").asDouble(), 1e-15);
        assertTrue(accuracy.path("adjusted_p_value").asDouble() >= 0.4);
        assertEquals(16, outcome.path("tests").size());
        assertEquals(
                "{\"metric\":\"true_positive_rate\",\"over\":[\"g\"],\"pair\":[\"(missing)\",\"a\"],"
                        + "\"test\":\"fisher_exact\",\"undefined\":\"no labelled positives in the group\"}",
                outcome.path("tests").get(2).toString());
    }

    @Test
    void looksForTheWorstSlicesUnlessToldNotTo() throws IOException {
        StringBuilder data = new StringBuilder("y,p,g,h\n");
        for (int row = 0; row < 400; row++) {
            boolean harmed = row % 4 == 3;
            data.append(row / 4 % 2)
                    .append(',')
                    .append(harmed ? 1 - row / 4 % 2 : row / 4 % 2)
                    .append(row % 2 == 0 ? ",a," : ",b,")
                    .append(row / 2 % 2 == 0 ? "x" : "y")
                    .append('\n');
        }
        String columns = "\"columns\":{\"label\":\"y\",\"prediction\":\"p\"},\"sensitive_features\":[\"g\"],"
                + "\"control_features\":[\"h\"],\"bootstrap\":{\"replicates\":10},\"options\":{\"worst_slices\":";
        JsonNode worst =
                measure(data.toString(), columns + "{\"permutations\":199}}").path("worst_slices");
        assertEquals(
                "[\"g\",\"h\"] 3 8 0 199",
                worst.path("features") + " " + worst.path("depth") + " " + worst.path("searched") + " "
                        + worst.path("left_out") + " " + worst.path("permutations"));
        JsonNode first = worst.path("slices").get(0);
        // all 100 rows are wrong: 100 log 4 + 300 log (4 / 3), twice, once of each label
        double statistic = 100 * Math.log(4) + 300 * Math.log(4 / 3.0);
        assertEquals(statistic, first.path("statistic").asDouble(), 1e-9);
        assertEquals(
                "{\"features\":{\"g\":\"b\",\"h\":\"y\"},\"metric\":\"error_rate\",\"value\":1.0,\"numerator\":100,"
                        + "\"denominator\":100,\"rest\":{\"value\":0.0,\"numerator\":0,\"denominator\":300},"
                        + "\"interval\":{",
                first.toString().substring(0, first.toString().indexOf("\"low\"")));
        assertEquals(1 / 200.0, first.path("adjusted_p_value").asDouble());
        assertTrue(measure(data.toString(), columns + "false}")
                .path("worst_slices")
                .isMissingNode());
        String weighted = columns.replace("\"prediction\":\"p\"", "\"prediction\":\"p\",\"cluster\":\"h\"");
        assertEquals(
                "{\"undefined\":\"rows have clusters, so labels and predictions cannot be permuted row by row\"}",
                measure(data.toString(), weighted + "{}}").path("worst_slices").toString());
    }

    /** A selects 500 of 1000, B 450 of 1000 and Tiny all 5, which are 0.25 % of the rows. */
    @Test
    void leavesSmallCategoriesOutOfImpactRatiosButNotOffTheList() throws IOException {
        StringBuilder data = new StringBuilder("y,p,g\n");
        for (int row = 0; row < 1000; row++) {
            data.append("1,").append(row < 500 ? 1 : 0).append(",A\n");
            data.append("0,").append(row < 450 ? 1 : 0).append(",B\n");
        }
        data.append("1,1,Tiny\n".repeat(5));
        JsonNode outcome = measure(
                data.toString(),
                "\"columns\":{\"label\":\"y\",\"prediction\":\"p\"},\"sensitive_features\":[\"g\"],"
                        + "\"bootstrap\":{\"replicates\":5},\"options\":{\"ll144_exclude_below\":0.02}");
        assertEquals(
                "A {\"exclude_below\":0.02} 1.0, A {} 0.5, B {\"exclude_below\":0.02} 0.9, B {} 0.45,"
                        + " Tiny {\"exclude_below\":0.02} a smaller share of all rows, left out, Tiny {} 1.0",
                StreamSupport.stream(outcome.path("measurements").spliterator(), false)
                        .filter(it -> it.path("metric").asText().equals("ll144.impact_ratio"))
                        .map(it -> it.path("features").path("g").asText() + " "
                                + (it.has("at") ? it.path("at") : "{}") + " "
                                + it.path(it.has("value") ? "value" : "undefined")
                                        .asText())
                        .sorted()
                        .collect(Collectors.joining(", ")));
        assertEquals("{\"tp\":5,\"fp\":0,\"fn\":0,\"tn\":0}", counts(outcome, "{\"g\":\"Tiny\"}"));
        JsonNode tiny = StreamSupport.stream(outcome.path("measurements").spliterator(), false)
                .filter(it -> it.path("metric").asText().equals("selection_rate")
                        && it.path("features").path("g").asText().equals("Tiny"))
                .findFirst()
                .orElseThrow();
        assertEquals("5 of 5", tiny.path("numerator") + " of " + tiny.path("denominator"));
    }

    /** Where both are there the prediction decides and the score serves what is measured of scores. */
    @Test
    void letsThePredictionDecideOverTheScore() throws IOException {
        String data = "y,s,p\n1,0.9,0\n0,0.1,1\n1,0.8,0\n0,0.3,1\n";
        String columns = "\"columns\":{\"label\":\"y\",\"prediction\":\"p\",\"score\":\"s\"}";
        JsonNode outcome = measure(data, columns);
        assertEquals("{\"tp\":0,\"fp\":2,\"fn\":2,\"tn\":0}", counts(outcome, "{}"));
        assertEquals(1, value(outcome, "roc_auc"));
    }

    @Test
    void leavesOutRowsThatLackWhatIsNeededAndSaysHowMany() throws IOException {
        String data = "y,p,w,id\n1,1,1,a\n,1,1,b\n0,,1,c\n0,0,,d\n1,0,1,\n,,,e\n0,1,2,f\n";
        JsonNode outcome =
                measure(data, "\"columns\":{\"label\":\"y\",\"prediction\":\"p\",\"weight\":\"w\",\"cluster\":\"id\"}");
        assertEquals(
                "{\"read\":7,\"used\":2,\"left_out\":5,\"reasons\":[{\"reason\":\"missing label\",\"rows\":2},"
                        + "{\"reason\":\"missing prediction\",\"rows\":1},{\"reason\":\"missing weight\",\"rows\":1},"
                        + "{\"reason\":\"missing cluster\",\"rows\":1}]}",
                outcome.path("rows").toString());
    }

    @Test
    void takesLabelsAsPeopleWriteThem() throws IOException {
        String columns = "\"columns\":{\"label\":\"y\",\"prediction\":\"p\"}";
        String counts = "{\"tp\":1,\"fp\":1,\"fn\":1,\"tn\":1}";
        assertEquals(counts, counts(measure("y,p\n1,1.0\n0,1\n1.00,0\n0.0,0\n", columns), "{}"));
        assertEquals(counts, counts(measure("y,p\nTrue,true\nfalse,TRUE\n1,False\n0,0\n", columns), "{}"));
        String words = columns + ",\"positive_label\":\"granted\",\"favorable_label\":\"refused\"";
        assertEquals(
                counts,
                counts(
                        measure("y,p\ngranted,granted\nrefused,granted\ngranted,refused\nrefused,refused\n", words),
                        "{}"));
    }

    @Test
    void readsTheSameFromParquetAndFromGzip() throws IOException, SQLException {
        String rest =
                "\"columns\":{\"label\":\"y\",\"prediction\":\"p\",\"score\":\"s\",\"weight\":\"w\",\"cluster\":\"id\"},"
                        + "\"sensitive_features\":[\"g\",\"h\"],\"intersections\":[[\"g\",\"h\"]]";
        JsonNode plain = measure(DATA, rest);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(DATA.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("data.csv.gz"), packed.toByteArray());
        try (var database = DriverManager.getConnection("jdbc:duckdb:");
                var statement = database.createStatement()) {
            statement.execute("COPY (SELECT * FROM read_csv('" + folder.resolve("data.csv") + "')) TO '"
                    + folder.resolve("data.parquet") + "' (FORMAT parquet)");
        }
        for (String file : new String[] {"data.csv.gz", "data.parquet"}) {
            JsonNode other = Console.measure(folder, job(file, rest));
            assertEquals(plain.path("measurements"), other.path("measurements"), file);
            assertEquals(plain.path("groups"), other.path("groups"), file);
        }
    }

    @Test
    void checksTheDigestWhileReading() throws IOException {
        String columns = "\"columns\":{\"label\":\"y\",\"prediction\":\"p\"}";
        String digest = Sha256Digest.of(DATA.getBytes(StandardCharsets.UTF_8)).hex();
        Files.writeString(folder.resolve("data.csv"), DATA);
        String dataset =
                "{\"task\":\"binary_classification\",\"dataset\":{\"path\":\"data.csv\",\"sha256\":\"%s\"},%s}";
        JsonNode outcome = Console.measure(folder, dataset.formatted(digest, columns));
        assertEquals(digest, outcome.path("inputs").path("dataset_sha256").asText());
        String other = "0".repeat(64);
        assertEquals(
                "data.csv: its SHA-256 is " + digest + ", expected " + other,
                Console.refuse(folder, dataset.formatted(other, columns)));
    }

    @Test
    void namesThePlanByWhatIsMeasuredAndNotByWhereFilesLie() throws IOException {
        String columns = "\"columns\":{\"label\":\"y\",\"prediction\":\"p\"}";
        JsonNode outcome = measure(DATA, columns);
        Files.copy(folder.resolve("data.csv"), folder.resolve("moved.csv"));
        JsonNode moved = Console.measure(folder, job("moved.csv", columns));
        JsonNode spelledOut =
                measure(DATA, columns + ",\"threshold\":0.50,\"confidence\":0.95,\"control_features\":[]");
        JsonNode different = measure(DATA, columns + ",\"confidence\":0.9");
        String plan = outcome.path("inputs").path("plan_sha256").asText();
        assertEquals(plan, moved.path("inputs").path("plan_sha256").asText());
        assertEquals(plan, spelledOut.path("inputs").path("plan_sha256").asText());
        assertFalse(plan.equals(different.path("inputs").path("plan_sha256").asText()));
    }

    @Test
    void measuresOneClassAndOneRowHonestly() throws IOException {
        JsonNode outcome = measure(
                "y,s,g\n1,0.9,a\n1,0.8,a\n1,0.2,b\n",
                "\"columns\":{\"label\":\"y\",\"score\":\"s\"},\"sensitive_features\":[\"g\"]");
        assertEquals("{\"tp\":2,\"fp\":0,\"fn\":1,\"tn\":0}", counts(outcome, "{}"));
        JsonNode rate = find(outcome, "false_positive_rate");
        assertTrue(rate.has("undefined") && !rate.has("value"), rate::toString);
        assertTrue(find(outcome, "roc_auc").has("undefined"));
        for (JsonNode group : outcome.path("groups")) {
            assertTrue(group.path("small").asBoolean());
        }
    }

    /** Sums are exact down to 2^-128: the square of a weight of 1e-13 would be known to four bits. */
    @Test
    void refusesWeightsThatSumsCannotTellFromNothing() throws IOException {
        String columns = "\"columns\":{\"label\":\"y\",\"score\":\"s\",\"weight\":\"w\"}";
        for (String weight : new String[] {"1e-13", "-1", "2e12"}) {
            Files.writeString(folder.resolve("data.csv"), DATA.replace(",2,p2", "," + weight + ",p2"));
            faults(
                    "data.csv: line 3, column \"w\": found \"" + weight
                            + "\", expected a weight, 0 or a number from 2^-40 and below 2^40",
                    job("data.csv", columns));
        }
    }

    /** Rows that all weigh nothing are measured too: every share is undefined, and nothing else is wrong. */
    @Test
    void measuresRowsThatWeighNothing() throws IOException {
        String weightless = DATA.replace(",1,p", ",0,p").replace(",2,p", ",0,p").replace(",3,p", ",0,p");
        JsonNode outcome = run(weightless, "\"columns\":{\"label\":\"y\",\"score\":\"s\",\"weight\":\"w\"}");
        assertEquals("{\"tp\":2,\"fp\":1,\"fn\":1,\"tn\":2}", counts(outcome, "{}"));
        assertTrue(StreamSupport.stream(outcome.path("measurements").spliterator(), false)
                .filter(measured -> !measured.path("metric").asText().equals("count"))
                .allMatch(measured -> measured.has("undefined")));
    }

    @Test
    void measuresTenThousandGroups() throws IOException {
        StringBuilder data = new StringBuilder("y,p,g\n");
        for (int row = 0; row < 20_000; row++) {
            data.append(row % 3 == 0 ? 1 : 0)
                    .append(',')
                    .append(row % 2)
                    .append(",group ")
                    .append(row % 10_000);
            data.append('\n');
        }
        JsonNode outcome = measure(
                data.toString(),
                "\"columns\":{\"label\":\"y\",\"prediction\":\"p\"},\"sensitive_features\":[\"g\"],"
                        + "\"bootstrap\":{\"replicates\":1}");
        assertEquals(10_001, outcome.path("groups").size());
    }

    @Test
    void saysWhatIsWrongWithTheData() throws IOException {
        refuses("data.csv: is empty; expected a first line that names the columns", "");
        refuses("data.csv: has no rows", "y,s,p,g\n");
        refuses("data.csv: no column \"s\"; its columns are \"y\", \"p\", \"g\"", "y,p,g\n1,1,a\n");
        refuses("data.csv: line 3: found 3 fields, expected 4, one for each column", "y,s,p,g\n1,1,1,a\n1,1,1\n");
        refuses("data.csv: line 3: found 5 fields, expected 4, one for each column", "y,s,p,g\n1,1,1,a\n1,1,1,a,\n");
        refuses("data.csv: columns 1 and 3 are both named \"y\"", "y,s,y,p,g\n");
        refuses("data.csv: column 2 has no name", "y,,p\n");
        refuses(
                "data.csv: line 3, column \"s\": found \"high\", expected a score from 0 to 1",
                "y,s,p,g\n1,0.5,1,a\n0,high,1,a\n");
        refuses("data.csv: line 2, column \"s\": found \"NaN\", expected a score from 0 to 1", "y,s,p,g\n1,NaN,1,a\n");
        refuses("data.csv: line 2, column \"s\": found \"1.5\", expected a score from 0 to 1", "y,s,p,g\n1,1.5,1,a\n");
        refuses(
                "data.csv: line 2, column \"s\": found \"-0.1\", expected a score from 0 to 1",
                "y,s,p,g\n1,-0.1,1,a\n");
        refuses(
                "data.csv: line 4, column \"y\": found \"2\", expected the positive label \"1\" or the other one, \"0\"",
                "y,s,p,g\n1,0.5,1,a\n0,0.5,1,a\n2,0.5,1,a\n");
        refuses(
                "data.csv: line 3, column \"p\": found \"no\", expected the positive label \"1\" or the other one, \"0\"",
                "y,s,p,g\n0,0.5,1,a\n0,0.5,no,a\n");
        refuses(
                "data.csv: none of its 2 rows can be used: missing label 1, missing score 1",
                "y,s,p,g\n,0.5,1,a\n1,,1,a\n");
        refuses("data.csv: is a Parquet file; expected CSV", "PAR1");
        refuses("data.csv: is written in UTF-16; expected UTF-8", new byte[] {-1, -2, 'y', 0});
        refuses(
                "data.csv: line 2, column \"g\": found bytes that are not UTF-8",
                new byte[] {'y', ',', 's', ',', 'p', ',', 'g', '\n', '1', ',', '1', ',', '1', ',', -1, '\n'});
        refuses(
                "data.csv: the gzip stream ends in the middle; was the file cut off?",
                new byte[] {0x1F, (byte) 0x8B, 8, 0});
        assertEquals("nowhere.csv: no such file", Console.refuse(folder, job("nowhere.csv", COLUMNS)));
        assertEquals(
                folder.getFileName()
                        + ": found no file \"manifest.csv\", expected the manifest, a CSV file that names the others;"
                        + " or, of annotated images, \"annotations.json\"",
                Console.refuse(folder, job(folder + "/.", COLUMNS).replace("/.\"", "\"")));
    }

    /** Whichever thread comes upon an error first: the one in the earliest row is told. */
    @Test
    void tellsTheFirstOfManyErrors() throws IOException {
        StringBuilder data = new StringBuilder("y,s,p,g\n");
        for (int row = 0; row < 50_000; row++) {
            data.append(row < 9_000 ? "1,0.5,1,a\n" : "0,wrong,1,a\n");
        }
        for (int i = 0; i < 5; i++) {
            refuses(
                    "data.csv: line 9002, column \"s\": found \"wrong\", expected a score from 0 to 1",
                    data.toString());
        }
    }

    @Test
    void saysWhatIsWrongWithTheJob() throws IOException {
        Files.writeString(folder.resolve("data.csv"), DATA);
        String start = "{\"task\":\"binary_classification\",\"dataset\":{\"path\":\"data.csv\"},";
        String columns = "\"columns\":{\"label\":\"y\",\"prediction\":\"p\"}";
        faults("job.json: is empty; expected a job file", "");
        faults("job.json: found a list of 0, expected a JSON object", "[]");
        faults("job.json: task is missing", "{}");
        faults("job.json: dataset is missing", "{\"task\":\"binary_classification\"}");
        faults("job.json: columns is missing", start.substring(0, start.length() - 1) + "}");
        faults("job.json: columns.label is missing", start + "\"columns\":{}}");
        faults(
                "job.json: columns.score: found neither score nor prediction, expected one of them, or a model",
                start + "\"columns\":{\"label\":\"y\"}}");
        faults(
                "job.json: columns: found \"y\" in two roles, expected one role for each column",
                start + "\"columns\":{\"label\":\"y\",\"score\":\"y\"}}");
        faults(
                "job.json: unknown key \"columns.lable\"; expected \"label\", \"prediction\", \"score\", \"weight\","
                        + " \"cluster\"",
                start + "\"columns\":{\"label\":\"y\",\"score\":\"s\",\"lable\":\"y\"}}");
        faults(
                "job.json: threshold: found 1.5, expected a number from 0.0 to 1.0",
                start + columns + ",\"threshold\":1.5}");
        faults(
                "job.json: confidence: found 1, expected a number above 0 and below 1",
                start + columns + ",\"confidence\":1}");
        faults(
                "job.json: options.worst_slices.depth: found 4, expected a whole number from 1 to 3",
                start + columns + ",\"options\":{\"worst_slices\":{\"depth\":4}}}");
        faults(
                "job.json: options.worst_slices: found true, expected a JSON object",
                start + columns + ",\"options\":{\"worst_slices\":true}}");
        faults(
                "job.json: unknown key \"options.worst_slices.deep\"; expected \"depth\", \"permutations\"",
                start + columns + ",\"options\":{\"worst_slices\":{\"deep\":1}}}");
        faults(
                "job.json: unknown key \"options.k\"; expected none",
                start.replace("binary_classification", "regression") + columns + ",\"options\":{\"k\":1}}");
        faults(
                "job.json: bootstrap.replicates: found 0, expected a whole number from 1 to 100000",
                start + columns + ",\"bootstrap\":{\"replicates\":0}}");
        faults(
                "job.json: intersections: found \"h\", expected sensitive features only",
                start + columns + ",\"sensitive_features\":[\"g\"],\"intersections\":[[\"g\",\"h\"]]}");
        faults(
                "job.json: sensitive_features: found \"g\" twice, expected each item once",
                start + columns + ",\"sensitive_features\":[\"g\",\"g\"]}");
        faults(
                "job.json: reference_groups: found \"h\", expected one of \"g\"",
                start + columns + ",\"sensitive_features\":[\"g\"],\"reference_groups\":{\"h\":\"x\"}}");
        faults(
                "reference_groups.g: no row has \"c\"; the values are \"(missing)\", \"a\", \"b\"",
                start + columns + ",\"sensitive_features\":[\"g\"],\"reference_groups\":{\"g\":\"c\"}}");
        faults(
                "favorable_label is \"2\", but the labels are \"1\" and \"0\"",
                start + columns + ",\"favorable_label\":\"2\"}");
        faults(
                "data.csv: no column \"z\"; its columns are \"y\", \"s\", \"p\", \"g\", \"h\", \"w\", \"id\"",
                start + columns + ",\"sensitive_features\":[\"z\"]}");
        assertTrue(Console.refuse(folder, start + columns + ",\"threshold\":0.5,\"threshold\":0.6}")
                .startsWith("job.json: line 1, column "));
        assertTrue(Console.refuse(folder, "{\"task\":").startsWith("job.json: line 1, column 9: not JSON"));
        assertTrue(Console.refuse(folder, "[".repeat(5000)).startsWith("job.json: "));
        assertTrue(Console.refuse(folder, start + columns + "} x").startsWith("job.json: "));
    }

    @Test
    void everyTaskIsKnownByName() {
        for (String task : org.aimass.engine.AuditTask.words()) {
            assertEquals("job.json: dataset is missing", Console.refuse(folder, "{\"task\":\"" + task + "\"}"));
        }
        assertTrue(Console.refuse(folder, "{\"task\":\"guessing\"}")
                .startsWith("job.json: task: found \"guessing\", expected one of \"binary_classification\", "));
    }

    private static final String COLUMNS =
            "\"columns\":{\"label\":\"y\",\"prediction\":\"p\",\"score\":\"s\"},\"sensitive_features\":[\"g\"]";

    private void faults(String message, String job) {
        assertEquals(message, Console.refuse(folder, job));
    }

    private void refuses(String message, String data) throws IOException {
        refuses(message, data.getBytes(StandardCharsets.UTF_8));
    }

    private void refuses(String message, byte[] data) throws IOException {
        Files.write(folder.resolve("data.csv"), data);
        assertEquals(message, Console.refuse(folder, job("data.csv", COLUMNS)));
    }

    private JsonNode run(String data, String rest) throws IOException {
        return measure(data, rest + ",\"sensitive_features\":[\"g\"],\"bootstrap\":{\"replicates\":10}");
    }

    private JsonNode measure(String data, String rest) throws IOException {
        Files.writeString(folder.resolve("data.csv"), data);
        return Console.measure(folder, job("data.csv", rest));
    }

    private static String job(String data, String rest) {
        return "{\"task\":\"binary_classification\",\"dataset\":{\"path\":\"" + data + "\"}," + rest + "}";
    }

    private static String counts(JsonNode outcome, String features) {
        for (JsonNode group : outcome.path("groups")) {
            if (group.path("features").toString().equals(features)) {
                return group.path("counts").toString();
            }
        }
        return "no group " + features + " in " + outcome.path("groups");
    }

    private static JsonNode find(JsonNode outcome, String metric) {
        for (JsonNode measurement : outcome.path("measurements")) {
            if (measurement.path("metric").asText().equals(metric)
                    && measurement.path("features").isEmpty()) {
                return measurement;
            }
        }
        throw new AssertionError("no " + metric);
    }

    private static double value(JsonNode outcome, String metric) {
        return find(outcome, metric).path("value").asDouble(Double.NaN);
    }

    private String refusedGroups(String job, String... lines) throws IOException {
        Files.write(folder.resolve("groups.csv"), List.of(lines));
        return Console.refuse(folder, job);
    }

    /** Rows without a group and those of a group that is called like theirs are no one group; either alone is. */
    @Test
    void noGroupIsCalledLikeTheRowsWithoutOne() throws IOException {
        String job = """
                {"task":"binary_classification","dataset":{"path":"groups.csv"},"columns":{"label":"y","prediction":"p"},
                 "sensitive_features":["g","h"],"bootstrap":{"replicates":10}}
                """;
        String word = refusedGroups(job, "y,p,g,h", "1,1,a,x", "0,1,,(missing)", "0,0,b,y", "1,0,(missing),x");
        assertTrue(word.contains("line 5") && word.contains("column \"g\""), word);
        assertTrue(word.contains("another word, for the group of rows without a value is called so"), word);
        String none = refusedGroups(job, "y,p,g,h", "1,1,a,x", "0,1,(missing),", "1,0,,x");
        assertTrue(none.contains("line 4"), none);
        assertTrue(none.contains("a value, for another row says \"(missing)\""), none);
        Files.write(
                folder.resolve("groups.csv"),
                List.of("y,p,g,h", "1,1,a,", "0,1,(missing),x", "0,0,b,y", "1,0,(missing),"));
        assertEquals(7, Console.measure(folder, job).path("groups").size());
        String pairs = """
                {"task":"face_verification","dataset":{"path":"groups.csv"},
                 "columns":{"genuine":"same","score":"s","group_left":"l","group_right":"r"}}
                """;
        String sides = refusedGroups(pairs, "same,s,l,r", "1,0.5,a,", "0,0.25,(missing),b");
        assertTrue(sides.contains("line 3") && sides.contains("column \"l\""), sides);
    }
}
