package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real data through the command line gives the figures that its publishers and other libraries gave. */
class ReferenceTest {

    static final double EXACT = 1e-9;
    static final double THROUGH_A_MODEL = 2e-6;

    /**
     * A probability of 1 - 1.5e-6 keeps one or two digits of its distance from 1 in single precision; one such row among 480
     * moves its group's log loss by 6e-5.
     */
    private static final double THROUGH_A_LOGARITHM = 2e-4;

    /** Single precision puts rows 2e-7 apart into another order, or into none. */
    private static final double THROUGH_AN_ORDER = 5e-6;

    /** Of each value by group: its name in the golden file, its name here, and its parameters. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("selection_rate", "selection_rate"),
            Map.entry("prevalence", "prevalence"),
            Map.entry("accuracy", "accuracy"),
            Map.entry("precision", "precision"),
            Map.entry("recall_tpr", "true_positive_rate"),
            Map.entry("fpr", "false_positive_rate"),
            Map.entry("fnr", "false_negative_rate"),
            Map.entry("tnr", "true_negative_rate"),
            Map.entry("f1", "f1_score"),
            Map.entry("npv", "negative_predictive_value"),
            Map.entry("fdr", "false_discovery_rate"),
            Map.entry("for", "false_omission_rate"),
            Map.entry("balanced_accuracy", "balanced_accuracy"),
            Map.entry("mcc", "matthews_corrcoef"),
            Map.entry("auc", "roc_auc"),
            Map.entry("average_precision", "average_precision"),
            Map.entry("brier", "brier_score"),
            Map.entry("log_loss", "log_loss"),
            Map.entry("mean_score", "mean_score"),
            Map.entry("calibration_in_the_large", "calibration_in_the_large"),
            Map.entry("ece10_floor", "expected_calibration_error[bins=10, edges=floor]"),
            Map.entry("ece10_ceil", "expected_calibration_error[bins=10, edges=ceil]"),
            Map.entry("ece15_floor", "expected_calibration_error[bins=15, edges=floor]"),
            Map.entry("ece15_ceil", "expected_calibration_error[bins=15, edges=ceil]"),
            Map.entry("mce10_floor", "maximum_calibration_error[bins=10, edges=floor]"));

    @TempDir
    Path folder;

    @Test
    void compasGivesTheFiguresThatProPublicaPublished() {
        JsonNode outcome = Console.measure(folder, compas("0"));
        Map<String, JsonNode> measured = index(outcome);
        JsonNode black = find(measured, "false_positive_rate{race=African-American}");
        assertEquals(805, black.path("numerator").asInt());
        assertEquals(1795, black.path("denominator").asInt());
        assertEquals("wilson", black.path("interval").path("method").asText());
        JsonNode white = find(measured, "false_positive_rate{race=Caucasian}");
        assertEquals(349, white.path("numerator").asInt());
        assertEquals(1488, white.path("denominator").asInt());
        assertEquals("27.99", percent(find(measured, "false_negative_rate{race=African-American}")));
        assertEquals("47.72", percent(find(measured, "false_negative_rate{race=Caucasian}")));
        assertEquals(7214, outcome.path("rows").path("used").asInt());
    }

    @Test
    void compasAgreesWithEveryGoldenValue() {
        JsonNode golden = Reference.golden("compas");
        Map<String, JsonNode> unfavorable = index(Console.measure(folder, compas("0")));
        Map<String, JsonNode> favorable = index(Console.measure(folder, compas("1")));
        agrees(golden, unfavorable, List.of("race", "sex", "age_cat"), EXACT);
        for (String feature : List.of("race", "sex", "age_cat")) {
            JsonNode attribute = golden.path("attributes").path(feature);
            agreesOnPairs(attribute.path("aif360_favorable_0"), feature, unfavorable, EXACT);
            agreesOnPairs(attribute.path("aif360_favorable_1"), feature, favorable, EXACT);
        }
    }

    @Test
    void compasAgreesOnTheRowsThatProPublicaKept() throws IOException {
        Path kept = folder.resolve("kept.csv");
        Path all = Reference.folder("compas").resolve("data.csv");
        int filter = header(all).indexOf("propublica_filter");
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(all);
                CsvWriter writer = CsvWriter.builder().build(kept)) {
            reader.stream()
                    .filter(row -> !row.getField(filter).equals("0"))
                    .forEach(row -> writer.writeRecord(row.getFields()));
        }
        JsonNode outcome = Console.measure(folder, compas("1", kept));
        assertEquals(6172, outcome.path("rows").path("used").asInt());
        agrees(
                Reference.golden("compas").path("filtered_6172"),
                index(outcome),
                List.of("race", "sex", "age_cat"),
                EXACT);
    }

    @Test
    void adultThroughItsModelOfFeaturesAgreesWithScikitLearn() throws IOException {
        Path data = joined();
        String features = header(data).stream()
                .filter(name -> name.startsWith("f:"))
                .map(name -> '"' + name + '"')
                .collect(Collectors.joining(","));
        adult("model.onnx", data, "\"inputs\":{\"features\":[" + features + "]}");
    }

    @Test
    void adultThroughItsModelOfRawColumnsAgreesWithScikitLearn() throws IOException {
        Path data = Reference.folder("adult_logreg").resolve("data.csv");
        adult("model_raw.onnx", data, "\"output\":{\"name\":\"probabilities\"}");
    }

    private void adult(String model, Path data, String rest) throws IOException {
        Path file = Reference.folder("adult_logreg").resolve(model);
        JsonNode outcome = Console.measure(folder, """
                {"task":"binary_classification","dataset":{"path":"%s"},"model":{"path":"%s",%s},
                 "columns":{"label":"label","score":"score","prediction":"prediction"},
                 "sensitive_features":["race","sex","age_band"],"intersections":[["race","sex"]],
                 "reference_groups":%s,"bootstrap":{"replicates":20}}
                """.formatted(data, file, rest, references("adult_logreg")));
        assertEquals("1.28.0", outcome.path("engine").path("onnxruntime").asText());
        agreesWithItsPredictions(outcome, Reference.folder("adult_logreg").resolve("data.csv"));
        JsonNode golden = Reference.golden("adult_logreg");
        Map<String, JsonNode> measured = index(outcome);
        agrees(golden, measured, List.of("race", "sex", "age_band"), THROUGH_A_MODEL);
        for (String feature : List.of("race", "sex", "age_band")) {
            JsonNode pairs = attribute(golden, feature).path("aif360_favorable_1");
            agreesOnPairs(pairs, feature, measured, THROUGH_A_MODEL);
        }
    }

    /** The model's decisions are those that scikit-learn wrote into the data, group by group. */
    private static void agreesWithItsPredictions(JsonNode outcome, Path data) throws IOException {
        Map<String, int[]> expected = new HashMap<>();
        List<String> names = header(data);
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(data)) {
            for (CsvRecord row : (Iterable<CsvRecord>) reader.stream().skip(1)::iterator) {
                int cell = (row.getField(names.indexOf("label")).equals("1") ? 0 : 2)
                        + (row.getField(names.indexOf("prediction")).equals("1") ? 0 : 1);
                String race = row.getField(names.indexOf("race"));
                String sex = row.getField(names.indexOf("sex"));
                for (String group : List.of("{}", "{race=" + race + "}", "{race=" + race + ",sex=" + sex + "}")) {
                    expected.computeIfAbsent(group, name -> new int[4])[cell]++;
                }
            }
        }
        int compared = 0;
        for (JsonNode group : outcome.path("groups")) {
            int[] cells = expected.get(features(group));
            if (cells != null) {
                JsonNode counts = group.path("counts");
                assertEquals(cells[0], counts.path("tp").asInt(), features(group));
                assertEquals(cells[1], counts.path("fn").asInt(), features(group));
                assertEquals(cells[2], counts.path("fp").asInt(), features(group));
                assertEquals(cells[3], counts.path("tn").asInt(), features(group));
                compared++;
            }
        }
        assertEquals(expected.size(), compared);
    }

    static void agrees(JsonNode golden, Map<String, JsonNode> measured, List<String> features, double within) {
        agreesOnGroup(golden.path("overall"), "{}", measured, within);
        for (String feature : features) {
            JsonNode attribute = golden.path("attributes").path(feature);
            attribute.path("groups").properties().forEach(group -> {
                agreesOnGroup(group.getValue(), "{" + feature + "=" + group.getKey() + "}", measured, within);
            });
            attribute.path("disparities").properties().forEach(metric -> {
                String name = NAMES.get(metric.getKey());
                if (name != null) {
                    for (String form : List.of("difference", "ratio")) {
                        agrees(
                                metric.getValue().path(form),
                                find(measured, key(name, "_" + form, "{}" + over(feature))),
                                within);
                    }
                }
            });
            agreesWithAequitas(attribute.path("aequitas"), feature, measured, within);
            agreesWithLocalLaw(attribute.path("ll144"), feature, measured, within);
            JsonNode fairlearn = attribute.path("fairlearn");
            fairlearn.properties().forEach(metric -> {
                String name = metric.getKey().replace("_agg_mean", "_mean");
                if (metric.getValue().isNumber()) {
                    agrees(metric.getValue(), find(measured, name + "{}" + over(feature)), within);
                }
            });
        }
        attribute(golden, "race x sex").path("groups").properties().forEach(group -> {
            String[] values = group.getKey().split(" \\| ", -1);
            agreesOnGroup(group.getValue(), "{race=" + values[0] + ",sex=" + values[1] + "}", measured, within);
        });
    }

    private static JsonNode attribute(JsonNode golden, String name) {
        return golden.path("attributes").path(name);
    }

    private static void agreesOnGroup(JsonNode golden, String group, Map<String, JsonNode> measured, double within) {
        NAMES.forEach((theirs, ours) -> {
            if (golden.has(theirs)) {
                JsonNode value = find(measured, key(ours, "", group));
                agrees(golden.path(theirs), value, within);
                agreesOnInterval(golden.path(theirs.replace("recall_tpr", "tpr") + "_wilson95"), value);
            }
        });
    }

    private static void agreesOnInterval(JsonNode golden, JsonNode ours) {
        if (golden.isArray() && !ours.has("undefined")) {
            assertEquals("wilson", ours.path("interval").path("method").asText(), ours::toString);
            assertEquals(
                    golden.get(0).asDouble(), ours.path("interval").path("low").asDouble(), EXACT, ours::toString);
            assertEquals(
                    golden.get(1).asDouble(), ours.path("interval").path("high").asDouble(), EXACT, ours::toString);
        }
    }

    private static void agreesWithAequitas(
            JsonNode golden, String feature, Map<String, JsonNode> measured, double within) {
        String reference = golden.path("reference_group").asText();
        for (Map.Entry<String, JsonNode> group : golden.path("groups").properties()) {
            String rows = "{" + feature + "=" + group.getKey() + "}";
            String pair = "{}" + over(feature) + "(" + group.getKey() + "/" + reference + ")";
            for (Map.Entry<String, JsonNode> value : group.getValue().properties()) {
                String name = "aequitas." + value.getKey();
                if (List.of("ppr", "pprev").contains(value.getKey())) {
                    agrees(value.getValue(), find(measured, name + rows), within);
                } else if (value.getKey().endsWith("_disparity")
                        && !group.getKey().equals(reference)) {
                    agrees(value.getValue(), find(measured, name + pair), within);
                }
            }
        }
    }

    private static void agreesWithLocalLaw(
            JsonNode golden, String feature, Map<String, JsonNode> measured, double within) {
        for (Map.Entry<String, JsonNode> group : golden.properties()) {
            for (String name : List.of("impact_ratio", "scoring_rate", "scoring_impact_ratio")) {
                if (group.getValue().has(name)) {
                    String key = "ll144." + name + "{" + feature + "=" + group.getKey() + "}";
                    agrees(group.getValue().path(name), find(measured, key), within);
                }
            }
        }
    }

    /** Everybody else against the privileged group, and each group against it. */
    private static void agreesOnPairs(JsonNode golden, String feature, Map<String, JsonNode> measured, double within) {
        String privileged = golden.path("privileged").asText();
        int compared = agreesOnPair(golden, "*", privileged, feature, measured, within);
        assertTrue(compared >= 15, "compared only " + compared);
        for (Map.Entry<String, JsonNode> pair :
                golden.path("pairwise_vs_privileged").properties()) {
            compared = agreesOnPair(pair.getValue(), pair.getKey(), privileged, feature, measured, within);
            assertEquals(pair.getValue().size(), compared, pair.getKey());
        }
    }

    private static int agreesOnPair(
            JsonNode golden,
            String group,
            String privileged,
            String feature,
            Map<String, JsonNode> measured,
            double within) {
        int compared = 0;
        for (Map.Entry<String, JsonNode> value : golden.properties()) {
            String pair = over(feature) + "(" + group + "/" + privileged + ")";
            JsonNode ours = find(measured, "aif360." + value.getKey() + "{}" + pair);
            if (!ours.isMissingNode()) {
                agrees(value.getValue(), ours, within);
                compared++;
            }
        }
        return compared;
    }

    static void agrees(JsonNode golden, JsonNode ours, double within) {
        assertTrue(!ours.isMissingNode(), () -> "nothing measured for " + golden);
        if (golden.isNull()) {
            assertTrue(ours.has("undefined"), ours::toString);
        } else {
            String metric = ours.path("metric").asText();
            double tolerance = within == EXACT
                    ? EXACT
                    : metric.startsWith("log_loss")
                            ? THROUGH_A_LOGARITHM
                            : metric.startsWith("average_precision") ? THROUGH_AN_ORDER : within;
            assertEquals(golden.asDouble(), ours.path("value").asDouble(Double.NaN), tolerance, ours::toString);
        }
    }

    /** A name's parameters stand at the end of the key. */
    static String key(String name, String form, String rows) {
        int at = name.indexOf('[');
        return at < 0 ? name + form + rows : name.substring(0, at) + form + rows + name.substring(at);
    }

    static JsonNode find(Map<String, JsonNode> measured, String key) {
        return measured.getOrDefault(key, MissingNode.getInstance());
    }

    /** By metric, rows, what it is taken over, pair and parameters. */
    static Map<String, JsonNode> index(JsonNode outcome) {
        Map<String, JsonNode> index = new HashMap<>();
        for (JsonNode measurement : outcome.path("measurements")) {
            StringBuilder key = new StringBuilder(measurement.path("metric").asText());
            key.append(features(measurement));
            if (measurement.has("over")) {
                key.append(over(texts(measurement.path("over")).collect(Collectors.joining(","))));
            }
            if (measurement.has("pair")) {
                key.append('(')
                        .append(texts(measurement.path("pair")).collect(Collectors.joining("/")))
                        .append(')');
            }
            if (Stream.of("bins", "class", "k", "target_fmr", "interpolated").anyMatch(measurement.path("at")::has)) {
                key.append(measurement.path("at").properties().stream()
                        .map(it -> it.getKey() + "=" + it.getValue().asText())
                        .collect(Collectors.joining(", ", "[", "]")));
            }
            JsonNode before = index.put(key.toString(), measurement);
            assertTrue(before == null, () -> "twice: " + key);
        }
        return index;
    }

    static String over(String features) {
        return " over " + features;
    }

    private static Stream<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts.stream();
    }

    private static String features(JsonNode of) {
        return of.path("features").properties().stream()
                .map(it -> it.getKey() + "=" + it.getValue().asText())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String percent(JsonNode measurement) {
        return "%.2f".formatted(100 * measurement.path("value").asDouble());
    }

    /** The reference group of each feature, as the golden file has it. */
    private static String references(String name) {
        return Reference.golden(name).path("attributes").properties().stream()
                .filter(attribute -> attribute.getValue().has("reference_group"))
                .map(attribute -> "\"%s\":%s"
                        .formatted(attribute.getKey(), attribute.getValue().path("reference_group")))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String compas(String favorable) {
        return compas(favorable, Reference.folder("compas").resolve("data.csv"));
    }

    private static String compas(String favorable, Path data) {
        return """
                {"task":"binary_classification","dataset":{"path":"%s"},
                 "columns":{"label":"label","score":"score","prediction":"prediction"},"favorable_label":"%s",
                 "sensitive_features":["race","sex","age_cat"],"intersections":[["race","sex"]],
                 "reference_groups":%s,"bootstrap":{"replicates":20}}
                """.formatted(data, favorable, references("compas"));
    }

    private static List<String> header(Path csv) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
            return reader.iterator().next().getFields();
        }
    }

    /** Data and features side by side, the features' names marked with {@code f:}. */
    private Path joined() throws IOException {
        Path reference = Reference.folder("adult_logreg");
        Path joined = folder.resolve("joined.csv");
        try (CsvReader<CsvRecord> data = CsvReader.builder().ofCsvRecord(reference.resolve("data.csv"));
                CsvReader<CsvRecord> features = CsvReader.builder().ofCsvRecord(reference.resolve("features.csv"));
                CsvWriter writer = CsvWriter.builder().build(joined)) {
            Iterator<CsvRecord> left = data.iterator();
            boolean names = true;
            for (CsvRecord right : features) {
                List<String> row = new ArrayList<>(left.next().getFields());
                for (String field : right.getFields()) {
                    row.add(names ? "f:" + field : field);
                }
                writer.writeRecord(row);
                names = false;
            }
        }
        return joined;
    }
}
