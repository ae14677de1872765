package org.aimass.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.aimass.stack.Portal;
import org.aimass.stack.RealPortal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T9, T11, T13: what anybody gets at the front door. */
@RealPortal
class FrontDoorT9T11T13IT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/register",
                "/method",
                "/reports/AM-2026-9999",
                "/no-such-page",
                "/reports/AM-2026-9999.json"
            })
    void aPublicPageLeavesNothingBehind(String path, Portal portal) {
        HttpResponse<String> response = portal.get(path);
        assertTrue(response.statusCode() == 200 || response.statusCode() == 404, path + " " + response.statusCode());
        assertEquals(Optional.empty(), response.headers().firstValue("Set-Cookie"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/no-such-page", "/health/ready", "/api/v1/reports/AM-2026-9999"})
    void everyResponseTellsTheBrowserItsLimits(String path, Portal portal) {
        HttpResponse<String> response = portal.get(path);
        List<String> policies = response.headers().allValues("Content-Security-Policy");
        assertEquals(1, policies.size());
        assertTrue(policies.get(0).startsWith("default-src 'none';"));
        assertFalse(policies.get(0).contains("unsafe"));
        assertEquals(List.of("nosniff"), response.headers().allValues("X-Content-Type-Options"));
        assertEquals(List.of("DENY"), response.headers().allValues("X-Frame-Options"));
        assertEquals(List.of("same-origin"), response.headers().allValues("Referrer-Policy"));
        assertEquals(Optional.empty(), response.headers().firstValue("Server"));
        assertEquals(Optional.empty(), response.headers().firstValue("X-Powered-By"));
        assertTrue(response.headers().firstValue("X-Request-Id").orElse("").matches("[0-9a-f]{16}"));
    }

    @Test
    void aRequestIdFromOutsideIsIgnored(Portal portal) {
        HttpResponse<String> response = portal.send(HttpRequest.newBuilder(portal.at("/"))
                .header("X-Request-Id", "mine")
                .build());
        assertFalse(response.headers().allValues("X-Request-Id").contains("mine"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/metrics/base", "/openapi", "/openapi/", "/error"})
    void theServersOwnPagesAreNobodysBusiness(String path, Portal portal) {
        assertEquals(404, portal.get(path).statusCode());
    }

    @Test
    void theServersOwnDescriptionOfTheApiIsNobodysBusinessEither(Portal portal) {
        assertEquals(401, portal.get("/api/v1/application.wadl").statusCode());
    }

    @Test
    void healthSaysUpAndNoMore(Portal portal) {
        for (String path : List.of("/health/live", "/health/ready")) {
            HttpResponse<String> response = portal.get(path);
            assertEquals(200, response.statusCode());
            assertFalse(response.body().contains("jdbc") || response.body().contains("/"), response.body());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/WEB-INF/web.xml",
                "/web-inf/web.xml",
                "/WEB-INF/templates/frame.xhtml",
                "/WEB-INF/classes/META-INF/microprofile-config.properties",
                "/report/..;/WEB-INF/web.xml",
                "/report/%2e%2e/WEB-INF/web.xml",
                "/%5c..%5cWEB-INF/web.xml",
                "/report/register.xhtml;x=y",
                "/reports/AM-2026-0001%2f..%2f..",
                "/jakarta.faces.resource/../WEB-INF/web.xml.xhtml",
                "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
                "/jakarta.faces.resource/%2e%2e/WEB-INF/web.xml.xhtml",
                "/jakarta.faces.resource/web.xml.xhtml?ln=..%5cWEB-INF",
                "/jakarta.faces.resource/web.xml.xhtml?ln=aimass&con=../WEB-INF"
            })
    void noAddressLeadsIntoTheInside(String path, Portal portal) {
        HttpResponse<String> response = portal.get(path);
        assertTrue(response.statusCode() >= 300, path + " " + response.statusCode());
        assertFalse(response.body().contains("<servlet"), path);
        assertFalse(response.body().contains("aimass.oidc"), path);
        assertFalse(response.body().contains("ui:insert"), path);
    }

    /** The container decides who may enter by the address it decodes; a twisted one must not slip past it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/audit/start.xhtml",
                "/registry/models.xhtml",
                "/desk/work.xhtml",
                "/desk/work.xhtml;x",
                "/;x/desk/work.xhtml",
                "/desk;x/work.xhtml",
                "/report/../desk/work.xhtml",
                "/desk/./work.xhtml",
                "//desk/work.xhtml",
                "/%64esk/work.xhtml",
                "/desk/work%2exhtml",
                "/work",
                "/work;x",
                "/my-data",
                "/my-data;x",
                "/my-data.json",
                "/datausage/mine.json"
            })
    void noTwistOfAnAddressOpensTheWorkspace(String path, Portal portal) {
        HttpResponse<String> response = portal.get(path);
        if (response.statusCode() == 301) {
            String where = response.headers().firstValue("Location").orElseThrow();
            assertTrue(where.matches("/[a-z].*"), where);
            response = portal.get(where);
        }
        assertTrue(response.statusCode() == 303 || response.statusCode() >= 400, path + " " + response.statusCode());
    }

    @Test
    void aForgedHostHasNoEffect(Portal portal) throws Exception {
        for (String path : List.of("/", "/work", "/no-such-page", "/resources", "/language?to=en&page=/")) {
            String answer = raw(
                    portal,
                    "GET " + path + " HTTP/1.1\nHost: evil.example\nX-Forwarded-Host: evil.example\n"
                            + "X-Forwarded-Proto: https\nConnection: close\n\n");
            assertFalse(answer.contains("evil.example"), path + "\n" + answer);
        }
    }

    @Test
    void onlyTheUsualMethodsAreKnown(Portal portal) {
        for (String method : List.of("TRACE", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND")) {
            HttpResponse<String> response = portal.send(HttpRequest.newBuilder(portal.at("/"))
                    .header("Sec-Fetch-Site", "same-origin")
                    .method(method, BodyPublishers.noBody())
                    .build());
            assertTrue(List.of(400, 405, 501).contains(response.statusCode()), method + " " + response.statusCode());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-out", "/report/register.xhtml", "/report/view.xhtml", "/audit/method.xhtml"})
    void whatComesFromElsewhereChangesNothing(String path, Portal portal) {
        for (String origin : List.of("https://evil.example", "null", "http://127.0.0.1")) {
            assertEquals(403, post(portal, path, "Origin", origin).statusCode());
        }
        assertEquals(403, post(portal, path, "Sec-Fetch-Site", "cross-site").statusCode());
        assertEquals(403, post(portal, path, "X-Nothing", "said").statusCode());
    }

    /** Wherever it comes from: a bearer token is all that counts there. */
    @Test
    void theApiIsChangedByNobodyWithoutAToken(Portal portal) {
        for (String origin : List.of("https://evil.example", portal.at("").toString())) {
            assertEquals(
                    401,
                    post(portal, "/api/v1/reports/AM-2026-0001", "Origin", origin)
                            .statusCode());
        }
    }

    @Test
    void aForgedLogoutTokenIsRefused(Portal portal) {
        portal.stack().keycloak();
        for (String token : List.of("", "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30.")) {
            HttpResponse<String> response = portal.send(HttpRequest.newBuilder(portal.at("/back-channel-logout"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("logout_token=" + token))
                    .build());
            assertEquals(400, response.statusCode());
        }
    }

    @Test
    void aFormOfAnybodyCannotFillTheDisk(Portal portal) throws Exception {
        String answer = firstLine(portal, """
                POST /report/register.xhtml HTTP/1.1
                Host: x
                Sec-Fetch-Site: same-origin
                Content-Type: multipart/form-data; boundary=b
                Content-Length: 1000000
                Connection: close

                --b
                """);
        assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
    }

    @Test
    void theLanguageIsTheBrowsersUntilTheReaderChooses(Portal portal) {
        assertTrue(page(portal, "Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8").contains("lang=\"zh-Hans\""));
        assertTrue(page(portal, "Accept-Language", "de").contains("lang=\"en\""));
        assertTrue(page(portal, "Cookie", "lang=zh_CN").contains("lang=\"zh-Hans\""));
        HttpResponse<String> chosen = portal.get("/language?to=zh_CN&page=/reports/AM-2026-9999");
        assertEquals(303, chosen.statusCode());
        assertEquals(
                portal.at("/reports/AM-2026-9999").toString(),
                chosen.headers().firstValue("Location").orElse(""));
        assertTrue(chosen.headers().firstValue("Set-Cookie").orElse("").startsWith("lang=zh_CN;"));
    }

    @Test
    void nothingElseBecomesALanguage(Portal portal) {
        for (String forged : List.of("en');alert(1)//", "zh_CN\"><script>", "../../x", "${7*7}")) {
            assertFalse(page(portal, "Cookie", "lang=" + forged).contains("alert(1)"));
            assertFalse(page(portal, "Accept-Language", forged).contains("alert(1)"));
            assertEquals(
                    404,
                    portal.get("/language?to=" + URLEncoder.encode(forged, StandardCharsets.UTF_8))
                            .statusCode());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example",
                "/%5cevil.example",
                "/\\evil.example",
                "/%09/evil.example",
                "javascript:alert(1)"
            })
    void aSwitchOfLanguageLeadsNowhereElse(String page, Portal portal) {
        String encoded = URLEncoder.encode(page, StandardCharsets.UTF_8);
        HttpResponse<String> response = portal.get("/language?to=en&page=" + encoded);
        assertEquals(
                portal.at("/").toString(),
                response.headers().firstValue("Location").orElse(""));
    }

    @Test
    void anErrorSpeaksTheReadersLanguageAndShowsNothingOfTheInside(Portal portal) {
        HttpResponse<String> english = portal.get("/no-such-page");
        assertEquals(404, english.statusCode());
        assertTrue(english.body().contains("There is no such page"));
        HttpResponse<String> chinese = portal.send(HttpRequest.newBuilder(portal.at("/no-such-page"))
                .header("Accept-Language", "zh-CN")
                .build());
        assertTrue(chinese.body().contains("没有这个页面"));
        for (String body : List.of(english.body(), chinese.body())) {
            assertFalse(body.contains("Payara") || body.contains("Exception") || body.contains("\tat "));
        }
    }

    /** T10, T12. */
    @Test
    void whatAReaderSearchesForIsTextAndNothingElse(Portal portal) {
        String hostile = "<script>alert(1)</script>\"'-${7*7}-#{7*7}-{0}-%{7*7}";
        HttpResponse<String> response = portal.get("/register?q=" + URLEncoder.encode(hostile, StandardCharsets.UTF_8));
        assertEquals(200, response.statusCode());
        assertFalse(response.body().contains("<script>alert"));
        assertFalse(response.body().contains("-49-"));
    }

    @Test
    void theLogIsJsonWithRequestIds(Portal portal) {
        String id =
                portal.get("/no-such-page").headers().firstValue("X-Request-Id").orElse("none");
        assertTrue(portal.log().stream()
                .anyMatch(line -> line.startsWith("{") && line.contains("\"request\":\"" + id + "\"")));
    }

    private static String page(Portal portal, String header, String value) {
        return portal.send(HttpRequest.newBuilder(portal.at("/no-such-page"))
                        .header(header, value)
                        .build())
                .body();
    }

    private static HttpResponse<String> post(Portal portal, String path, String header, String value) {
        return portal.send(HttpRequest.newBuilder(portal.at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(header, value)
                .POST(BodyPublishers.ofString("a=b"))
                .build());
    }

    /** The answer, up to the end of the connection. */
    private static String raw(Portal portal, String request) throws IOException {
        return ask(portal, request, in -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }

    /** What is answered first, whether or not the server goes on waiting for the rest of the question. */
    private static String firstLine(Portal portal, String request) throws IOException {
        return ask(
                portal,
                request,
                in -> String.valueOf(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine()));
    }

    private static String ask(Portal portal, String request, Reading reading) throws IOException {
        URI at = portal.at("/");
        try (Socket socket = new Socket(at.getHost(), at.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return reading.of(socket.getInputStream());
        }
    }

    private interface Reading {
        String of(InputStream in) throws IOException;
    }
}
