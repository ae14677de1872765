package org.aimass.audit.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.aimass.engine.metrics.GroupCounts;
import org.junit.jupiter.api.Test;

class RateTest {

    /** tp 2, fp 3, fn 5, tn 11: every sum of two differs. */
    private static final GroupCounts COUNTS = new GroupCounts(2, 3, 5, 11);

    @Test
    void eachRateCountsItsOwnCells() {
        assertRate(5, 21, Rate.SELECTION_RATE);
        assertRate(13, 21, Rate.ACCURACY);
        assertRate(2, 7, Rate.TRUE_POSITIVE_RATE);
        assertRate(5, 7, Rate.FALSE_NEGATIVE_RATE);
        assertRate(3, 14, Rate.FALSE_POSITIVE_RATE);
        assertRate(11, 14, Rate.TRUE_NEGATIVE_RATE);
        assertRate(2, 5, Rate.PRECISION);
        assertRate(3, 5, Rate.FALSE_DISCOVERY_RATE);
        assertRate(11, 16, Rate.NEGATIVE_PREDICTIVE_VALUE);
        assertRate(5, 16, Rate.FALSE_OMISSION_RATE);
    }

    @Test
    void ratesAreFoundByTheirNames() {
        for (Rate rate : Rate.values()) {
            assertEquals(Optional.of(rate), Rate.find(rate.metric()));
        }
        assertTrue(Rate.find("roc_auc").isEmpty());
    }

    private static void assertRate(long numerator, long denominator, Rate rate) {
        assertEquals(numerator, rate.numerator(COUNTS), rate.metric());
        assertEquals(denominator, rate.denominator(COUNTS), rate.metric());
    }
}
