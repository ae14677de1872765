package org.aimass.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RequiredTextTest {

    private static String refused(String typed) {
        Refusal refusal = assertThrows(Refusal.class, () -> RequiredText.line(typed, 5, "registry", "name"));
        assertEquals("name", refusal.field().orElseThrow());
        return refusal.key();
    }

    @Test
    void aLineIsTrimmedAndOtherwiseKept() {
        assertEquals("a “b”", RequiredText.line("  a “b” ", 5, "registry", "name"));
        assertEquals("社会", RequiredText.line("　社会", 5, "registry", "name"));
    }

    @Test
    void aLineIsRefusedForOneReasonAtATime() {
        assertEquals("field.name.missing", refused(" \t "));
        assertEquals("field.tooLong", refused("abcdef"));
        assertEquals("field.control", refused("a\nb"));
        assertEquals("field.control", refused("a\u0000b"));
        assertEquals("field.control", refused("a\u202eb"));
    }

    @Test
    void proseMayHaveLinesOfItsOwn() {
        assertEquals("a\nb\nc", RequiredText.prose("a\r\nb\rc\n", 10, "registry", "purpose"));
        assertThrows(Refusal.class, () -> RequiredText.prose("a\u0007", 10, "registry", "purpose"));
    }

    @Test
    void whatIsLookedForHasNoMeaningOfItsOwn() {
        assertEquals("%50!%!_a!!%", SearchText.anywhere(" 50%_a! "));
    }
}
