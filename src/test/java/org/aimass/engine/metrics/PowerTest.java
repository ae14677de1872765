package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PowerTest {

    /** Fleiss (1981), 500 against 500 at a base rate of 0.3: the gap whose z of 0.05 and of 80 % just fit in. */
    @Test
    void withoutToleranceItIsTheUsualFormula() {
        double gap = Power.smallestDifference(500, 500, 0.3, 0, 0.05, 0.8).orElseThrow();
        double p1 = 0.3 + gap;
        double pooled = (p1 + 0.3) / 2;
        double needed = 1.6448536269514722 * Math.sqrt(2 * pooled * (1 - pooled) / 500)
                + 0.8416212335729143 * Math.sqrt((p1 * (1 - p1) + 0.21) / 500);
        assertEquals(needed, gap, 1e-9);
    }

    @Test
    void theTestDoesShowSuchAGapFourTimesInFive() {
        double gap = Power.smallestDifference(640, 900, 0.09, 0.02, 0.025, 0.8).orElseThrow();
        SplittableRandom random = new SplittableRandom(11);
        int shown = 0;
        for (int trial = 0; trial < 4000; trial++) {
            int x1 = successes(random, 640, 0.09 + gap);
            int x2 = successes(random, 900, 0.09);
            shown += ProportionTest.differenceAbove(x1, 640, x2, 900, 0.02) <= 0.025 ? 1 : 0;
        }
        assertEquals(0.8, shown / 4000.0, 0.025);
    }

    private static int successes(SplittableRandom random, int n, double p) {
        int x = 0;
        for (int i = 0; i < n; i++) {
            x += random.nextDouble() < p ? 1 : 0;
        }
        return x;
    }

    @Test
    void theHarderDirectionIsAnswered() {
        double middle = Power.smallestDifference(200, 300, 0.2, 0.05, 0.05, 0.8).orElseThrow();
        double mirrored =
                Power.smallestDifference(200, 300, 0.8, 0.05, 0.05, 0.8).orElseThrow();
        assertEquals(middle, mirrored, 1e-9);
    }

    @Test
    void onlyOneDirectionIsOpenAtTheEnds() {
        double fromNone = Power.smallestDifference(50, 60, 0, 0.05, 0.05, 0.8).orElseThrow();
        double fromAll = Power.smallestDifference(50, 60, 1, 0.05, 0.05, 0.8).orElseThrow();
        assertEquals(fromNone, fromAll, 1e-9);
        assertTrue(fromNone > 0.05 && fromNone < 0.5, () -> "gap " + fromNone);
    }

    @Test
    void twoRowsShowNothing() {
        assertEquals(OptionalDouble.empty(), Power.smallestDifference(1, 1, 0.5, 0.05, 0.05, 0.8));
    }
}
