package org.aimass.engine.cli;

import static java.util.Objects.requireNonNull;
import static org.aimass.engine.cli.ReferenceTest.EXACT;
import static org.aimass.engine.cli.ReferenceTest.THROUGH_A_MODEL;
import static org.aimass.engine.cli.ReferenceTest.agrees;
import static org.aimass.engine.cli.ReferenceTest.find;
import static org.aimass.engine.cli.ReferenceTest.index;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pairs of real images give the figures that were worked out beside this project, from their scores and through the model. */
class VerificationReferenceTest {

    private static final String CASE = "digits_embedding_verification";

    /** Of all pairs and of each group: the name in the golden file, and here. */
    private static final Map<String, String> OF_GROUP = Map.of(
            "eer_nearest", "equal_error_rate%s",
            "eer_interpolated", "equal_error_rate%s[interpolated=true]",
            "auc", "roc_auc%s",
            "d_prime", "d_prime%s");

    private static final Map<String, String> AT_TARGET = Map.of(
            "fmr", "false_match_rate%s",
            "fnmr", "false_non_match_rate%s",
            "tar_at_far", "true_accept_rate%s",
            "threshold", "threshold%s");

    private static final Map<String, String> OVER_GROUPS = Map.ofEntries(
            Map.entry("fmr_max_min_ratio", "false_match_rate_max_over_min"),
            Map.entry("fmr_max_minus_min", "false_match_rate_difference"),
            Map.entry("fmr_gini", "false_match_rate_gini"),
            Map.entry("fmr_max_over_geomean", "false_match_rate_max_over_geometric_mean"),
            Map.entry("fnmr_max_min_ratio", "false_non_match_rate_max_over_min"),
            Map.entry("fnmr_max_minus_min", "false_non_match_rate_difference"),
            Map.entry("fnmr_gini", "false_non_match_rate_gini"),
            Map.entry("fnmr_max_over_geomean", "false_non_match_rate_max_over_geometric_mean"),
            Map.entry("garbe", "garbe"),
            Map.entry("fdr_fairness_discrepancy_rate", "fairness_discrepancy_rate"),
            Map.entry("inequity_rate", "inequity_rate"));

    @TempDir
    Path folder;

    private JsonNode measure(Path data, String columns, String more) {
        return Console.measure(folder, """
                {"task":"face_verification","dataset":{"path":"%s"},
                 "columns":{"genuine":"genuine",%s},"sensitive_features":["group"],"bootstrap":{"replicates":20},
                 "options":{"target_fmr":[0.01,0.001,0.0001]}%s}
                """.formatted(data, columns, more));
    }

    private static int compare(JsonNode golden, Map<String, JsonNode> measured, double within) {
        int compared = group(golden.path("overall"), OF_GROUP, "{}", "", measured, within);
        for (Map.Entry<String, JsonNode> group : golden.path("groups").properties()) {
            compared += group(group.getValue(), OF_GROUP, "{group=" + group.getKey() + "}", "", measured, within);
        }
        for (Map.Entry<String, JsonNode> point : golden.path("operating_points").properties()) {
            String at = "[target_fmr=" + Double.parseDouble(point.getKey().substring(4)) + "]";
            compared += group(point.getValue(), AT_TARGET, "{}", at, measured, within);
            for (Map.Entry<String, JsonNode> group :
                    point.getValue().path("groups").properties()) {
                String rows = "{group=" + group.getKey() + "}";
                compared += group(group.getValue(), AT_TARGET, rows, at, measured, within);
                for (String rate : List.of("fmr", "fnmr")) {
                    String key = requireNonNull(AT_TARGET.get(rate)).formatted(rows) + at;
                    JsonNode interval = group.getValue().path(rate + "_wilson95");
                    JsonNode own = find(measured, key).path("interval");
                    assertEquals("wilson", own.path("method").asText());
                    assertEquals(interval.get(0).asDouble(), own.path("low").asDouble(), within, key);
                    assertEquals(interval.get(1).asDouble(), own.path("high").asDouble(), within, key);
                    compared += 2;
                }
            }
            for (Map.Entry<String, String> name : OVER_GROUPS.entrySet()) {
                agrees(
                        point.getValue().path(name.getKey()),
                        find(measured, name.getValue() + "{}" + ReferenceTest.over("group") + at),
                        within);
                compared++;
            }
        }
        return compared;
    }

    private static int group(
            JsonNode golden,
            Map<String, String> names,
            String rows,
            String at,
            Map<String, JsonNode> measured,
            double within) {
        int compared = 0;
        for (Map.Entry<String, String> name : names.entrySet()) {
            if (golden.has(name.getKey())) {
                agrees(
                        golden.path(name.getKey()),
                        find(measured, name.getValue().formatted(rows) + at),
                        within);
                compared++;
            }
        }
        return compared;
    }

    @Test
    void agreesWithEveryGoldenValue() {
        JsonNode outcome = measure(Reference.folder(CASE).resolve("data.csv"), "\"score\":\"score\"", "");
        Map<String, JsonNode> measured = withoutAlpha(outcome);
        assertEquals(137, compare(Reference.golden(CASE), measured, EXACT));
        JsonNode curves = outcome.path("error_trade_off").path("groups");
        assertEquals(6076, curves.path(0).path("genuine").asInt());
        assertEquals(25339, curves.path(0).path("impostor").asInt());
        assertEquals(5, curves.size());
    }

    private static Map<String, JsonNode> withoutAlpha(JsonNode outcome) {
        Map<String, JsonNode> all = new HashMap<>();
        index(outcome).forEach((key, value) -> all.put(key.replaceAll(", upper_bound.*]", "]"), value));
        Map<String, JsonNode> named = new HashMap<>();
        all.forEach((key, value) -> named.put(key.replace("[alpha=0.5, ", "["), value));
        return named;
    }

    /** Each side of a pair is 64 pixels, which the model turns into 24 numbers. */
    @Test
    void agreesThroughTheModel() throws IOException {
        Map<String, String> pixels = new HashMap<>();
        List<String> images = Files.readAllLines(Reference.folder(CASE).resolve("images.csv"));
        for (String line : images.subList(1, images.size())) {
            String[] fields = line.split(",", -1);
            StringBuilder shown = new StringBuilder();
            for (int pixel = 3; pixel < fields.length; pixel++) {
                shown.append(',').append(Double.parseDouble(fields[pixel]) / 16);
            }
            pixels.put(fields[0], shown.toString());
        }
        List<String> joined = new ArrayList<>();
        for (String line : Files.readAllLines(Reference.folder(CASE).resolve("data.csv"))) {
            String[] fields = line.split(",", -1);
            joined.add(
                    joined.isEmpty()
                            ? line + "," + names("l", field -> field) + "," + names("r", field -> field)
                            : line + pixels.get(fields[0]) + pixels.get(fields[1]));
        }
        Path data = Files.write(folder.resolve("joined.csv"), joined);
        String quote = "\"";
        JsonNode outcome = measure(
                data,
                "\"left\":[" + names("l", name -> quote + name + quote) + "],\"right\":["
                        + names("r", name -> quote + name + quote) + "]",
                ",\"model\":{\"path\":\"" + Reference.folder(CASE).resolve("model.onnx") + "\"}");
        assertEquals(137, compare(Reference.golden(CASE), withoutAlpha(outcome), THROUGH_A_MODEL));
    }

    private static String names(String side, Function<String, String> each) {
        List<String> names = new ArrayList<>();
        for (int pixel = 0; pixel < 64; pixel++) {
            names.add(each.apply(side + pixel));
        }
        return String.join(",", names);
    }
}
