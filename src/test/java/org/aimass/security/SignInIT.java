package org.aimass.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.aimass.stack.Portal;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T13, T14, T16: signing in and out in a browser, at the real Keycloak. */
@RealPortal
class SignInIT {

    private static final String AT_KEYCLOAK = "/realms/aimass/protocol/openid-connect/auth";

    @BeforeEach
    void keycloakIsUp(Portal portal) {
        portal.stack().keycloak();
    }

    @Test
    void somebodyComesBackToThePageTheyAskedFor(Visitor lin) {
        lin.open("/my-data?from=here");
        assertTrue(lin.page().url().contains(AT_KEYCLOAK), lin.page().url());
        lin.signIn("lin.ma");
        assertTrue(lin.page().url().endsWith("/my-data?from=here"), lin.page().url());
        assertEquals(1, lin.page().locator("text=Lin Ma").first().count());
    }

    @Test
    void theSessionAfterSignInIsNotTheOneBefore(Visitor lin) {
        lin.open("/sign-in");
        String before = session(lin);
        lin.signIn("lin.ma");
        assertNotEquals(before, session(lin));
    }

    @Test
    void theCookieOfASessionIsKeptFromScriptsAndOtherSites(Visitor lin) {
        lin.signIn("lin.ma");
        var cookie = lin.page().context().cookies().stream()
                .filter(each -> each.name.equals("aimass"))
                .findFirst()
                .orElseThrow();
        assertTrue(cookie.httpOnly);
        assertEquals(com.microsoft.playwright.options.SameSiteAttribute.LAX, cookie.sameSite);
        assertEquals(-1, cookie.expires, "it ends with the browser");
    }

    @Test
    void aPageOfSomebodyIsKeptByNobody(Visitor lin, Portal portal) {
        lin.signIn("lin.ma");
        assertEquals(List.of("no-store"), get(lin, portal, "/my-data").headers().allValues("Cache-Control"));
        assertEquals(List.of("no-store"), get(lin, portal, "/").headers().allValues("Cache-Control"));
    }

    @Test
    void signingOutEndsTheSessionHereAndAtKeycloak(Visitor lin, Portal portal) {
        lin.signIn("lin.ma");
        String cookies = cookies(lin);
        lin.open("/");
        lin.page()
                .locator("form[action='/sign-out'] button >> visible=true")
                .first()
                .click();
        lin.page().waitForURL(portal.at("/").toString());
        lin.open("/my-data");
        assertTrue(lin.page().url().contains(AT_KEYCLOAK), "Keycloak asks for the password again");
        assertEquals(303, get(cookies, portal, "/my-data").statusCode(), "the old cookie opens nothing");
    }

    @Test
    void nobodyIsSignedOutByAPageFromElsewhere(Visitor lin, Portal portal) {
        lin.signIn("lin.ma");
        for (String body : List.of("", "csrf=", "csrf=wrong")) {
            HttpResponse<String> response = portal.send(HttpRequest.newBuilder(portal.at("/sign-out"))
                    .header("Cookie", cookies(lin))
                    .header("Origin", portal.at("").toString())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body))
                    .build());
            assertEquals(403, response.statusCode());
        }
        assertEquals(405, get(lin, portal, "/sign-out").statusCode());
        assertEquals(200, get(lin, portal, "/my-data").statusCode());
    }

    @Test
    void whatARoleMayNotOpenLooksLikeWhatDoesNotExist(Visitor lin, Portal portal) {
        lin.signIn("lin.ma");
        String missing = page(get(lin, portal, "/registry/no-such-page.xhtml"));
        for (String path : List.of("/work", "/registry/models.xhtml", "/audit/start.xhtml", "/report/publish.xhtml")) {
            HttpResponse<String> response = get(lin, portal, path);
            assertEquals(404, response.statusCode(), path);
            assertEquals(missing, page(response), path);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "https://evil.example/",
                "/\\evil.example",
                "/%0d%0aX:y",
                "/sign-out",
                "/callback"
            })
    void signingInLeadsNowhereElse(String returnTo, Visitor lin, Portal portal) {
        lin.open("/sign-in?return=" + java.net.URLEncoder.encode(returnTo, java.nio.charset.StandardCharsets.UTF_8));
        lin.signIn("lin.ma");
        assertEquals(portal.at("/").toString(), lin.page().url());
    }

    @Test
    void anAnswerThatNobodyWaitsForIsRefused(Visitor lin, Portal portal) {
        for (String query : List.of("", "?state=x&code=y", "?code=y", "?error=access_denied&state=x")) {
            assertEquals(400, portal.get("/callback" + query).statusCode());
        }
        lin.signIn("lin.ma");
        String cookies = cookies(lin);
        assertEquals(303, get(cookies, portal, "/callback?state=x&code=y").statusCode(), "a step back in the browser");
    }

    @Test
    void anAnswerCountsOnceAndOnlyInItsOwnBrowser(Visitor lin, Visitor other, Portal portal) {
        String[] callback = {""};
        lin.page().onRequest(request -> {
            if (request.url().contains("/callback?")) {
                callback[0] = request.url();
            }
        });
        lin.signIn("lin.ma");
        String path = callback[0].substring(portal.at("").toString().length());
        assertEquals(400, portal.get(path).statusCode(), "in another browser");
        other.open("/sign-in");
        Page page = other.open(path);
        assertTrue(page.content().contains("could not sign you in"), "in another sign-in");
    }

    private static String page(HttpResponse<String> response) {
        return response.body()
                .replaceAll("[0-9a-f]{16}", "")
                .replaceAll("%2F[^\"&]*", "")
                .replaceAll("value=\"[^\"]*\"", "");
    }

    private static String session(Visitor visitor) {
        return visitor.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals("aimass"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
    }

    private static String cookies(Visitor visitor) {
        return visitor.page().context().cookies().stream()
                .filter(cookie -> cookie.path.equals("/"))
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }

    private static HttpResponse<String> get(Visitor visitor, Portal portal, String path) {
        return get(cookies(visitor), portal, path);
    }

    private static HttpResponse<String> get(String cookies, Portal portal, String path) {
        return portal.send(HttpRequest.newBuilder(portal.at(path))
                .header("Cookie", cookies)
                .build());
    }
}
