package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.aimass.engine.metrics.BaseMetrics;
import org.aimass.engine.metrics.GroupData;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.PairTest;
import org.aimass.engine.metrics.PermutationTest;
import org.aimass.engine.metrics.Rate;
import org.aimass.engine.metrics.ScoreCells;
import org.aimass.engine.metrics.ScoreEdges;
import org.aimass.engine.metrics.ShareTest;
import org.aimass.engine.metrics.TestResult;

/**
 * Whether a group differs from its reference by chance, metric by metric.
 *
 * @param scored whether rows have scores
 * @param edges where these are cut for permuting
 */
record PairTests(PermutationTest permutation, boolean scored, ScoreEdges edges) {

    private static final List<Rate> SHARES = List.of(
            Rate.SELECTION_RATE,
            Rate.ACCURACY,
            Rate.TRUE_POSITIVE_RATE,
            Rate.FALSE_POSITIVE_RATE,
            Rate.PRECISION,
            Rate.FALSE_OMISSION_RATE);

    private static final BaseMetrics SCORED = new BaseMetrics(true, List.of());
    private static final List<Integer> OF_SCORES = List.of(BaseMetrics.ROC_AUC, BaseMetrics.CALIBRATION_IN_THE_LARGE);

    /** @param permuted whether the group is among those whose membership is permuted */
    List<PairTest> of(GroupData group, GroupData reference, Place place, boolean permuted) {
        List<PairTest> tests = new ArrayList<>();
        for (Rate rate : SHARES) {
            TestResult result = ShareTest.of(rate, group.proportion(rate), reference.proportion(rate));
            tests.add(test(rate.name(), place, result));
        }
        if (scored) {
            List<MetricValue> values = permute(group, reference, place, permuted);
            for (int metric : OF_SCORES) {
                TestResult result = new TestResult("permutation", values.get(metric));
                tests.add(test(SCORED.list().get(metric).name(), place, result));
            }
        }
        return tests;
    }

    private List<MetricValue> permute(GroupData group, GroupData reference, Place place, boolean permuted) {
        if (reference.counts().rows() == 0) {
            return undefined("no rows in the reference group");
        }
        if (!group.plain() || !reference.plain()) {
            return undefined("rows with weights or clusters cannot change groups one by one");
        }
        if (!permuted) {
            return undefined("only the largest groups are permuted");
        }
        ScoreCells first = group.scoreCells(edges);
        ScoreCells second = reference.scoreCells(edges);
        return permutation.pValues(SCORED, first, second, place.over() + " " + place.features() + " " + pair(place));
    }

    private static List<MetricValue> undefined(String reason) {
        return Collections.nCopies(SCORED.size(), MetricValue.undefined(reason));
    }

    private static PairTest test(String metric, Place place, TestResult result) {
        return new PairTest(metric, place.features(), place.over(), pair(place), result, OptionalDouble.empty());
    }

    private static Measurement.Pair pair(Place place) {
        return place.pair().orElseThrow();
    }
}
