package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.aimass.engine.metrics.ScoreBins.Bin;
import org.junit.jupiter.api.Test;

/**
 * Nine people. With the positive label: 0.29, 0.5, 0.505, 0.77 and 1; with the negative one: 0.02, 0.29, 0.295 and 0.5.
 */
class ScoreBinsTest {

    private static final double[] SCORE = {0.02, 0.29, 0.29, 0.295, 0.5, 0.5, 0.505, 0.77, 1};
    /** tn tn fn tn tp fp tp tp tp. */
    private static final byte[] CELL = {3, 3, 2, 3, 0, 1, 0, 0, 0};

    private static final ScoreBins NINE = new ScoreBins(List.of(
            new Bin(2, 0, 1, 0.02),
            new Bin(29, 1, 2, 0.875),
            new Bin(50, 2, 1, 1.505),
            new Bin(77, 1, 0, 0.77),
            new Bin(99, 1, 0, 1)));

    @Test
    void rowsFallIntoBinsByLabel() {
        RowColumns columns = new RowColumns(SCORE, CELL, null, null, null);
        assertEquals(NINE, ScoreBins.of(new GroupRows(columns, 0, SCORE.length)));
        assertEquals(5, NINE.positives());
        assertEquals(4, NINE.negatives());
    }

    /** 0.29 times 100 is 28.999999999999996 as doubles multiply; its bin begins at 0.29 all the same, where the threshold cuts. */
    @Test
    void aScoreOnAnEdgeIsAtOrAboveIt() {
        for (int place = 0; place < ScoreBins.BINS; place++) {
            double edge = ScoreBins.edge(place);
            assertEquals(place, ScoreBins.place(edge));
            assertEquals(Math.max(0, place - 1), ScoreBins.place(Math.max(0, Math.nextDown(edge))));
        }
        assertEquals(99, ScoreBins.place(1));
    }

    /**
     * Pairs won by a positive: against 0.02 five, 0.29 four and a tie, 0.295 four, 0.5 three and a tie: 17 of 20. Pairs that share
     * a bin: 2 in bin 29, 2 in bin 50; a half of each could be off.
     */
    @Test
    void theCurveGoesThroughEveryEdge() {
        RocCurve curve = ScoreViews.roc(NINE).orElseThrow();
        assertEquals(
                List.of(
                        new RocCurve.Point(Double.POSITIVE_INFINITY, 0, 0, 0, 0),
                        new RocCurve.Point(0.99, 1, 0, 0.2, 0),
                        new RocCurve.Point(0.77, 2, 0, 0.4, 0),
                        new RocCurve.Point(0.5, 4, 1, 0.8, 0.25),
                        new RocCurve.Point(0.29, 5, 3, 1, 0.75),
                        new RocCurve.Point(0.02, 5, 4, 1, 1)),
                curve.points());
        assertEquals(0.77, curve.at(0.51).threshold());
        assertEquals(0.5, curve.at(0.5).threshold());
        assertEquals(0, curve.at(1).selectedPositives());
        assertEquals(5, curve.at(0).selectedPositives());
        assertEquals(17 / 20.0, curve.area(), 1e-15);
        assertEquals(4 / 20.0 / 2, curve.areaBound(), 1e-15);
    }

    @Test
    void withoutALabelThereIsNoCurve() {
        assertEquals(Optional.empty(), ScoreViews.roc(new ScoreBins(List.of(new Bin(77, 3, 0, 2.32)))));
        assertEquals(Optional.empty(), ScoreViews.roc(new ScoreBins(List.of(new Bin(77, 0, 3, 2.32)))));
        assertEquals(Optional.empty(), ScoreViews.roc(new ScoreBins(List.of())));
    }

    /** One of three at a mean score of 0.875 / 3. Wilson's interval of 1 of 3: 0.0615 to 0.7923 (R, binom::binom.wilson). */
    @Test
    void reliabilityByHand() {
        List<ReliabilityBin> bins = ScoreViews.reliability(NINE, 10, 0.95);
        assertEquals(10, bins.size());
        ReliabilityBin third = bins.get(2);
        assertEquals(3, third.rows());
        assertEquals(1, third.positives());
        assertEquals(MetricValue.of(0.875 / 3), third.meanScore());
        assertEquals(MetricValue.of(1 / 3.0), third.observed());
        Interval interval = (Interval) third.uncertainty();
        assertEquals(0.0615, interval.low(), 5e-5);
        assertEquals(0.7923, interval.high(), 5e-5);
        assertEquals("wilson", interval.method());
        assertEquals(MetricValue.of(1.505 / 3), bins.get(5).meanScore());
        assertEquals(MetricValue.of(2 / 3.0), bins.get(5).observed());
        assertEquals(MetricValue.undefined("no rows in the bin"), bins.get(1).observed());
        assertEquals(MetricValue.undefined("no rows in the bin"), bins.get(1).meanScore());
        assertEquals(
                new Uncertainty.NoInterval("no rows in the bin"), bins.get(1).uncertainty());
    }

    @Test
    void aDistributionIsOfOneLabel() {
        List<ScoreStep> positives = ScoreViews.distribution(NINE, true, 20);
        assertEquals(20, positives.size());
        assertEquals(new ScoreStep(0.25, 0.3, 1, MetricValue.of(0.2)), positives.get(5));
        assertEquals(new ScoreStep(0.5, 0.55, 2, MetricValue.of(0.4)), positives.get(10));
        assertEquals(new ScoreStep(0.95, 1, 1, MetricValue.of(0.2)), positives.get(19));
        List<ScoreStep> negatives = ScoreViews.distribution(NINE, false, 20);
        assertEquals(new ScoreStep(0, 0.05, 1, MetricValue.of(0.25)), negatives.get(0));
        assertEquals(new ScoreStep(0.25, 0.3, 2, MetricValue.of(0.5)), negatives.get(5));
        assertEquals(
                MetricValue.undefined("no labelled negatives"),
                ScoreViews.distribution(new ScoreBins(List.of(new Bin(0, 1, 0, 0))), false, 20)
                        .get(0)
                        .share());
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Bin(100, 1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Bin(-1, 1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Bin(5, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Bin(5, -1, 2, 0.05));
        assertThrows(IllegalArgumentException.class, () -> new Bin(5, 2, 1, 0.14));
        assertThrows(IllegalArgumentException.class, () -> new Bin(5, 2, 1, 0.19));
        assertThrows(IllegalArgumentException.class, () -> new Bin(5, 2, 1, Double.NaN));
        Bin bin = new Bin(5, 2, 1, 0.17);
        assertThrows(IllegalArgumentException.class, () -> new ScoreBins(List.of(bin, bin)));
        assertThrows(IllegalArgumentException.class, () -> NINE.wide(30));
        assertThrows(IllegalArgumentException.class, () -> NINE.wide(0));
        assertThrows(IllegalArgumentException.class, () -> RocCurve.of(new ScoreBins(List.of(new Bin(5, 2, 0, 0.11)))));
    }
}
