package org.aimass.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
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

    private static List<Double> values(Scale scale) {
        return scale.ticks().stream().map(Scale.Tick::value).toList();
    }
}
