package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.aimass.engine.metrics.EntropyIndex.Benefits;
import org.junit.jupiter.api.Test;

class EntropyIndexTest {

    /** tp 3, fp 2, fn 1, tn 4: benefits 1 seven times, 2 twice, 0 once; mean 1.1. */
    @Test
    void overPeople() {
        Benefits benefits = new Benefits(true).addPeople(new double[] {3, 2, 1, 4});
        double squares = (7 * 1 + 2 * 4) / 10.0 / 1.21 - 1;
        double theil = (7 * (1 / 1.1) * Math.log(1 / 1.1) + 2 * (2 / 1.1) * Math.log(2 / 1.1)) / 10;
        assertEquals(squares / 2, EntropyIndex.GENERALIZED_ENTROPY_INDEX.of(benefits), 1e-15);
        assertEquals(theil, EntropyIndex.THEIL_INDEX.of(benefits), 1e-15);
        assertEquals(Math.sqrt(squares), EntropyIndex.COEFFICIENT_OF_VARIATION.of(benefits), 1e-15);
    }

    /** The other label favourable: benefits 1 seven times, 2 once, 0 twice; mean 0.9. */
    @Test
    void theFavourableLabelDecides() {
        Benefits benefits = new Benefits(false).addPeople(new double[] {3, 2, 1, 4});
        double squares = (7 + 4) / 10.0 / 0.81 - 1;
        assertEquals(squares / 2, EntropyIndex.GENERALIZED_ENTROPY_INDEX.of(benefits), 1e-15);
    }

    /** Ten people with mean 1.1, five with mean 7/5, nobody in the third group: mean 18/15 = 1.2. */
    @Test
    void overGroups() {
        Benefits benefits = new Benefits(true)
                .addGroup(new double[] {3, 2, 1, 4})
                .addGroup(new double[] {1, 2, 0, 2})
                .addGroup(new double[4]);
        double squares = (10 * 1.21 + 5 * 1.96) / 15 / 1.44 - 1;
        double theil = (10 * (1.1 / 1.2) * Math.log(1.1 / 1.2) + 5 * (1.4 / 1.2) * Math.log(1.4 / 1.2)) / 15;
        assertEquals(squares / 2, EntropyIndex.GENERALIZED_ENTROPY_INDEX.of(benefits), 1e-15);
        assertEquals(theil, EntropyIndex.THEIL_INDEX.of(benefits), 1e-15);
    }

    @Test
    void undefinedWhereNobodyHasABenefit() {
        Benefits none = new Benefits(true).addPeople(new double[] {0, 0, 5, 0}).addGroup(new double[] {0, 0, 2, 0});
        for (EntropyIndex index : EntropyIndex.values()) {
            assertEquals(Double.NaN, index.of(none));
        }
        assertEquals(2, EntropyIndex.GENERALIZED_ENTROPY_INDEX.at().get("alpha"));
        assertEquals(0, EntropyIndex.THEIL_INDEX.at().size());
        assertEquals("coefficient_of_variation", EntropyIndex.COEFFICIENT_OF_VARIATION.metric());
    }

    /** Ten people with mean 1.1 and five with mean 1, true negatives being four in ten and one in five: mean 16/15. */
    @Test
    void everyCellMakesPeople() {
        Benefits benefits =
                new Benefits(true).addGroup(new double[] {3, 2, 1, 4}).addGroup(new double[] {2, 1, 1, 1});
        double squares = (10 * 1.21 + 5) / 15 / (256 / 225.0) - 1;
        assertEquals(squares / 2, EntropyIndex.GENERALIZED_ENTROPY_INDEX.of(benefits), 1e-15);
    }

    /** Mean benefits of 13/11 each, which no double is: groups that fare alike do not vary by the rounding of one. */
    @Test
    void groupsThatFareAlikeDoNotVary() {
        Benefits benefits = new Benefits(true)
                .addGroup(new double[] {3, 3, 1, 4})
                .addGroup(new double[] {6, 6, 2, 8})
                .addGroup(new double[] {9, 9, 3, 12});
        assertEquals(0, EntropyIndex.COEFFICIENT_OF_VARIATION.of(benefits), 1e-15);
        assertEquals(0, EntropyIndex.GENERALIZED_ENTROPY_INDEX.of(benefits), 1e-30);
    }
}
