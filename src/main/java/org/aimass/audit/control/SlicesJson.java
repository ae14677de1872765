package org.aimass.audit.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Proportion;
import org.aimass.engine.metrics.SliceFindings;
import org.aimass.engine.metrics.WorstSlices;

/** The subgroups that fare worst, in an outcome file and in the column that keeps them. */
final class SlicesJson {

    private static final int MAX_FEATURES = 100;
    private static final int MAX_TEXT = 1_000;
    private static final int MAX_NAME = 80;
    private static final int MAX_REASON = 500;

    private static final Set<String> METRICS =
            Set.of("error_rate", "false_negative_rate", "false_positive_rate", "selection_rate");

    private SlicesJson() {}

    static Optional<SliceFindings> read(Fields outcome) {
        return outcome.has("worst_slices")
                ? Optional.of(outcome.object("worst_slices", SlicesJson::findings))
                : Optional.empty();
    }

    /** Reads what {@link #column} wrote. */
    static SliceFindings ofColumn(String json) {
        return Fields.read("", StrictJson.read(json), SlicesJson::findings);
    }

    private static SliceFindings findings(Fields json) {
        if (json.has("undefined")) {
            return new SliceFindings.NotSearched(json.text("undefined", MAX_REASON));
        }
        return new WorstSlices(
                json.has("features") ? json.texts("features", MAX_FEATURES, MAX_TEXT) : List.of(),
                whole(json, "depth"),
                whole(json, "searched"),
                whole(json, "left_out"),
                whole(json, "permutations"),
                json.list("slices", WorstSlices.MOST, SlicesJson::slice));
    }

    private static int whole(Fields json, String name) {
        return (int) json.count(name, Integer.MAX_VALUE);
    }

    private static WorstSlices.Slice slice(Fields json) {
        String metric = json.text("metric", MAX_NAME);
        if (!METRICS.contains(metric)) {
            throw new Fields.Malformed("worst_slices: nobody looks for " + metric);
        }
        return new WorstSlices.Slice(
                json.textMap("features", MAX_FEATURES, MAX_TEXT),
                metric,
                share(json),
                json.object("rest", SlicesJson::share),
                json.object("interval", MeasurementJson::interval),
                json.number("statistic"),
                PairTestJson.probability(json, "adjusted_p_value"));
    }

    /** The value follows from the counts, and is told for readers without arithmetic. */
    private static Proportion share(Fields json) {
        long counted = json.count("numerator", OutcomeReader.MAX_ROWS);
        long of = json.count("denominator", OutcomeReader.MAX_ROWS);
        if (of == 0 || counted > of || (double) counted / of != json.number("value")) {
            throw new Fields.Malformed("worst_slices: " + counted + " of " + of + " is not the share that is told");
        }
        return new Proportion(counted, of, of, true);
    }

    static String column(SliceFindings findings) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        if (findings instanceof SliceFindings.NotSearched none) {
            json.put("undefined", none.reason());
        } else if (findings instanceof WorstSlices worst) {
            worst.features().forEach(json.putArray("features")::add);
            json.put("depth", worst.depth())
                    .put("searched", worst.searched())
                    .put("left_out", worst.leftOut())
                    .put("permutations", worst.permutations())
                    .putArray("slices")
                    .addAll(worst.slices().stream().map(SlicesJson::slice).toList());
        }
        return json.toString();
    }

    private static ObjectNode slice(WorstSlices.Slice slice) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        slice.features().forEach(json.putObject("features")::put);
        json.put("metric", slice.metric());
        share(slice.share(), json);
        share(slice.rest(), json.putObject("rest"));
        Interval interval = slice.interval();
        json.putObject("interval")
                .put("low", interval.low())
                .put("high", interval.high())
                .put("confidence", interval.confidence())
                .put("method", interval.method());
        return json.put("statistic", slice.statistic()).put("adjusted_p_value", slice.adjustedPValue());
    }

    private static void share(Proportion share, ObjectNode json) {
        json.put("value", share.value())
                .put("numerator", (long) share.numerator())
                .put("denominator", (long) share.denominator());
    }
}
