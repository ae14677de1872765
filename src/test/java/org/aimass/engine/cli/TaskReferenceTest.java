package org.aimass.engine.cli;

import static java.util.Objects.requireNonNull;
import static org.aimass.engine.cli.ReferenceTest.EXACT;
import static org.aimass.engine.cli.ReferenceTest.THROUGH_A_MODEL;
import static org.aimass.engine.cli.ReferenceTest.agrees;
import static org.aimass.engine.cli.ReferenceTest.find;
import static org.aimass.engine.cli.ReferenceTest.index;
import static org.aimass.engine.cli.ReferenceTest.key;
import static org.aimass.engine.cli.ReferenceTest.over;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real data of other tasks than the first gives the figures that other libraries gave. */
class TaskReferenceTest {

    private static final Map<String, String> REGRESSION = Map.of(
            "mae", "mean_absolute_error",
            "mse", "mean_squared_error",
            "rmse", "root_mean_squared_error",
            "r2", "r2_score",
            "mean_error", "mean_signed_error",
            "median_absolute_error", "median_absolute_error",
            "mean_prediction", "mean_prediction",
            "mean_label", "mean_label",
            "max_error", "max_error");

    private static final Map<String, String> MULTICLASS = Map.ofEntries(
            Map.entry("accuracy", "accuracy"),
            Map.entry("macro_precision", "precision_macro"),
            Map.entry("macro_recall", "recall_macro"),
            Map.entry("macro_f1", "f1_macro"),
            Map.entry("weighted_f1", "f1_weighted"),
            Map.entry("cohen_kappa", "cohen_kappa"),
            Map.entry("mcc", "matthews_corrcoef"),
            Map.entry("log_loss", "log_loss"),
            Map.entry("brier_multiclass", "brier_score"),
            Map.entry("top2_accuracy", "top_k_accuracy[k=2]"),
            Map.entry("ece10_top_label_floor", "expected_calibration_error[bins=10, edges=floor, label=top]"),
            Map.entry("ece15_top_label_ceil", "expected_calibration_error[bins=15, edges=ceil, label=top]"));

    @TempDir
    Path folder;

    /** Every value by group and every disparity; answers how many there were. */
    private static int compare(
            JsonNode golden, Map<String, JsonNode> measured, Map<String, String> names, double within) {
        int compared = group(golden.path("overall"), "{}", measured, names, within);
        for (Map.Entry<String, JsonNode> attribute : golden.path("attributes").properties()) {
            for (Map.Entry<String, JsonNode> group :
                    attribute.getValue().path("groups").properties()) {
                String rows = "{" + attribute.getKey() + "=" + group.getKey() + "}";
                compared += group(group.getValue(), rows, measured, names, within);
            }
            for (Map.Entry<String, JsonNode> disparity :
                    attribute.getValue().path("disparities").properties()) {
                String name = requireNonNull(names.get(disparity.getKey()));
                for (String form : List.of("difference", "ratio")) {
                    String key = key(name, "_" + form, "{}" + over(attribute.getKey()));
                    agrees(disparity.getValue().path(form), find(measured, key), within);
                    compared++;
                }
            }
        }
        return compared;
    }

    private static int group(
            JsonNode golden, String rows, Map<String, JsonNode> measured, Map<String, String> names, double within) {
        int compared = 0;
        for (Map.Entry<String, JsonNode> value : golden.properties()) {
            String name = names.get(value.getKey());
            if (name != null) {
                agrees(value.getValue(), find(measured, key(name, "", rows)), within);
                compared++;
            }
        }
        return compared;
    }

    @Test
    void diabetesAgreesWithEveryGoldenValue() {
        JsonNode golden = Reference.golden("diabetes_regression");
        Path data = Reference.folder("diabetes_regression").resolve("data.csv");
        Map<String, JsonNode> measured = index(Console.measure(folder, """
                {"task":"regression","dataset":{"path":"%s"},
                 "columns":{"label":"label","prediction":"prediction"},
                 "sensitive_features":["sex","age_band"],"reference_groups":{"sex":"2","age_band":"65+"},
                 "bootstrap":{"replicates":20}}
                """.formatted(data)));
        assertEquals(101, compare(golden, measured, REGRESSION, EXACT));
        agrees(
                golden.path("attributes").path("sex").path("ks_predictions").path("1 vs 2"),
                find(measured, "statistical_parity_ks{}" + over("sex") + "(1/2)"),
                EXACT);
    }

    /** Each two bands, whichever of them is the reference. */
    @ParameterizedTest
    @ValueSource(strings = {"<25", "25-34", "35-44", "45-54", "55-64", "65+"})
    void diabetesAgreesOnTheDistanceOfEachTwoDistributions(String reference) {
        Map<String, JsonNode> measured = index(Console.measure(
                folder, """
                {"task":"regression","dataset":{"path":"%s"},
                 "columns":{"label":"label","prediction":"prediction"},
                 "sensitive_features":["age_band"],"reference_groups":{"age_band":"%s"},
                 "bootstrap":{"replicates":1}}
                """.formatted(Reference.folder("diabetes_regression").resolve("data.csv"), reference)));
        JsonNode golden = Reference.golden("diabetes_regression")
                .path("attributes")
                .path("age_band")
                .path("ks_predictions");
        assertEquals(15, golden.size());
        int compared = 0;
        for (Map.Entry<String, JsonNode> pair : golden.properties()) {
            List<String> bands = List.of(pair.getKey().split(" vs ", -1));
            if (bands.contains(reference)) {
                String other = bands.get(1 - bands.indexOf(reference));
                String key = "statistical_parity_ks{}" + over("age_band") + "(" + other + "/" + reference + ")";
                agrees(pair.getValue(), find(measured, key), EXACT);
                compared++;
            }
        }
        assertEquals(5, compared);
    }

