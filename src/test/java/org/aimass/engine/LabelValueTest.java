package org.aimass.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LabelValueTest {

    @Test
    void numbersAreComparedByValue() {
        assertTrue(LabelValue.same("1", "1.0"));
        assertTrue(LabelValue.same("1", "+1e0"));
        assertTrue(LabelValue.same("0", "-0.00"));
        assertTrue(LabelValue.same("1000", "1e3"));
        assertFalse(LabelValue.same("1", "1.0000000000000000001"));
        assertFalse(LabelValue.same("10", "1"));
    }

    @Test
    void truthIsOne() {
        assertTrue(LabelValue.same("True", "1"));
        assertTrue(LabelValue.same("FALSE", "0.0"));
        assertFalse(LabelValue.same("true", "false"));
    }

    @Test
    void anythingElseIsComparedLetterByLetter() {
        assertTrue(LabelValue.same("granted", "granted"));
        assertFalse(LabelValue.same("granted", "Granted"));
        assertFalse(LabelValue.same("1", " 1"));
        assertFalse(LabelValue.same("", "0"));
    }

    @Test
    void aHugeExponentCostsNothing() {
        assertEquals(LabelValue.canonical("1e300"), LabelValue.canonical("10e299"));
        assertEquals("1e999999999", LabelValue.canonical("1e999999999"));
    }
}
