package org.aimass.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTest {

    @Test
    void itIsWrittenAsABrowserWritesIt() {
        assertEquals("https://models.example.org", new PublicUrl("https://Models.Example.org:443/").origin());
        assertEquals("http://127.0.0.1:8080", new PublicUrl("http://127.0.0.1:8080").origin());
        assertEquals("http://127.0.0.1:8080/work", new PublicUrl("http://127.0.0.1:8080/").address("/work"));
        assertTrue(new PublicUrl("https://models.example.org").isHttps());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "models.example.org",
                "ftp://x.example",
                "https://x.example/portal",
                "https://x.example/?a",
                "https://"
            })
    void whateverIsNoPlaceForAPortalIsRefused(String url) {
        assertThrows(IllegalArgumentException.class, () -> new PublicUrl(url));
    }
}
