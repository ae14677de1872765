package org.aimass.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aimass.stack.Portal;
import org.aimass.stack.Programs;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Stack;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.Test;

/**
 * Texts made to be taken for something else: for a path (T9), an expression (T12) or a part of a statement (T18). Each goes into every
 * parameter and every string there is at its place, is text, and is answered as text: found nothing, or refused as the client's fault.
 */
@RealPortal(RealPortal.With.EVERYTHING)
class HostileTextT9T12T18IT {

    private static final List<String> PATHS = List.of(
            "../../etc/passwd",
            "..\\..\\windows",
            "/etc/passwd",
            "file:///etc/passwd",
            "C:\\x",
            "a/../../b",
            "%2e%2e%2f",
            "..%252f",
            "....//",
            "..;/",
            ".",
            "..",
            "~",
            "a\u0000b",
            "con",
            "aux.onnx",
            "\\\\host\\share",
            "#../x",
            "?x=../",
            "a\nb",
            "..\u2215x",
            "\uff0e\uff0e/x",
            "x".repeat(300),
            "-rf",
            "|id",
            "$(id)",
            "`id`");

    private static final List<String> EXPRESSIONS = List.of(
            "${191*719}",
            "#{191*719}",
            "%{191*719}",
            "{{191*719}}",
            "<%=191*719%>",
            "${{191*719}}",
            "#{facesContext}",
            "{0}",
            "{-1}",
            "${jndi:ldap://x}");

    private static final List<String> QUOTES = List.of("'", "\"", "')", "'))", "\\'", "%27", "\u2019", "`");
    private static final List<String> STATEMENTS = List.of(
            "%s or 1=1 --",
            "%s; drop table audit_run; --",
            "%s union select 1,2,3 --",
            "%s and sleep(9) --",
            "%s || pg_sleep(9) || %s",
            "%s) or (1=1",
            "%s and 1=(select 1)");

    private static final List<String> PATTERNS = List.of(
            "%",
            "_", "%%%%%%%%%%%%%%%%", "\\", "\\%", "[a-z]*", "(a+)+$", "*:*", "a&!b|(c", "<-> :*", "\ud800", "\u202e");

    private static List<String> all() {
        List<String> all = new ArrayList<>(PATHS);
        all.addAll(EXPRESSIONS);
        all.addAll(PATTERNS);
        for (String quote : QUOTES) {
            for (String statement : STATEMENTS) {
                all.add(statement.replace("%s", quote));
            }
        }
        return all;
    }

    @Test
    void isTextInEveryParameter(Portal portal, Stack stack) {
        Ask department = new Ask(portal, stack.programs().token("department", "api-read api-write"));
        assertTrue(all().size() > 100);
        for (String hostile : all()) {
            String text = URLEncoder.encode(hostile, StandardCharsets.UTF_8);
            isAnsweredAsText(portal.get(
                    "/register?q=" + text + "&task=" + text + "&sort=" + text + "&page=" + text + "&domain=" + text));
            isAnsweredAsText(new Ask(portal, "").get("/reports?text=" + text));
            isAnsweredAsText(new Ask(portal, "").get("/reports?cursor=" + text + "&limit=" + text));
            isAnsweredAsText(new Ask(portal, "").get("/reports/" + text.replace("+", "%20")));
            isAnsweredAsText(department.get("/models?text=" + text));
        }
    }

    @Test
    void isTextInEveryStringAndNoFileGetsItsName(Portal portal, Stack stack) throws Exception {
        Ask department = new Ask(portal, stack.programs().token("department", "api-read api-write"));
        Northern north = new Northern(portal, stack.programs());
        north.join(north.owner, Programs.subject(department.token()), "SUBMITTER");
        Set<Path> before = folders(portal);
        for (String hostile : all()) {
            ObjectNode upload = JsonNodeFactory.instance.objectNode();
            upload.put("name", hostile).put("size", 9).put("kind", "MODEL");
            HttpResponse<String> begun = department.post("/uploads", upload.toString());
            isAnsweredAsText(begun);
            if (begun.statusCode() == 201) {
                String id = Ask.json(begun).path("id").asText();
                assertEquals(
                        204, department.send("DELETE", "/uploads/" + id, "").statusCode());
            }
            ObjectNode model = JsonNodeFactory.instance.objectNode();
            for (String field :
                    List.of("name", "purpose", "task", "domain", "licence", "label", "organization", "upload")) {
                model.put(field, hostile);
            }
            isAnsweredAsText(department.post("/models", model.toString()));
        }
        assertEquals(before, folders(portal));
    }

    /** T12: a state of a page that the server did not make, by somebody who is signed in. */
    @Test
    void aForgedStateOfAPageIsRefused(Portal portal, Visitor jonas) {
        Page page = jonas.signIn("jonas.berg");
        String cookies = page.context().cookies().stream()
                .filter(cookie -> cookie.path.equals("/"))
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        for (String state : List.of(
                "",
                "1:2",
                "-1:-1",
                "stateless",
                "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==",
                "#{191*719}",
                "x".repeat(9000))) {
            HttpResponse<String> answer = portal.send(HttpRequest.newBuilder(portal.at("/registry/register.xhtml"))
                    .header("Cookie", cookies)
                    .header("Origin", portal.at("").toString())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("form=form&form:send=x&form:name=Forged&jakarta.faces.ViewState="
                            + URLEncoder.encode(state, StandardCharsets.UTF_8)))
                    .build());
            assertEquals(4, answer.statusCode() / 100, () -> state + " " + answer.statusCode());
        }
        assertFalse(jonas.open("/registry/models.xhtml").content().contains("Forged"));
    }

    private static void isAnsweredAsText(HttpResponse<String> answer) {
        String said = answer.request().uri() + " " + answer.statusCode() + " " + answer.body();
        assertTrue(answer.statusCode() < 500, said);
        assertFalse(said.contains("root:x:"), said);
        assertFalse(answer.body().matches("(?s).*137[,.]?329.*"), said);
        assertFalse(
                answer.body()
                        .matches("(?s).*(SQLException|jakarta\\.persistence|org\\.h2|org\\.postgresql|\\tat org).*"),
                said);
    }

    /** Where files lie, but not the logs and what the server itself writes. */
    private static Set<Path> folders(Portal portal) {
        try (Stream<Path> all = Files.walk(portal.data())) {
            return all.filter(path -> !path.startsWith(portal.data().resolve("run"))
                            && !path.startsWith(portal.data().resolve("log"))
                            && !path.startsWith(portal.data().resolve("jobs")))
                    .filter(path -> !path.getFileName().toString().startsWith(".ready"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
