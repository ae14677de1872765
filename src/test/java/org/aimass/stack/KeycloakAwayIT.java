package org.aimass.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The public reads on while nobody can sign in. */
@RealPortal
class KeycloakAwayIT {

    @Test
    void thePortalStartsServesThePublicAndSaysSoOnSignIn(Stack stack) {
        try (Portal portal = stack.withoutKeycloak()) {
            portal.start();

            assertEquals(200, portal.get("/").statusCode());
            HttpResponse<String> signIn = portal.get("/sign-in");
            assertEquals(503, signIn.statusCode());
            assertTrue(signIn.headers().firstValue("retry-after").isPresent(), "Retry-After");
            assertEquals(303, portal.get("/my-data").statusCode());
        }
    }
}
