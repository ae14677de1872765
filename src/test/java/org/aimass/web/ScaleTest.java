package org.aimass.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void sharesBeginAtZeroAndEndAtAWholeTick() {
        Scale scale = Scale.ofShares(List.of(0.174, 0.191));
        assertEquals(List.of(0.0, 0.1, 0.2), values(scale));
        assertEquals("0.00%", scale.at(0));
        assertEquals("87.00%", scale.at(0.174));
    }

    @Test
    void sharesNeverGoBeyondOne() {
        assertEquals(List.of(0.0, 0.5, 1.0), values(Scale.ofShares(List.of(0.97, 1.0))));
    }

    @Test
    void differencesShowZeroAndTheWholeBand() {
        Scale scale = Scale.ofDifferences(0.05, List.of(-0.015, 0.104));
        assertEquals(List.of(-0.1, -0.05, 0.0, 0.05, 0.1, 0.15), values(scale));
        assertEquals("20.00%", scale.at(-0.05));
        assertEquals("40.00%", scale.width(-0.05, 0.05));
        assertEquals("40.00%", scale.at(scale.none()));
    }

    @Test
    void differencesOfNothingStillHaveAnAxis() {
        assertEquals(List.of(-0.1, -0.05, 0.0, 0.05, 0.1), values(Scale.ofDifferences(0.05, List.of())));
        assertEquals(List.of(-0.01, -0.005, 0.0, 0.005, 0.01), values(Scale.ofDifferences(0, List.of())));
    }

    @Test
    void ratiosShowOneAndTheBandToTheInverse() {
        Scale scale = Scale.ofRatios(0.8, List.of(0.62, 0.9));
        assertEquals(List.of(0.6, 0.8, 1.0, 1.2, 1.4), values(scale));
        assertEquals("50.00%", scale.at(scale.none()));
    }

    @Test
    void wideNumbersGetFewerTicks() {
        assertEquals(List.of(200.0, 250.0, 300.0, 350.0, 400.0), values(Scale.of(List.of(217.3, 385.2))));
        assertEquals(List.of(2000.0, 3000.0, 4000.0), values(Scale.of(List.of(2173.0, 3852.0))));
    }

    @Test
    void anEndThatIsNoNumberIsLeftOut() {
        assertEquals(List.of(0.0, 0.1, 0.2), values(Scale.ofShares(List.of(Double.NaN, 0.19))));
    }

    @Test
    void whatLiesBeyondLiesAtTheEnd() {
        Scale scale = Scale.ofDifferences(0.05, List.of(0.1));
        assertEquals("100.00%", scale.at(0.7));
        assertEquals("0.00%", scale.at(-1));
    }

    @Test
    void theOuterTicksKeepTheirTextInside() {
        List<Scale.Tick> ticks = Scale.ofShares(List.of(0.19)).ticks();
        assertEquals("start", ticks.get(0).anchor());
        assertEquals("middle", ticks.get(1).anchor());
        assertEquals("end", ticks.get(2).anchor());
    }

    @Test
    void aStretchThatNoRoundStepFitsTightlyGetsAWiderOne() {
        assertEquals(List.of(0.6, 0.8, 1.0, 1.2, 1.4), values(Scale.ofRatios(0.8, List.of(0.7669556558809129))));
    }

    @Test
    void everyStretchHasAnAxisThatHoldsItsEnds() {
        Random random = new Random(20260301);
        for (int i = 0; i < 40_000; i++) {
            double size = Math.pow(10, random.nextDouble(-9, 9));
            double low = random.nextDouble(-1, 1) * size;
            double high = low + random.nextDouble() * size;
            List<Double> ends = List.of(low, high);
            assertHolds(Scale.of(ends), low, high);
            assertHolds(Scale.ofRatios(random.nextDouble(0.01, 1), ends), Math.max(low, 0), Math.max(high, 0));
            assertHolds(Scale.ofDifferences(random.nextDouble(), ends), clamp(low, -1), clamp(high, -1));
            assertHolds(Scale.ofShares(ends), clamp(low, 0), clamp(high, 0));
        }
    }

    @Test
    void noEndsAndEndsBeyondMeasureHaveAnAxis() {
        assertEquals(List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0), values(Scale.of(List.of())));
        assertHolds(Scale.of(List.of(-Double.MAX_VALUE, Double.MAX_VALUE)), -1e12, 1e12);
        assertHolds(Scale.ofRatios(0, List.of(0.5, Double.POSITIVE_INFINITY)), 0, 1e12);
        assertHolds(Scale.of(List.of(3e15)), 1e12, 1e12);
    }

    private static double clamp(double value, double floor) {
        return Math.max(floor, Math.min(1, value));
    }

    private static void assertHolds(Scale scale, double low, double high) {
        double slack = 1e-6 * Math.max(scale.to() - scale.from(), 1e-9);
        assertTrue(scale.from() <= low + slack, () -> scale.from() + " > " + low);
        assertTrue(scale.to() >= high - slack, () -> scale.to() + " < " + high);
        assertTrue(scale.from() < scale.to(), () -> scale.from() + " to " + scale.to());
        int ticks = scale.ticks().size();
        assertTrue(ticks >= 2 && ticks <= 6, () -> ticks + " ticks");
    }

    private static List<Double> values(Scale scale) {
        return scale.ticks().stream().map(Scale.Tick::value).toList();
    }

    @Test
    void differencesOfNumbersShowTheWholeToleranceAndNoPercent() {
        Scale scale = Scale.ofNumbers(0.05, List.of(-0.02, 0.13));
        assertEquals(Scale.Kind.NUMBER, scale.kind());
        assertEquals(true, scale.from() <= -0.075 && scale.to() >= 0.13, scale::toString);
        assertEquals(0, scale.none());
    }
}
