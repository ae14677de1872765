package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every name that an audit of each task promises is measured, with an interval or a word on why there is none, and no other is. */
class MetricNamesTest {

    private static final String RATES = "selection_rate prevalence accuracy precision true_positive_rate"
            + " false_positive_rate true_negative_rate false_negative_rate negative_predictive_value false_discovery_rate"
            + " false_omission_rate balanced_accuracy f1_score matthews_corrcoef";
    private static final String OF_SCORES = " roc_auc average_precision brier_score log_loss mean_score"
            + " calibration_in_the_large expected_calibration_error maximum_calibration_error";
    private static final String FAIRLEARN = "demographic_parity_difference demographic_parity_ratio"
            + " equal_opportunity_difference equal_opportunity_ratio equalized_odds_difference equalized_odds_ratio"
            + " equalized_odds_difference_mean equalized_odds_ratio_mean";
    private static final String ENTROPY = "generalized_entropy_index theil_index coefficient_of_variation";
    private static final String AIF360 = "statistical_parity_difference disparate_impact equal_opportunity_difference"
            + " average_odds_difference average_abs_odds_difference equalized_odds_difference"
            + " average_predictive_value_difference";
    private static final String AIF360_RATES =
            "error_rate false_positive_rate false_negative_rate false_discovery_rate false_omission_rate";
    private static final String AEQUITAS = "ppr pprev precision fdr for fpr fnr tpr tnr npv";

    private static final String DATA = """
            y,p,s,x,g,c,q,r
            1,1,0.9,3.5,a,u,1,1
            0,1,0.7,2,a,u,1,2
            1,0,0.2,1,a,v,1,3
            0,0,0.1,-1,b,v,2,1
            1,1,0.8,4,b,u,2,2
            0,0,0.3,0.5,b,v,2,3
            """;

    @TempDir
    Path folder;

    private static Stream<String> words(String names) {
        return Arrays.stream(names.split(" "));
    }

    private static Stream<String> with(String names, String... endings) {
        return words(names).flatMap(name -> Arrays.stream(endings).map(ending -> name + ending));
    }

    private Set<String> measured(String task, String rest) throws IOException {
        Files.writeString(folder.resolve("data.csv"), DATA);
        JsonNode outcome = Console.measure(
                folder,
                "{\"task\":\"" + task + "\",\"dataset\":{\"path\":\"data.csv\"},\"sensitive_features\":[\"g\"],"
                        + "\"bootstrap\":{\"replicates\":20}," + rest + "}");
        Set<String> names = new TreeSet<>();
        for (JsonNode measurement : outcome.path("measurements")) {
            names.add(measurement.path("metric").asText());
            assertTrue(measurement.has("interval") != measurement.has("no_interval"), measurement::toString);
            assertTrue(measurement.has("value") != measurement.has("undefined"), measurement::toString);
        }
        return names;
    }

    private static Set<String> all(List<Stream<String>> parts) {
        return parts.stream().flatMap(part -> part).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> binary() {
        return Stream.of(
                        words("count"),
                        with(RATES + OF_SCORES, "", "_difference", "_ratio"),
                        with(FAIRLEARN, "", "_to_overall"),
                        words(AIF360).map(name -> "aif360." + name),
                        with(AIF360_RATES, "_difference", "_ratio").map(name -> "aif360." + name),
                        words(ENTROPY)
                                .flatMap(index -> Stream.of(
                                        "aif360." + index,
                                        "aif360.between_group_" + index,
                                        "aif360.between_all_groups_" + index)),
                        words(AEQUITAS).map(name -> "aequitas." + name + "_disparity"),
                        Stream.of("aequitas.ppr", "aequitas.pprev"),
                        Stream.of("ll144.impact_ratio", "ll144.scoring_rate", "ll144.scoring_impact_ratio"))
                .flatMap(part -> part);
    }

    @Test
    void ofTwoClasses() throws IOException {
        assertEquals(
                all(List.of(
                        binary(),
                        Stream.of("aif360.consistency", "demographic_disparity", "conditional_demographic_disparity"))),
                measured(
                        "binary_classification",
                        "\"columns\":{\"label\":\"y\",\"prediction\":\"p\",\"score\":\"s\"},"
                                + "\"control_features\":[\"c\"],\"options\":{\"consistency_features\":[\"x\"]}"));
    }

    /** Of two classes there is no {@code top_k_accuracy}: the likeliest two of two are always right. */
    @Test
    void ofSeveralClasses() throws IOException {
        String together = "accuracy balanced_accuracy precision_macro recall_macro f1_macro f1_weighted cohen_kappa"
                + " matthews_corrcoef log_loss brier_score expected_calibration_error"
                + " maximum_calibration_error";
        assertEquals(
                all(List.of(
                        binary(), with(together, "", "_difference", "_ratio"), Stream.of("total_variation_distance"))),
                measured(
                        "multiclass_classification",
                        "\"columns\":{\"label\":\"y\",\"scores\":[\"s\",\"p\"]},\"options\":{\"classes\":[\"1\",\"0\"]}"));
    }

    @Test
    void ofNumbers() throws IOException {
        String metrics = "mean_absolute_error mean_squared_error root_mean_squared_error r2_score mean_signed_error"
                + " mean_prediction mean_label median_absolute_error max_error statistical_parity_ks";
        assertEquals(
                all(List.of(Stream.of("count"), with(metrics, "", "_difference", "_ratio"))),
                measured("regression", "\"columns\":{\"label\":\"s\",\"prediction\":\"x\"}"));
    }

    @Test
    void ofRankings() throws IOException {
        String metrics =
                "exposure selection_rate mean_relevance exposure_per_relevance mean_reciprocal_rank ndcg_score skew";
        assertEquals(
                all(List.of(
                        Stream.of("count", "min_skew", "max_skew", "ndkl"),
                        with(metrics, "", "_difference", "_ratio"))),
                measured(
                        "ranking",
                        "\"columns\":{\"query\":\"q\",\"relevance\":\"y\",\"rank\":\"r\"},\"options\":{\"k\":2}"));
    }

    /** One parameter tells values of one name apart. */
    @Test
    void parametersStandBesideTheName() throws IOException {
        Files.writeString(folder.resolve("data.csv"), DATA);
        JsonNode outcome = Console.measure(
                folder,
                "{\"task\":\"binary_classification\",\"dataset\":{\"path\":\"data.csv\"},\"bootstrap\":{\"replicates\":1},"
                        + "\"columns\":{\"label\":\"y\",\"score\":\"s\"},\"options\":{\"calibration_bins\":[4]}}");
        List<String> found = new ArrayList<>();
        outcome.path("measurements").forEach(it -> {
            if (it.has("at")) {
                found.add(it.path("metric").asText() + it.path("at"));
            }
        });
        assertEquals(
                List.of(
                        "expected_calibration_error{\"bins\":4,\"edges\":\"floor\"}",
                        "expected_calibration_error{\"bins\":4,\"edges\":\"ceil\"}",
                        "maximum_calibration_error{\"bins\":4,\"edges\":\"floor\"}",
                        "maximum_calibration_error{\"bins\":4,\"edges\":\"ceil\"}",
                        "aif360.generalized_entropy_index{\"alpha\":2}",
                        "aif360.consistency{\"neighbors\":5}"),
                found);
    }
}
