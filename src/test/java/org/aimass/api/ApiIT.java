package org.aimass.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.aimass.stack.Portal;
import org.aimass.stack.Programs;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Stack;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The main job by programs alone, through the client that is generated from the API's document; then everybody tries every route. */
@RealPortal(RealPortal.With.OWN_ORGANIZATIONS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ApiIT {

    private static final String BOTH = "api-read api-write";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** 600 women and 400 men. A score of 0.5 or more says yes. */
    private static final String CSV = csv();

    private Portal portal;
    private Programs programs;
    private Northern north;
    private Ask department;
    private Ask auditors;
    private Map<String, String> facts;

    @BeforeAll
    void begin(Stack stack, @TempDir Path folder) throws Exception {
        portal = stack.portal();
        programs = stack.programs();
        north = new Northern(portal, programs);
        department = new Ask(portal, programs.token("department", BOTH));
        auditors = new Ask(portal, programs.token("auditors", BOTH));
        // other tests had them work elsewhere
        north.leave(Programs.subject(department.token()));
        north.leave(Programs.subject(auditors.token()));
        north.join(north.owner, Programs.subject(department.token()), "SUBMITTER");
        north.join(north.body, Programs.subject(auditors.token()), "AUDITOR");
        awaitPublishedReport();
        String document = new Ask(portal, "").get("/openapi.json").body();
        facts = new GeneratedClient(folder, document).run(portal.at(""), department.token(), auditors.token(), CSV);
    }

    private void awaitPublishedReport() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Ask.json(new Ask(portal, "").get("/reports")).path("items").isEmpty()) {
            assertTrue(Instant.now().isBefore(end), "the demonstration has published nothing yet");
            Thread.sleep(300);
        }
    }

    private static String csv() {
        StringBuilder rows = new StringBuilder("sex,score,label\n");
        repeat(rows, 200, "w,0.75,1");
        repeat(rows, 30, "w,0.75,0");
        repeat(rows, 100, "w,0.25,1");
        repeat(rows, 270, "w,0.25,0");
        repeat(rows, 180, "m,0.75,1");
        repeat(rows, 25, "m,0.75,0");
        repeat(rows, 20, "m,0.25,1");
        repeat(rows, 175, "m,0.25,0");
        return rows.toString();
    }

    private static void repeat(StringBuilder rows, int times, String row) {
        rows.append((row + "\n").repeat(times));
    }

    @Test
    @Order(1)
    void aGeneratedClientDoesTheMainJob() {
        assertEquals("1000", facts.get("rows"));
        assertEquals("READY", facts.get("datasetStatus"));
        assertEquals("COMPLETED", facts.get("auditStatus"));
        assertEquals("1000", facts.get("rowsUsed"));
        assertEquals("200 30 100 270", facts.get("women"));
        assertEquals("true", facts.get("startedTwice"));
        assertFalse("0".equals(facts.get("comparisons")));
        assertTrue(Objects.requireNonNull(facts.get("report")).matches("AM-[0-9]{4}-[0-9]{4}"));
    }

    @Test
    @Order(2)
    void whatIsAnsweredIsAsTheDocumentSays() {
        // the one of the main job went into the dataset
        facts.put(
                "upload",
                Ask.json(department.post("/uploads", "{\"name\":\"m.onnx\",\"size\":9,\"kind\":\"MODEL\"}"))
                        .path("id")
                        .asText());
        JsonNode document = ApiRoutes.document();
        List<String> wrong = new ArrayList<>();
        Set<String> asked = new TreeSet<>();
        ApiRoutes.ofDocument().forEach((route, operation) -> {
            if (route.startsWith("GET ")) {
                String path = filled(route.split(" ", -1)[1]);
                Ask asker = path.startsWith("/audits") ? auditors : department;
                HttpResponse<String> answer = asker.get(path);
                assertEquals(200, answer.statusCode(), path + answer.body());
                assertTrue(answer.headers().firstValue("ETag").isPresent(), path);
                assertEquals(
                        304,
                        asker.get(
                                        path,
                                        "If-None-Match",
                                        answer.headers().firstValue("ETag").orElseThrow())
                                .statusCode(),
                        path);
                JsonNode content = operation.at("/responses/200/content");
                assertTrue(
                        content.has(answer.headers()
                                .firstValue("Content-Type")
                                .orElse("")
                                .replaceFirst(";.*", "")),
                        route);
                if (!content.has("application/json")) {
                    return;
                }
                JsonNode schema = content.at("/application~1json/schema");
                Described.faults(document, schema, Ask.json(answer)).forEach(fault -> wrong.add(route + " " + fault));
                asked.add(route);
            }
        });
        assertEquals(List.of(), wrong);
        assertTrue(asked.size() >= 14, asked.toString());
    }

    private String filled(String path) {
        return path.replaceFirst("^/models/\\{id}", "/models/" + facts.get("model"))
                .replaceFirst("^/model-versions/\\{id}", "/model-versions/" + facts.get("modelVersion"))
                .replaceFirst("^/datasets/\\{id}", "/datasets/" + facts.get("dataset"))
                .replaceFirst("^/dataset-versions/\\{id}", "/dataset-versions/" + facts.get("datasetVersion"))
                .replaceFirst("^/audits/\\{id}", "/audits/" + facts.get("audit"))
                .replaceFirst("^/uploads/\\{id}", "/uploads/" + facts.get("upload"))
                .replace("{number}", facts.get("report"))
                .replace("{version}", "1")
                .replace("{offset}", "0");
    }

    /** A route, and who may: roles at the organization that owns ({@code o}), at the audit body ({@code b}) and at the stranger ({@code s}). */
    private record Row(String body, Set<String> may) {}

    private static final Set<String> SUBMITTERS = Set.of("SUBMITTER o", "SUBMITTER b", "SUBMITTER s");
    private static final Set<String> SEEING =
            Set.of("SUBMITTER o", "AUDITOR o", "APPROVER o", "ORGANIZATION_ADMIN o", "AUDITOR b", "APPROVER b");
    private static final Set<String> MEMBERS = members();
    private static final Set<String> EVERYBODY = with(MEMBERS, "citizen", "portal-admin");
    private static final Set<String> ALL = with(EVERYBODY, "nobody");

    private static Set<String> members() {
        Set<String> members = new HashSet<>();
        for (String role : List.of("SUBMITTER", "AUDITOR", "APPROVER", "ORGANIZATION_ADMIN")) {
            for (String place : List.of("o", "b", "s")) {
                members.add(role + " " + place);
            }
        }
        return members;
    }

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(List.of(more));
        return all;
    }

    private static final Set<String> AUDITING =
            Set.of("AUDITOR o", "AUDITOR b", "AUDITOR s", "APPROVER o", "APPROVER b", "APPROVER s");

    /** Every route that there is: one without a row fails the test. */
    private Map<String, Row> rows() {
        String newModel = "{\"organization\":\"" + north.owner
                + "\",\"name\":\"\",\"purpose\":\"p\",\"task\":\"RANKING\",\"domain\":\"OTHER\",\"licence\":\"l\",\"label\":\"1\"}";
        String newDataset =
                "{\"organization\":\"" + north.owner + "\",\"name\":\"\",\"upload\":\"" + UUID.randomUUID() + "\"}";
        String newAudit = "{\"modelVersion\":\"" + facts.get("modelVersion") + "\",\"datasetVersion\":\""
                + facts.get("datasetVersion") + "\",\"policy\":\"none\"}";
        return Map.ofEntries(
                Map.entry("GET /openapi.json", new Row("", ALL)),
                Map.entry("GET /reports", new Row("", ALL)),
                Map.entry("GET /reports/{number}", new Row("", ALL)),
                Map.entry("GET /reports/{number}/entries", new Row("", ALL)),
                Map.entry("GET /reports/{number}/versions/{version}", new Row("", ALL)),
                Map.entry("GET /reports/{number}/versions/{version}/tables", new Row("", ALL)),
                Map.entry("GET /me", new Row("", EVERYBODY)),
                Map.entry("GET /policies", new Row("", EVERYBODY)),
                Map.entry("GET /models", new Row("", MEMBERS)),
                Map.entry("POST /models", new Row(newModel, Set.of("SUBMITTER o"))),
                Map.entry("GET /models/{id}", new Row("", SEEING)),
                Map.entry("POST /models/{id}/versions", new Row("{\"label\":\"1.0\"}", Set.of("SUBMITTER o"))),
                Map.entry("GET /model-versions/{id}", new Row("", SEEING)),
                Map.entry("GET /datasets", new Row("", MEMBERS)),
                Map.entry("POST /datasets", new Row(newDataset, Set.of("SUBMITTER o"))),
                Map.entry("GET /datasets/{id}", new Row("", SEEING)),
                Map.entry(
                        "POST /datasets/{id}/versions",
                        new Row("{\"upload\":\"" + UUID.randomUUID() + "\"}", Set.of())),
                Map.entry("GET /dataset-versions/{id}", new Row("", SEEING)),
                Map.entry(
                        "PUT /dataset-versions/{id}/roles",
                        new Row("{\"roles\":{\"score\":\"LABEL\"}}", Set.of("SUBMITTER o"))),
                Map.entry("POST /uploads", new Row("{\"size\":0,\"kind\":\"MODEL\"}", SUBMITTERS)),
                Map.entry("GET /uploads/{id}", new Row("", Set.of())),
                Map.entry("DELETE /uploads/{id}", new Row("", SUBMITTERS)),
                Map.entry("PUT /uploads/{id}/pieces/{offset}", new Row("octets", Set.of())),
                Map.entry("POST /uploads/{id}/finish", new Row("{\"sha256\":\"" + "0".repeat(64) + "\"}", Set.of())),
                Map.entry("GET /audits", new Row("", AUDITING)),
                Map.entry("POST /audits", new Row(newAudit, Set.of("AUDITOR b", "AUDITOR o"))),
                Map.entry("GET /audits/{id}", new Row("", Set.of("AUDITOR b", "APPROVER b"))),
                Map.entry("POST /audits/{id}/cancel", new Row("", Set.of("AUDITOR b"))),
                Map.entry("GET /audits/{id}/results", new Row("", Set.of("AUDITOR b", "APPROVER b"))));
    }

    /** T17. What may be done is done or refused for another reason than who asks; all else is 401, 403 or 404, and says nothing. */
    @Test
    @Order(3)
    void everybodyTriesEveryRoute() throws Exception {
        Map<String, Row> rows = rows();
        assertEquals(ApiRoutes.ofCode().keySet(), new TreeSet<>(rows.keySet()));
        Ask chameleon = new Ask(portal, programs.token("chameleon", BOTH));
        Ask administrator = new Ask(portal, programs.token("portal-admin-program", BOTH));
        String me = Programs.subject(chameleon.token());
        List<String> wrong = new ArrayList<>();
        for (String who : ALL) {
            north.leave(me);
            Ask asker = chameleon;
            if (who.equals("nobody")) {
                asker = new Ask(portal, "");
            } else if (who.equals("portal-admin")) {
                asker = administrator;
            } else if (!who.equals("citizen")) {
                String[] parts = who.split(" ", -1);
                UUID place = parts[1].equals("o") ? north.owner : parts[1].equals("b") ? north.body : north.stranger;
                north.join(place, me, parts[0]);
            }
            String missing = withoutItsNumber(asker.get("/models/" + UUID.randomUUID()));
            for (Map.Entry<String, Row> row : rows.entrySet()) {
                String fault = tried(asker, who, row.getKey(), row.getValue(), missing);
                if (!fault.isEmpty()) {
                    wrong.add(fault);
                }
            }
        }
        north.leave(me);
        assertEquals(List.of(), wrong);
        assertEquals(
                200,
                department.get("/model-versions/" + facts.get("modelVersion")).statusCode());
    }

    private static String withoutItsNumber(HttpResponse<String> answer) {
        return answer.body().replaceAll("\"requestId\":\"[0-9a-f]+\"", "");
    }

    /** @param missing what this asker is told of a model that there is not */
    private String tried(Ask asker, String who, String route, Row row, String missing) {
        String verb = route.split(" ", -1)[0];
        String path = filled(route.split(" ", -1)[1]);
        HttpResponse<String> answer;
        if (row.body().equals("octets")) {
            answer = asker.send(
                    verb, path + "?sha256=" + "0".repeat(64), row.body(), "Content-Type", "application/octet-stream");
        } else if (verb.equals("POST")) {
            answer = asker.post(path, row.body());
        } else {
            answer = asker.send(verb, path, row.body());
        }
        int status = answer.statusCode();
        boolean let = row.may().contains(who);
        boolean right =
                let ? status < 300 || status == 409 || status == 422 : status == 401 || status == 403 || status == 404;
        if (let && status < 300 && route.matches("GET /(models|datasets|audits)")) {
            boolean sees = answer.body().contains(facts.get("model"))
                    || answer.body().contains(facts.get("dataset"))
                    || answer.body().contains(facts.get("audit"));
            boolean may = route.endsWith("audits") ? who.endsWith(" b") : SEEING.contains(who);
            right = sees == may;
        }
        if (status == 404) {
            right &= missing.contains("\"status\":403") || missing.equals(withoutItsNumber(answer));
        }
        return right ? "" : who + ": " + route + " " + status + " " + answer.body();
    }

    @Test
    @Order(4)
    void aTokenThatMayOnlyReadReadsAndAWritingOneDoesNotRead() {
        Ask reading = new Ask(portal, programs.token("department", "api-read"));
        assertEquals(200, reading.get("/models").statusCode());
        HttpResponse<String> refused = reading.post("/uploads", "{}");
        assertEquals(403, refused.statusCode());
        assertTrue(refused.headers().firstValue("WWW-Authenticate").orElse("").contains("scope=\"api-write\""));
        assertEquals(
                "application/problem+json;charset=UTF-8",
                refused.headers().firstValue("Content-Type").orElse(""));
        String permitted = programs.withPermissions(department.token());
        assertEquals(200, new Ask(portal, permitted).get("/models").statusCode());
        Ask none = new Ask(portal, programs.token("department", "profile"));
        assertEquals(401, none.get("/models").statusCode());
        assertEquals(401, none.get("/reports").statusCode());
    }

    /** T13: nothing that a browser sends by itself counts. */
    @Test
    @Order(5)
    void noCookieAndNoFormOpensAnything() {
        Ask nobody = new Ask(portal, "");
        HttpResponse<String> refused = nobody.send(
                "POST",
                "/uploads",
                "{}",
                "Cookie",
                "aimass=00112233445566778899aabbccddeeff",
                "Origin",
                "http://evil.example",
                "Idempotency-Key",
                "k");
        assertEquals(401, refused.statusCode());
        assertEquals(Optional.empty(), refused.headers().firstValue("Set-Cookie"));
        assertEquals(Optional.empty(), refused.headers().firstValue("Access-Control-Allow-Origin"));
        assertEquals(401, nobody.get("/models", "Authorization", "Basic YTpi").statusCode());
        for (String twisted : List.of("/%6dodels", "/models;x", "//models", "/models/../models")) {
            assertEquals(404, department.get(twisted).statusCode(), twisted);
        }
    }

    @Test
    @Order(6)
    void whateverGoesWrongIsAProblemWithItsPlace() {
        JsonNode malformed = Ask.json(department.post("/models", "{\n \"name\": \"a\",\n \"name\": }"));
        assertEquals(400, malformed.path("status").asInt());
        assertEquals(3, malformed.at("/errors/0/line").asInt());
        JsonNode unknown = Ask.json(department.post("/models", "{\"colour\":\"red\"}"));
        assertEquals("colour", unknown.path("field").asText());
        JsonNode trailing = Ask.json(department.post("/models", "{} {}"));
        assertEquals(400, trailing.path("status").asInt(), trailing.toString());
        assertEquals(400, department.post("/models", "null").statusCode());
        assertEquals(400, department.post("/models", "[]").statusCode());
        assertEquals(400, department.post("/models", "[".repeat(100_000)).statusCode());
        assertEquals(
                413,
                department.post("/models", "\"" + "a".repeat(1 << 20) + "\"").statusCode());
        assertEquals(400, department.send("POST", "/models", "{}").statusCode());
        HttpResponse<String> method = department.send("DELETE", "/models", "");
        assertEquals(405, method.statusCode());
        assertTrue(method.headers().firstValue("Allow").orElse("").contains("POST"));
        assertEquals(406, department.get("/models", "Accept", "application/xml").statusCode());
        assertEquals(
                415,
                department
                        .send("POST", "/models", "a=b", "Content-Type", "text/plain", "Idempotency-Key", "k")
                        .statusCode());
        JsonNode chinese = Ask.json(department.get("/models/x", "Accept-Language", "zh-CN"));
        assertTrue(chinese.path("detail").asText().matches(".*\\p{IsHan}.*"));
        for (HttpResponse<String> each : List.of(method, department.get("/nothing"), department.get("/models/x"))) {
            assertTrue(each.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
            assertFalse(each.body().contains("Exception"), each.body());
        }
    }

    /** R14: twenty twins, one effect, one answer. */
    @Test
    @Order(7)
    void twinsHaveOneEffect() throws Exception {
        String name = "Twins " + UUID.randomUUID();
        String body = "{\"organization\":\"" + north.owner + "\",\"name\":\"" + name
                + "\",\"purpose\":\"p\",\"task\":\"RANKING\",\"domain\":\"OTHER\",\"licence\":\"l\",\"label\":\"1\"}";
        ExecutorService twins = Executors.newFixedThreadPool(10);
        try {
            List<Future<HttpResponse<String>>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(twins.submit(
                        () -> department.send("POST", "/models", body, "Idempotency-Key", name.replace(' ', '-'))));
            }
            Set<String> made = new HashSet<>();
            for (Future<HttpResponse<String>> each : all) {
                HttpResponse<String> answer = each.get();
                assertTrue(answer.statusCode() == 201 || answer.statusCode() == 409, answer.body());
                if (answer.statusCode() == 201) {
                    made.add(answer.body());
                }
            }
            assertEquals(1, made.size());
        } finally {
            twins.shutdownNow();
        }
        HttpResponse<String> again =
                department.send("POST", "/models", body, "Idempotency-Key", name.replace(' ', '-'));
        assertEquals("true", again.headers().firstValue("Idempotency-Replayed").orElse(""));
        assertEquals(
                422,
                department
                        .send(
                                "POST",
                                "/models",
                                body.replace("\"p\"", "\"q\""),
                                "Idempotency-Key",
                                name.replace(' ', '-'))
                        .statusCode());
        JsonNode found = Ask.json(department.get("/models?text=" + name.substring(6)));
        assertEquals(1, found.path("items").size());
    }

    /** What comes in while somebody reads is neither shown twice nor shifts what is still to come. */
    @Test
    @Order(8)
    void aListIsReadInPartsWhileItGrows() {
        String mark = UUID.randomUUID().toString();
        for (int i = 0; i < 5; i++) {
            register(mark + " " + i);
        }
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode part = Ask.json(department.get("/models?limit=2&text=" + mark + cursor));
            part.path("items")
                    .forEach(item -> read.add(item.path("name").asText().substring(37)));
            cursor = part.has("next") ? "&cursor=" + part.path("next").asText() : "";
            register(mark + " later");
        } while (!cursor.isEmpty() && read.size() < 20);
        assertEquals(List.of("4", "3", "2", "1", "0"), read);
    }

    private void register(String name) {
        assertEquals(
                201,
                department
                        .post(
                                "/models",
                                "{\"organization\":\"" + north.owner + "\",\"name\":\"" + name + " "
                                        + (name.endsWith("later") ? UUID.randomUUID() : "")
                                                .toString()
                                                .strip()
                                        + "\",\"purpose\":\"p\",\"task\":\"RANKING\",\"domain\":\"OTHER\",\"licence\":\"l\",\"label\":\"1\"}")
                        .statusCode());
    }

    /** A person signs in, sees what the program asks for, and says yes; the program gets a token in the person's name. */
    @Test
    @Order(9)
    void aPersonLetsAProgramAct(Visitor visitor) throws Exception {
        HttpServer program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        CompletableFuture<String> code = new CompletableFuture<>();
        program.createContext("/callback", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            code.complete(exchange.getRequestURI().getQuery().replaceFirst(".*code=([^&]+).*", "$1"));
        });
        program.start();
        try {
            String back = "http://127.0.0.1:" + program.getAddress().getPort() + "/callback";
            CodeVerifier verifier = new CodeVerifier();
            Page page = visitor.page();
            page.navigate(programs.issuer()
                    + "/protocol/openid-connect/auth?client_id=aimass-cli&response_type=code&state=s"
                    + "&scope=openid%20api-read%20api-write&code_challenge_method=S256&code_challenge="
                    + CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue() + "&redirect_uri=" + back);
            page.locator("#username").fill("lin.ma");
            page.locator("#password").fill(portal.stack().password("lin.ma"));
            page.locator("#kc-login").click();
            page.getByText("register, submit and start audits in AI Mass in your name")
                    .waitFor();
            visitor.findsNoBarrier();
            visitor.screenshot("api-consent");
            page.locator("input[name=accept], button[name=accept]").click();
            String token = programs.tokenFor(code.get(30, TimeUnit.SECONDS), verifier.getValue(), back);
            JsonNode me = Ask.json(new Ask(portal, token).get("/me"));
            assertEquals("Lin Ma", me.path("name").asText());
            assertEquals("[\"citizen\"]", me.path("roles").toString());
        } finally {
            program.stop(0);
        }
    }
}
