package org.aimass.audit.boundary;

import java.util.List;
import java.util.stream.Collectors;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.PairTest;
import org.aimass.engine.metrics.WorstSlices;
import org.jspecify.annotations.Nullable;

/** What an audit explored, as data: in the names of the outcome file. */
final class ExplorationData {

    private ExplorationData() {}

    static DataTable tests(List<PairTest> tests) {
        DataTable table = new DataTable(
                List.of("metric", "group", "reference", "test", "p_value", "p_value_benjamini_hochberg", "undefined"));
        for (PairTest test : tests) {
            table.add(List.of(
                    test.metric(),
                    test.pair().group(),
                    test.pair().reference(),
                    test.result().test(),
                    test.result().pValue() instanceof MetricValue.Measured measured ? (Object) measured.value() : "",
                    test.adjusted().isPresent() ? (Object) test.adjusted().getAsDouble() : "",
                    test.result().pValue() instanceof MetricValue.Undefined undefined ? undefined.reason() : ""));
        }
        return table;
    }

    /** @param found null where nobody searched */
    static DataTable slices(@Nullable WorstSlices found) {
        DataTable table = new DataTable(List.of(
                "slice",
                "metric",
                "value",
                "numerator",
                "denominator",
                "interval_low",
                "interval_high",
                "confidence",
                "interval_method",
                "rest_value",
                "rest_numerator",
                "rest_denominator",
                "log_likelihood_ratio",
                "p_value_adjusted"));
        if (found != null) {
            found.slices().forEach(slice -> table.add(cells(slice)));
        }
        return table;
    }

    private static List<Object> cells(WorstSlices.Slice slice) {
        return List.of(
                slice.features().entrySet().stream()
                        .map(feature -> feature.getKey() + "=" + feature.getValue())
                        .collect(Collectors.joining("; ")),
                slice.metric(),
                slice.share().value(),
                (long) slice.share().numerator(),
                (long) slice.share().denominator(),
                slice.interval().low(),
                slice.interval().high(),
                slice.interval().confidence(),
                slice.interval().method(),
                slice.rest().value(),
                (long) slice.rest().numerator(),
                (long) slice.rest().denominator(),
                slice.statistic(),
                slice.adjustedPValue());
    }
}
