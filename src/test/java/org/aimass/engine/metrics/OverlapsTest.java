package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OverlapsTest {

    /** The second box of 10 x 8 and the second object of 10 x 20 share 5 x 6: 30 of 80 + 200 - 30. */
    @Test
    void dividesWhatIsSharedByWhatIsCovered() {
        double[] found = {9, 9, 9, 9, 0, 0, 10, 8};
        double[] there = {7, 7, 7, 7, 5, 2, 10, 20};
        assertEquals(30 / 250.0, Overlaps.ofBoxes(found, 1, there, 1, false), 1e-15);
        assertEquals(30 / 80.0, Overlaps.ofBoxes(found, 1, there, 1, true), 1e-15);
        assertEquals(30 / 250.0, Overlaps.ofBoxes(there, 1, found, 1, false), 1e-15);
    }

    @Test
    void boxesApartShareNothing() {
        double[] box = {0, 0, 10, 8};
        assertEquals(0, Overlaps.ofBoxes(box, 0, new double[] {10, 2, 3, 3}, 0, false));
        assertEquals(0, Overlaps.ofBoxes(box, 0, new double[] {2, 8, 3, 3}, 0, false));
        assertEquals(0, Overlaps.ofBoxes(box, 0, new double[] {-9, -9, 3, 3}, 0, true));
        assertEquals(0, Overlaps.ofBoxes(box, 0, new double[] {-9, 2, 3, 3}, 0, true));
    }

    /** Of the second of two people: 6, 8 off with a variance of 1, and 5 off with 0.25; an area of 100. */
    @Test
    void comparesKeypoints() {
        double[] found = {1, 1, 1, 1, 1, 1, 16, 28, 1, 30, 45, 1};
        double[] there = {2, 2, 2, 2, 2, 2, 10, 20, 2, 30, 40, 1};
        double[] box = {3, 3, 3, 3, 0, 0, 50, 70};
        double[] sigmas = {0.5, 0.25};
        double similarity = (Math.exp(-0.5) + Math.exp(-25 / 0.25 / 100 / 2)) / 2;
        assertEquals(similarity, Overlaps.ofKeypoints(found, 1, there, 1, box, 100, sigmas), 1e-14);
        there[8] = 0;
        assertEquals(Math.exp(-0.5), Overlaps.ofKeypoints(found, 1, there, 1, box, 100, sigmas), 1e-14);
        assertEquals(2, Overlaps.labelled(there, 0, 2));
        assertEquals(1, Overlaps.labelled(there, 1, 2));
    }

    /** Twice the box of 4 x 6 at 10, 20 reaches from 6, 14 to 18, 32. */
    @Test
    void withoutLabelsKeypointsBelongAroundTheBox() {
        double[] there = new double[3];
        double[] box = {10, 20, 4, 6};
        double[] sigma = {0.5};
        assertEquals(
                Math.exp(-(9 + 16) / 50.0 / 2),
                Overlaps.ofKeypoints(new double[] {3, 10, 1}, 0, there, 0, box, 50, sigma),
                1e-14);
        assertEquals(
                Math.exp(-(4 + 1) / 50.0 / 2),
                Overlaps.ofKeypoints(new double[] {20, 33, 1}, 0, there, 0, box, 50, sigma),
                1e-14);
        assertEquals(1, Overlaps.ofKeypoints(new double[] {12, 22, 1}, 0, there, 0, box, 50, sigma));
    }

    @Test
    void isNearUpToTheDistanceItself() {
        double[] found = {0, 0, 0, 13, 24, 0};
        double[] there = {9, 9, 9, 9, 9, 9, 9, 9, 9, 10, 20, 2};
        assertTrue(Overlaps.isNear(found, 0, there, 1, 2, 1, 5));
        assertFalse(Overlaps.isNear(found, 0, there, 1, 2, 1, 4.99));
        assertFalse(Overlaps.isNear(found, 0, there, 1, 2, 0, 5));
    }

    /** The second keypoint of the second detection, 5 off that of the third object; all others lie far apart. */
    @Test
    void isNearOfEveryDetection() {
        double[] found = {90, 91, 1, 92, 93, 1, 94, 95, 1, 13, 24, 1};
        double[] there = {1, 2, 1, 3, 4, 1, 5, 6, 1, 7, 8, 1, 30, 31, 1, 10, 20, 2};
        assertTrue(Overlaps.isNear(found, 1, there, 2, 2, 1, 5));
        assertFalse(Overlaps.isNear(found, 1, there, 2, 2, 1, 4.99));
    }

    /** An area so small that what guards the division against nought is as large: an exponent of 1 / (2 * 2). */
    @Test
    void aTinyAreaIsGuarded() {
        double tiny = Math.ulp(1.0);
        double[] found = {Math.sqrt(tiny), 0, 1};
        double[] there = {0, 0, 1};
        assertEquals(
                Math.exp(-1 / 4.0),
                Overlaps.ofKeypoints(found, 0, there, 0, new double[4], tiny, new double[] {0.5}),
                1e-15);
    }

    /** The box of the second object, 10, 20 and 4 x 6: twice of it is missed by 3 and 4 by one keypoint, by 2 and 1 by the other. */
    @Test
    void withoutLabelsEachObjectHasItsOwnBox() {
        double[] found = {50, 50, 1, 50, 50, 1, 3, 10, 1, 20, 33, 1};
        double[] box = {70, 80, 1, 2, 10, 20, 4, 6};
        double similarity = (Math.exp(-(9 + 16) / 50.0 / 2) + Math.exp(-(4 + 1) / 50.0 / 2)) / 2;
        assertEquals(
                similarity, Overlaps.ofKeypoints(found, 1, new double[12], 1, box, 50, new double[] {0.5, 0.5}), 1e-14);
    }
}
