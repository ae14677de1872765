package org.aimass.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.PairTest;
import org.aimass.engine.metrics.Proportion;
import org.aimass.engine.metrics.SliceFindings;
import org.aimass.engine.metrics.WorstSlices;

/** The parts of an outcome that are for exploring: tests of pairs, and the subgroups that fare worst. */
final class ExplorationJson {

    private ExplorationJson() {}

    static void tests(List<PairTest> tests, JsonGenerator json) throws IOException {
        if (tests.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("tests");
        for (PairTest test : tests) {
            json.writeStartObject();
            json.writeStringField("metric", test.metric());
            if (!test.features().isEmpty()) {
                OutcomeFile.features(test.features(), json);
            }
            OutcomeFile.texts("over", test.over(), json);
            OutcomeFile.texts("pair", List.of(test.pair().group(), test.pair().reference()), json);
            json.writeStringField("test", test.result().test());
            if (test.result().pValue() instanceof MetricValue.Measured measured) {
                json.writeNumberField("p_value", measured.value());
                json.writeNumberField("adjusted_p_value", test.adjusted().orElseThrow());
            } else if (test.result().pValue() instanceof MetricValue.Undefined undefined) {
                json.writeStringField("undefined", undefined.reason());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void worstSlices(SliceFindings findings, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("worst_slices");
        if (findings instanceof WorstSlices worst) {
            OutcomeFile.texts("features", worst.features(), json);
            json.writeNumberField("depth", worst.depth());
            json.writeNumberField("searched", worst.searched());
            json.writeNumberField("left_out", worst.leftOut());
            json.writeNumberField("permutations", worst.permutations());
            json.writeArrayFieldStart("slices");
            for (WorstSlices.Slice slice : worst.slices()) {
                slice(slice, json);
            }
            json.writeEndArray();
        } else if (findings instanceof SliceFindings.NotSearched none) {
            json.writeStringField("undefined", none.reason());
        }
        json.writeEndObject();
    }

    private static void slice(WorstSlices.Slice slice, JsonGenerator json) throws IOException {
        json.writeStartObject();
        OutcomeFile.features(slice.features(), json);
        json.writeStringField("metric", slice.metric());
        share(slice.share(), json);
        json.writeObjectFieldStart("rest");
        share(slice.rest(), json);
        json.writeEndObject();
        OutcomeFile.uncertainty(slice.interval(), json);
        json.writeNumberField("statistic", slice.statistic());
        json.writeNumberField("adjusted_p_value", slice.adjustedPValue());
        json.writeEndObject();
    }

    private static void share(Proportion share, JsonGenerator json) throws IOException {
        json.writeNumberField("value", share.value());
        OutcomeFile.count("numerator", share.numerator(), json);
        OutcomeFile.count("denominator", share.denominator(), json);
    }
}
