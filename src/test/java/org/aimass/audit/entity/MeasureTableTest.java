package org.aimass.audit.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.aimass.engine.metrics.Intervals;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.Uncertainty;
import org.junit.jupiter.api.Test;

/** Gaps that are described and not judged. */
class MeasureTableTest {

    @Test
    void aDifferenceIsNewcombes() {
        assertEquals(
                new Contrast(MetricValue.of(3 / 8.0 - 2 / 10.0), Intervals.newcombe(3, 8, 2, 10, 0.95)),
                Contrast.between(
                        SidePair.independent(Side.of(new Count(3, 8)), Side.of(new Count(2, 10))),
                        Tolerance.Scale.DIFFERENCE,
                        0.95));
    }

    @Test
    void aRatioIsKatzs() {
        assertEquals(
                new Contrast(MetricValue.of(3 / 8.0 / (2 / 10.0)), Intervals.katz(3, 8, 2, 10, 0.9)),
                Contrast.between(
                        SidePair.independent(Side.of(new Count(3, 8)), Side.of(new Count(2, 10))),
                        Tolerance.Scale.RATIO,
                        0.9));
    }

    @Test
    void whatIsUndefinedSaysWhy() {
        Contrast nobody = new Contrast(
                MetricValue.undefined("nobody in the denominator"),
                new Uncertainty.NoInterval("nobody in the denominator"));
        assertEquals(
                nobody,
                Contrast.between(
                        SidePair.independent(Side.of(new Count(0, 0)), Side.of(new Count(2, 10))),
                        Tolerance.Scale.DIFFERENCE,
                        0.95));
        assertEquals(
                nobody,
                Contrast.between(
                        SidePair.independent(Side.of(new Count(2, 10)), Side.of(new Count(0, 0))),
                        Tolerance.Scale.RATIO,
                        0.95));
        assertEquals(
                MetricValue.undefined("the value below is not above zero"),
                Contrast.between(
                                SidePair.independent(Side.of(new Count(2, 10)), Side.of(new Count(0, 9))),
                                Tolerance.Scale.RATIO,
                                0.95)
                        .gap());
    }
}
