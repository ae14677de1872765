package org.aimass.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.aimass.security.PublicUrl;
import org.junit.jupiter.api.Test;

class FrontResponseTest {

    private static final PublicUrl PORTAL = new PublicUrl("https://models.example.org");

    @Test
    void aRedirectStartsAtThePublicAddressWhateverHostWasAskedFor() {
        assertEquals("https://models.example.org/work", FrontResponse.absolute(PORTAL, "/audit/run.xhtml", "/work"));
        assertEquals(
                "https://models.example.org/audit/run.xhtml?id=1",
                FrontResponse.absolute(PORTAL, "/audit/start.xhtml", "run.xhtml?id=1"));
        assertEquals(
                "http://127.0.0.1:8081/realms/aimass",
                FrontResponse.absolute(PORTAL, "/sign-in", "http://127.0.0.1:8081/realms/aimass"));
    }
}
