package org.aimass.datausage.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.aimass.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the page goes on, as an address says it: anybody can write there what they like. */
class DatausageMinePageTest {

    @Test
    void itGoesOnAtAMoment() {
        assertEquals(Instant.parse("2026-11-09T12:00:00.123456Z"), DatausageMinePage.moment("1794225600123456"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"here", "-1", "-9223372036854775808", "999999999999999999999", "1 ", "1e9", "一"})
    void whatIsNoMomentIsNotFound(String text) {
        Refusal refusal = assertThrows(Refusal.class, () -> DatausageMinePage.moment(text));
        assertEquals(Refusal.Kind.NOT_FOUND, refusal.kind());
    }
}