    @Test
    void diabetesAgreesThroughItsModel() throws IOException {
        Path joined = join("diabetes_regression", "features.csv", field -> field);
        Map<String, JsonNode> measured = index(Console.measure(folder, """
                {"task":"regression","dataset":{"path":"%s"},
                 "model":{"path":"%s","inputs":{"features":["age","bmi","bp","s1","s2","s3","s4","s5","s6"]}},
                 "columns":{"label":"label"},"sensitive_features":["sex","age_band"],
                 "bootstrap":{"replicates":20}}
                """.formatted(
                        joined, Reference.folder("diabetes_regression").resolve("model.onnx"))));
        // answers of some 150 in single precision: relative to their size, 2e-6 is 3e-4
        assertEquals(
                101,
                compare(Reference.golden("diabetes_regression"), measured, REGRESSION, 150 * 150 * THROUGH_A_MODEL));
    }

    @Test
    void digitsAgreeWithEveryGoldenValue() {
        Path data = Reference.folder("digits_mlp_image").resolve("data.csv");
        JsonNode outcome = Console.measure(folder, """
                {"task":"multiclass_classification","dataset":{"path":"%s"},
                 "columns":{"label":"label","scores":["p0","p1","p2","p3","p4","p5","p6","p7","p8","p9"]},
                 "options":{"classes":["0","1","2","3","4","5","6","7","8","9"]},
                 "sensitive_features":["ink_band"],"bootstrap":{"replicates":20}}
                """.formatted(data));
        JsonNode golden = Reference.golden("digits_mlp_image");
        assertEquals(54, compare(golden, index(outcome), MULTICLASS, EXACT));
        agreesOnConfusion(golden.path("overall").path("confusion"), outcome, 0);
        List<String> bands = List.of("high", "low", "mid");
        for (int band = 0; band < bands.size(); band++) {
            JsonNode group =
                    golden.path("attributes").path("ink_band").path("groups").path(bands.get(band));
            agreesOnConfusion(group.path("confusion"), outcome, band + 1);
        }
    }

    @Test
    void digitsAgreeThroughTheirModel() throws IOException {
        Path joined = join("digits_mlp_image", "pixels.csv", field -> Double.toString(Double.parseDouble(field) / 16));
        Map<String, JsonNode> measured = index(Console.measure(folder, """
                {"task":"multiclass_classification","dataset":{"path":"%s"},
                 "model":{"path":"%s","inputs":{"image":[%s]}},"columns":{"label":"label"},
                 "sensitive_features":["ink_band"],"bootstrap":{"replicates":20}}
                """.formatted(
                        joined, Reference.folder("digits_mlp_image").resolve("model.onnx"), pixels())));
        assertEquals(54, compare(Reference.golden("digits_mlp_image"), measured, MULTICLASS, THROUGH_A_MODEL));
    }

    private static String pixels() {
        List<String> names = new ArrayList<>();
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 8; column++) {
                names.add("\"px" + row + column + "\"");
            }
        }
        return String.join(",", names);
    }

    private static void agreesOnConfusion(JsonNode golden, JsonNode outcome, int group) {
        int[][] cells = new int[10][10];
        for (JsonNode cell :
                outcome.path("confusion").path("groups").path(group).path("cells")) {
            cells[cell.get(0).asInt()][cell.get(1).asInt()] = cell.get(2).asInt();
        }
        for (int truth = 0; truth < 10; truth++) {
            for (int answer = 0; answer < 10; answer++) {
                assertEquals(golden.get(truth).get(answer).asInt(), cells[truth][answer]);
            }
        }
    }

    @Test
    void messagesAgreeWithEveryGoldenValue() {
        sms("", EXACT);
    }

    /** The model takes the raw text. */
    @Test
    void messagesAgreeThroughTheirModel() {
        Path model = Reference.folder("sms_spam_text").resolve("model_text.onnx");
        sms(",\"model\":{\"path\":\"" + model + "\"}", THROUGH_A_MODEL);
    }

    private void sms(String model, double within) {
        Path data = Reference.folder("sms_spam_text").resolve("data.csv");
        Map<String, JsonNode> measured = index(Console.measure(folder, """
                {"task":"binary_classification","dataset":{"path":"%s"}%s,
                 "columns":{"label":"label","score":"score","prediction":"prediction"},
                 "sensitive_features":["length_band","has_digit","non_ascii"],"bootstrap":{"replicates":20}}
                """.formatted(data, model)));
        agrees(Reference.golden("sms_spam_text"), measured, List.of("length_band", "has_digit", "non_ascii"), within);
    }

    /** The data with the model's inputs beside it. */
    private Path join(String name, String inputs, Function<String, String> change) throws IOException {
        List<String> data = Files.readAllLines(Reference.folder(name).resolve("data.csv"));
        List<String> fed = Files.readAllLines(Reference.folder(name).resolve(inputs));
        List<String> joined = new ArrayList<>();
        for (int line = 0; line < data.size(); line++) {
            List<String> fields = new ArrayList<>();
            for (String field : fed.get(line).split(",", -1)) {
                fields.add(line == 0 ? field : change.apply(field));
            }
            joined.add(data.get(line) + "," + String.join(",", fields));
        }
        return Files.write(folder.resolve("joined.csv"), joined);
    }
}
