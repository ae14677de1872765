package org.aimass.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.aimass.stack.Portal;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Stack;
import org.junit.jupiter.api.Test;

/** R9: without Keycloak the portal starts, shows what is public, and says kindly that nobody can sign in. */
@RealPortal
class RealmAwayIT {

    @Test
    void thePortalStartsWithoutKeycloakAndSaysSoAtSignIn(Stack stack) {
        try (Portal portal = stack.withoutKeycloak()) {
            portal.start();
            assertEquals(200, portal.get("/").statusCode());
            HttpResponse<String> work = portal.get("/my-data");
            assertEquals(
                    Optional.of(portal.at("/sign-in?return=%2Fmy-data").toString()),
                    work.headers().firstValue("Location"));
            HttpResponse<String> english = portal.get("/sign-in?return=%2Fmy-data");
            assertEquals(503, english.statusCode());
            assertEquals(Optional.of("10"), english.headers().firstValue("Retry-After"));
            assertEquals(Optional.empty(), english.headers().firstValue("Set-Cookie"));
            assertTrue(english.body().contains("Sign-in is not available at the moment"));
            HttpResponse<String> chinese = portal.send(HttpRequest.newBuilder(portal.at("/sign-in"))
                    .header("Accept-Language", "zh-CN")
                    .build());
            assertEquals(503, chinese.statusCode());
            assertTrue(chinese.body().contains("暂时无法登录"));
        }
    }
}
