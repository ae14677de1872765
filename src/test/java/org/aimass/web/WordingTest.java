package org.aimass.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import java.util.MissingResourceException;
import org.aimass.shared.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WordingTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    void aRefusalSpeaksBothLanguages() {
        assertEquals("Sign in first.", Wording.text(refusal("refusal.signIn"), Locale.ENGLISH));
        assertEquals("请先登录。", Wording.text(refusal("refusal.signIn"), Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void aReaderOfEnglishGetsEnglishOnAChineseServer() {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        assertEquals("Sign in first.", Wording.text("web", "refusal.signIn", Locale.ENGLISH));
    }

    @Test
    void whatFillsAPlaceIsNoPattern() {
        assertEquals(
                "If you tell us about this, give this number: {0} #{7*7} ${7*7} '",
                Wording.text("web", "frame.requestId", Locale.ENGLISH, "{0} #{7*7} ${7*7} '"));
    }

    @Test
    void wordsThatAreMissingAreAMistakeInTheCode() {
        assertThrows(MissingResourceException.class, () -> Wording.text("web", "no.such.key", Locale.ENGLISH));
    }

    @Test
    void everyErrorPageHasItsWords() {
        for (ErrorKind kind : ErrorKind.values()) {
            assertEquals(false, kind.title(Locale.ENGLISH).isBlank());
            assertEquals(false, kind.text(Locale.SIMPLIFIED_CHINESE).isBlank());
        }
        assertEquals(ErrorKind.NOT_FOUND, ErrorKind.ofStatus(404));
        assertEquals(ErrorKind.FAILURE, ErrorKind.ofStatus(599));
        assertEquals(ErrorKind.BAD_REQUEST, ErrorKind.ofStatus(418));
        assertEquals(ErrorKind.UNAVAILABLE, ErrorKind.ofStatus(503));
    }

    private static Refusal refusal(String key) {
        return Refusal.of(Refusal.Kind.FORBIDDEN, "web", key);
    }
}
