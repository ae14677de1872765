package org.aimass.audit.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import org.aimass.engine.metrics.Power;
import org.junit.jupiter.api.Test;

/** Worked out by hand: 1.9600 + 1.2816 standard errors of two shares of 10 %, or of the logarithm of their ratio. */
class PowerForecastTest {

    private static final AuditPolicy.Comparison MISSED =
            new AuditPolicy.Comparison("false_negative_rate", false, new Tolerance(Tolerance.Scale.DIFFERENCE, 0.05));
    private static final AuditPolicy.Comparison SELECTED =
            new AuditPolicy.Comparison("selection_rate", false, new Tolerance(Tolerance.Scale.RATIO, 0.8));
    private static final PowerForecast ONE = new PowerForecast(0.025, 1);

    @Test
    void manyPeopleAreEnoughAndFewAreNot() {
        assertTrue(missed(2310, 4120).enough());
        assertTrue(missed(3560, 4120).enough());
        assertFalse(missed(210, 4120).enough());
        assertEquals(OptionalLong.empty(), missed(2310, 4120).more());
    }

    /** 0.05 / 3.2415 is the standard error allowed; 0.09 / (0.000238 - 0.09 / 4120) is 416.5 people. */
    @Test
    void itSaysHowManyMoreAreNeeded() {
        assertEquals(OptionalLong.of(417 - 210), missed(210, 4120).more());
    }

    @Test
    void noNumberOfPeopleHelpsAgainstASmallReference() {
        Detectable few = missed(1_000_000, 100);
        assertFalse(few.enough());
        assertEquals(OptionalLong.empty(), few.more());
    }

    /** The strictest step of Holm's correction: the level is divided by the number of comparisons. */
    @Test
    void moreComparisonsNeedALargerGap() {
        Detectable alone = missed(2310, 4120);
        Detectable among =
                new PowerForecast(0.025, 12).of(MISSED, List.of("age"), group("a", 2310), group("b", 4120), true, 0.1);
        assertEquals(Power.smallestDifference(2310, 4120, 0.1, 0.05, 0.025, 0.8), alone.smallest());
        assertEquals(Power.smallestDifference(2310, 4120, 0.1, 0.05, 0.025 / 12, 0.8), among.smallest());
        assertTrue(among.smallest().getAsDouble() > alone.smallest().getAsDouble());
    }

    @Test
    void aGapIsNeverShownOfNobody() {
        assertTrue(missed(0.4, 4120).smallest().isEmpty());
        assertFalse(missed(0.4, 4120).enough());
    }

    /** Half selected: 3.2415 standard errors of the logarithm are 0.2511 with 200 people against 1,000, and 0.2231 is the room. */
    @Test
    void aRatioIsForecastByItsLogarithm() {
        assertFalse(selected(200).enough());
        assertTrue(selected(1000).enough());
        assertTrue(selected(400).smallest().getAsDouble() < 0.8);
        assertTrue(selected(400).smallest().getAsDouble()
                < selected(4000).smallest().getAsDouble());
    }

    @Test
    void theSmallestRatioIsThatOfTheFormula() {
        PowerForecast two = new PowerForecast(0.025, 2);
        Detectable ratio = two.of(SELECTED, List.of("age"), group("a", 400), group("b", 1000), true, 0.5);
        assertEquals(0.6235862855791714, ratio.smallest().getAsDouble(), 1e-9);
    }

    private static Detectable missed(double group, double reference) {
        return ONE.of(MISSED, List.of("age"), group("a", group), group("b", reference), true, 0.1);
    }

    private static Detectable selected(double group) {
        return ONE.of(SELECTED, List.of("age"), group("a", group), group("b", 1000), true, 0.5);
    }

    private static PowerForecast.Group group(String name, double people) {
        return new PowerForecast.Group(name, people);
    }
}
