package org.aimass.audit.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.aimass.audit.entity.AuditOutcome;
import org.aimass.audit.entity.Exploration;
import org.aimass.audit.entity.Plans;
import org.aimass.engine.metrics.Fraction;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.PairTest;
import org.aimass.engine.metrics.Proportion;
import org.aimass.engine.metrics.TestResult;
import org.aimass.engine.metrics.Uncertainty;
import org.aimass.engine.metrics.WorstSlices;

/** Outcomes as the engine writes them. */
final class Outcomes {

    private Outcomes() {}

    static AuditOutcome.Head head() {
        return new AuditOutcome.Head(
                new AuditOutcome.Engine("1.0.0", Optional.of("1.28.0"), Optional.of("CPU"), "two cores", 2, 7),
                new AuditOutcome.Inputs(Plans.DATASET, Optional.of(Plans.MODEL), Plans.MODEL),
                new AuditOutcome.Rows(1475, 1472, 3, List.of(new AuditOutcome.LeftOut("missing label", 3))),
                new AuditOutcome.Timing(0.25, 0.5, 0.125, 1));
    }

    /** A test with an answer and one without, and one slice. */
    static Exploration exploration() {
        Measurement.Pair pair = new Measurement.Pair("18 to 29", "30 to 44");
        return new Exploration(
                List.of(
                        new PairTest(
                                "selection_rate",
                                Map.of(),
                                List.of("age"),
                                pair,
                                new TestResult("two_proportion_z", MetricValue.of(0.011)),
                                OptionalDouble.of(0.022)),
                        new PairTest(
                                "precision",
                                Map.of(),
                                List.of("age"),
                                pair,
                                new TestResult("fisher_exact", MetricValue.undefined("no predicted positives")),
                                OptionalDouble.empty())),
                Optional.of(new WorstSlices(
                        List.of("age", "sex"),
                        2,
                        17,
                        1,
                        200,
                        List.of(new WorstSlices.Slice(
                                Map.of("age", "18 to 29", "sex", "Men"),
                                "error_rate",
                                new Proportion(5, 19, 19, true),
                                new Proportion(3, 29, 29, true),
                                new Interval(0.12, 0.49, 0.95, "wilson"),
                                2.5,
                                0.01)))));
    }

    /** Every shape that a measurement can have. */
    static List<Measurement> measurements() {
        return List.of(
                new Measurement(
                        "false_negative_rate",
                        Map.of("age", "30 to 44"),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Map.of(),
                        MetricValue.of(362.0 / 1012),
                        Optional.of(new Fraction(362, 1012)),
                        new Interval(0.32, 0.39, 0.95, "wilson")),
                new Measurement(
                        "precision",
                        Map.of("age", "65 and over"),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Map.of(),
                        MetricValue.undefined("no predicted positives"),
                        Optional.of(new Fraction(0, 0)),
                        new Uncertainty.NoInterval("the value is undefined")),
                new Measurement(
                        "expected_calibration_error",
                        Map.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Map.of("bins", 10L, "edges", "floor", "share", 0.5, "flag", true),
                        MetricValue.of(0.018),
                        Optional.empty(),
                        new Interval(0.015, 0.022, 0.95, "bootstrap")),
                new Measurement(
                        "aif360.disparate_impact",
                        Map.of(),
                        List.of("age"),
                        List.of(),
                        Optional.of(new Measurement.Pair("18 to 29", "30 to 44")),
                        Map.of(),
                        MetricValue.of(0.63),
                        Optional.empty(),
                        new Interval(0.5, 0.7, 0.95, "katz")),
                new Measurement(
                        "demographic_parity_difference",
                        Map.of(),
                        List.of("age"),
                        List.of("18 to 29", "30 to 44"),
                        Optional.empty(),
                        Map.of(),
                        MetricValue.of(0.4),
                        Optional.empty(),
                        new Uncertainty.NoInterval("nobody drew again")));
    }
}
