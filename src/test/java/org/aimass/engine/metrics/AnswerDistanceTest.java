package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerDistanceTest {

    /** Rows between two that belong to others. */
    private static NumberRows rows(double @Nullable [] weight, double... answer) {
        return new NumberRows(answer, answer, weight, null, 1, answer.length - 1);
    }

    /** At 1 lie 1/10 and 2/16, at 2 5/10 and 2/16, at 4 5/10 and 8/16, at 6 all of the one and 12/16. */
    @Test
    void findsWhereTwoGroupsAreFarthestApart() {
        NumberRows one = rows(new double[] {99, 1, 4, 5, 99}, 0, 1, 2, 6, 7);
        NumberRows other = rows(new double[] {99, 2, 6, 4, 4, 99}, 0, 1, 4, 6, 9, 9.5);
        assertEquals(new AnswerDistance(3 / 8.0, 1 / 2.0, 3, 4), AnswerDistance.between(one, other));
        assertEquals(new AnswerDistance(3 / 8.0, 1 / 8.0, 4, 3), AnswerDistance.between(other, one));
    }

    /** At 1 lie 1/4 and none, at 3 2/4 and 3/4. */
    @Test
    void ofTwoPlacesTheLowerCounts() {
        NumberRows one = rows(null, 0, 1, 3, 5, 5, 8);
        NumberRows other = rows(null, 0, 2, 3, 3, 5, 8);
        assertEquals(new AnswerDistance(1 / 4.0, 1 / 4.0, 4, 4), AnswerDistance.between(one, other));
    }

    @Test
    void isAsSureAsTheShareAtThatPlace() {
        AnswerDistance distance = new AnswerDistance(0.375, 0.2, 400, 900);
        assertEquals(Math.sqrt(0.16 / 25), distance.estimate(25).orElseThrow().standardError(), 1e-15);
        assertEquals(Optional.empty(), new AnswerDistance(0.3, 1, 400, 900).estimate(25));
        // the root of ln(4 / 0.1) / 2 is 1.3581015157406195: over 20, and over 30
        Interval interval = (Interval) distance.uncertainty(0.9, true);
        assertEquals(0.375 - 1.3581015157406195 / 12, interval.low(), 1e-15);
        assertEquals(0.375 + 1.3581015157406195 / 12, interval.high(), 1e-15);
        assertEquals("dkw", interval.method());
        assertEquals(new Uncertainty.NoInterval("rows have weights or clusters"), distance.uncertainty(0.9, false));
    }

    @Test
    void withoutWeightThereIsNoDistance() {
        NumberRows nothing = rows(new double[4], 0, 1, 2, 3);
        NumberRows some = rows(null, 0, 1, 2, 4, 9);
        assertEquals(new AnswerDistance(Double.NaN, Double.NaN, 2, 3), AnswerDistance.between(nothing, some));
        assertEquals(new AnswerDistance(Double.NaN, Double.NaN, 3, 2), AnswerDistance.between(some, nothing));
    }
}
