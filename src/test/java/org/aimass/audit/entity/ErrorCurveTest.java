package org.aimass.audit.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.aimass.engine.metrics.ErrorTradeOff;
import org.aimass.engine.metrics.ErrorTradeOffs;
import org.junit.jupiter.api.Test;

class ErrorCurveTest {

    private static final ErrorTradeOffs TRADE_OFFS = new ErrorTradeOffs(
            List.of(0.2, 0.5, 0.9),
            List.of(
                    new ErrorTradeOff(Map.of(), 8, 20, List.of(15L, 4L, 0L), List.of(1L, 2L, 6L)),
                    new ErrorTradeOff(Map.of("sex", "w"), 4, 16, List.of(12L, 2L, 0L), List.of(0L, 1L, 3L)),
                    new ErrorTradeOff(Map.of("sex", "x"), 4, 0, List.of(0L, 0L, 0L), List.of(1L, 1L, 3L))));

    @Test
    void errorsAreSharesOfTheirOwnPairs() {
        ErrorCurve women = ErrorCurve.of(TRADE_OFFS).get(1);
        assertEquals(
                List.of(
                        new ErrorCurve.Point(0.2, 12, 0.75, 0, 0),
                        new ErrorCurve.Point(0.5, 2, 0.125, 1, 0.25),
                        new ErrorCurve.Point(0.9, 0, 0, 3, 0.75)),
                women.points());
        assertFalse(women.isEverybody());
        assertTrue(ErrorCurve.of(TRADE_OFFS).get(0).isEverybody());
    }

    @Test
    void onlyBothErrorsTogetherHaveLogarithms() {
        assertEquals(
                List.of(false, true, false),
                ErrorCurve.of(TRADE_OFFS).get(1).points().stream()
                        .map(ErrorCurve.Point::hasLogarithms)
                        .toList());
    }

    @Test
    void withoutPairsOfTwoPeopleThereIsNoCurve() {
        assertEquals(List.of(), ErrorCurve.of(TRADE_OFFS).get(2).points());
    }
}
