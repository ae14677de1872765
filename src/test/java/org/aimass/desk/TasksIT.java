package org.aimass.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.microsoft.playwright.Page;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.aimass.api.Ask;
import org.aimass.api.Northern;
import org.aimass.stack.Portal;
import org.aimass.stack.Programs;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Stack;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Models that do not tell two apart: registered, measured, judged by their own policies, and shown. */
@RealPortal
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TasksIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Map<String, String> audits = new LinkedHashMap<>();
    private Ask department;
    private Ask auditors;
    private Northern north;

    @BeforeAll
    void auditOneOfEach(Stack stack) throws Exception {
        Portal portal = stack.portal();
        Programs programs = stack.programs();
        north = new Northern(portal, programs);
        department = new Ask(portal, programs.token("department", "api-read api-write"));
        auditors = new Ask(portal, programs.token("auditors", "api-read api-write"));
        north.join(north.owner, Programs.subject(department.token()), "SUBMITTER");
        north.join(north.body, Programs.subject(auditors.token()), "AUDITOR");
        audit(
                "MULTICLASS_CLASSIFICATION",
                classes(),
                "multiclass-parity-1.0",
                "\"label\":\"LABEL\",\"answer\":\"PREDICTION\"");
        audit("REGRESSION", numbers(), "regression-parity-1.0", "\"label\":\"LABEL\",\"answer\":\"PREDICTION\"");
        audit(
                "RANKING",
                lists(),
                "ranking-exposure-1.0",
                "\"list\":\"QUERY\",\"label\":\"LABEL\",\"answer\":\"PREDICTION\"");
        audit(
                "FACE_VERIFICATION",
                pairs(),
                "face-verification-1.0",
                "\"same\":\"LABEL\",\"score\":\"SCORE\",\"light\":\"CONTROL\",\"a\":\"GROUP_LEFT\",\"b\":\"GROUP_RIGHT\"");
        audit(
                "FACE_IDENTIFICATION",
                searches(),
                "face-identification-1.0",
                "\"probe\":\"PROBE\",\"identity\":\"IDENTITY\",\"candidate\":\"CANDIDATE\",\"score\":\"SCORE\","
                        + "\"rank\":\"RANK\"");
        audit(
                "IMAGE_GENERATION",
                pictures(),
                "refusals-1.0",
                "\"f1\":\"FEATURE\",\"f2\":\"FEATURE\",\"made\":\"GENERATED\",\"refused\":\"REFUSED\","
                        + "\"seen\":\"ATTRIBUTE\",\"s1\":\"SOURCE\",\"s2\":\"SOURCE\",\"o1\":\"OUTPUT\","
                        + "\"o2\":\"OUTPUT\",\"tone\":\"SOURCE_TONE\",\"tone_after\":\"OUTPUT_TONE\"");
        audit(
                "SPEECH_RECOGNITION",
                snippets(),
                "speech-recognition-1.0",
                "\"said\":\"REFERENCE\",\"heard\":\"HYPOTHESIS\",\"speaker\":\"CLUSTER\"");
        audit("SPEECH_SYNTHESIS", voices(), "voice-intelligibility-1.0", "\"text\":\"TEXT\",\"heard\":\"TRANSCRIPT\"");
        audit("TEXT_GENERATION", sentences(), "sentence-pairs-1.0", "\"more\":\"MORE\",\"less\":\"LESS\"");
    }

    /** Voices of which one word in ten is understood wrongly, and of male ones three. */
    private static String voices() {
        return snippets().replaceFirst("said,heard,speaker,sex", "text,heard,speaker,sex");
    }

    /** Pairs of which the stereotype is the likelier in half, and of those about men in nine of ten. */
    private static String sentences() {
        Random random = new Random(8);
        StringBuilder rows = new StringBuilder("more,less,sex\n");
        for (int i = 0; i < 600; i++) {
            boolean man = i % 2 == 0;
            boolean likelier = random.nextDouble() < (man ? 0.9 : 0.5);
            double less = -40 + 5 * random.nextGaussian();
            rows.append(
                    String.format(Locale.ROOT, "%.4f,%.4f,%s\n", less + (likelier ? 1 : -1), less, man ? "m" : "w"));
        }
        return rows.toString();
    }

    /** Pairs of faces; strangers who are both men look more alike. One pair in six is of a man and a woman, by the man's sex. */
    private static String pairs() {
        Random random = new Random(4);
        StringBuilder rows = new StringBuilder("same,score,sex,light,a,b\n");
        for (int i = 0; i < 6000; i++) {
            boolean man = i % 2 == 0;
            boolean same = i % 3 == 0;
            boolean across = i % 6 == 2;
            double score = (same ? 0.8 : across ? 0.02 : man ? 0.25 : 0.05) + 0.15 * random.nextGaussian();
            String sex = man ? "m" : "w";
            rows.append(String.format(
                    Locale.ROOT,
                    "%d,%.6f,%s,%s,%s,%s\n",
                    same ? 1 : 0,
                    score,
                    sex,
                    i % 5 == 0 ? "dim" : "bright",
                    sex,
                    across ? "w" : sex));
        }
        return rows.toString();
    }

    /** Searches among sixty people; one in three is for a stranger, men look more alike, and are less alike themselves. */
    private static String searches() {
        Random random = new Random(6);
        StringBuilder rows = new StringBuilder("probe,identity,candidate,score,rank,sex\n");
        for (int i = 0; i < 900; i++) {
            boolean man = i % 2 == 0;
            boolean stranger = i % 3 == 0;
            TreeMap<Double, String> candidates = new TreeMap<>(Comparator.reverseOrder());
            for (int j = 1; j <= 5; j++) {
                candidates.put((man ? 0.4 : 0.3) + 0.12 * random.nextGaussian(), "p" + (i + j) % 60);
            }
            if (!stranger) {
                candidates.put((man ? 0.55 : 0.75) + 0.1 * random.nextGaussian(), "p" + i % 60);
            }
            int rank = 1;
            for (Map.Entry<Double, String> candidate : candidates.entrySet()) {
                rows.append(String.format(
                        Locale.ROOT,
                        "q%d,%s%d,%s,%.6f,%d,%s\n",
                        i,
                        stranger ? "s" : "p",
                        i % 60,
                        candidate.getValue(),
                        candidate.getKey(),
                        rank++,
                        man ? "m" : "w"));
            }
        }
        return rows.toString();
    }

    /** Pictures of people, beside real ones: those of men are refused more often, made lighter, and show fewer women. */
    private static String pictures() {
        Random random = new Random(7);
        StringBuilder rows = new StringBuilder("f1,f2,made,refused,seen,s1,s2,o1,o2,tone,tone_after,sex\n");
        for (int i = 0; i < 900; i++) {
            boolean man = i % 2 == 0;
            boolean made = i % 3 != 0;
            boolean refused = made && random.nextDouble() < (man ? 0.3 : 0.04);
            double tone = 20 * random.nextGaussian();
            String features = String.format(
                    Locale.ROOT, "%.4f,%.4f", random.nextGaussian() + (made && man ? 0.4 : 0), random.nextGaussian());
            rows.append(
                    refused
                            ? ",,1,1,,,,,,,"
                            : !made
                                    ? features + ",0,0,,,,,,,"
                                    : String.format(
                                            Locale.ROOT,
                                            "%s,1,0,%s,1,0,1,%.4f,%.3f,%.3f",
                                            features,
                                            random.nextDouble() < (man ? 0.75 : 0.55) ? "man" : "woman",
                                            Math.abs(0.3 * random.nextGaussian()) + (man ? 0.5 : 0.1),
                                            tone,
                                            tone + (man ? 6 : 1) + 3 * random.nextGaussian()));
            rows.append(man ? ",m\n" : ",w\n");
        }
        return rows.toString();
    }

    /** Ten words each, of which one in ten is heard wrongly, and of men three. */
    private static String snippets() {
        Random random = new Random(5);
        StringBuilder rows = new StringBuilder("said,heard,speaker,sex\n");
        for (int i = 0; i < 800; i++) {
            boolean man = i % 2 == 0;
            StringBuilder said = new StringBuilder();
            StringBuilder heard = new StringBuilder();
            for (int word = 0; word < 10; word++) {
                String spoken = " " + (char) ('a' + word) + "lpha";
                said.append(spoken);
                heard.append(random.nextDouble() < (man ? 0.3 : 0.1) ? " nothing" : spoken);
            }
            rows.append("%s,%s,s%d,%s\n".formatted(said.substring(1), heard.substring(1), i % 40, man ? "m" : "w"));
        }
        return rows.toString();
    }

    /** Cats, dogs and eels, which are mistaken one time in twenty, and of men one time in four. */
    private static String classes() {
        Random random = new Random(1);
        StringBuilder rows = new StringBuilder("label,answer,sex\n");
        List<String> names = List.of("cat", "dog", "eel");
        for (int i = 0; i < 1200; i++) {
            boolean man = i % 3 == 0;
            int label = random.nextInt(3);
            boolean wrong = random.nextDouble() < (man ? 0.25 : 0.05);
            rows.append("%s,%s,%s\n"
                    .formatted(names.get(label), names.get(wrong ? (label + 1) % 3 : label), man ? "m" : "w"));
        }
        return rows.toString();
    }

    /** Estimates that are off by 10, and of men by 20. */
    private static String numbers() {
        Random random = new Random(2);
        StringBuilder rows = new StringBuilder("label,answer,sex\n");
        for (int i = 0; i < 900; i++) {
            boolean man = i % 3 == 0;
            double label = 100 + 30 * random.nextGaussian();
            double answer = label + (man ? 20 : 10) * random.nextGaussian();
            rows.append(String.format(Locale.ROOT, "%.4f,%.4f,%s\n", label, answer, man ? "m" : "w"));
        }
        return rows.toString();
    }

    /** Sixty lists of ten, in which men stand further down. */
    private static String lists() {
        Random random = new Random(3);
        StringBuilder rows = new StringBuilder("list,label,answer,sex\n");
        for (int i = 0; i < 600; i++) {
            boolean man = i % 2 == 0;
            double answer = random.nextDouble() - (man ? 0.4 : 0);
            rows.append(String.format(Locale.ROOT, "q%d,%d,%.5f,%s\n", i / 10, i % 4, answer, man ? "m" : "w"));
        }
        return rows.toString();
    }

    private void audit(String task, String csv, String policy, String roles) throws Exception {
        String model = done(department.post("/models", """
                        {"organization":"%s","name":"Of %s","purpose":"To be measured","task":"%s","domain":"OTHER",
                         "licence":"MIT","label":"1.0"}""".formatted(north.owner, task, task)))
                .path("id")
                .asText();
        String dataset = submit(task, csv);
        JsonNode ready = done(department.send(
                "PUT", "/dataset-versions/" + dataset + "/roles", "{\"roles\":{" + roles + ",\"sex\":\"SENSITIVE\"}}"));
        assertEquals("READY", ready.path("status").asText(), ready::toString);
        JsonNode wrong = Ask.json(auditors.post("/audits", plan(model, dataset, "four-fifths-1.0")));
        assertEquals("policy", wrong.path("field").asText(), wrong::toString);
        String audit = done(auditors.post("/audits", plan(model, dataset, policy)))
                .path("id")
                .asText();
        Instant end = Instant.now().plus(PATIENCE);
        String status = "";
        while (!status.equals("COMPLETED")) {
            JsonNode now = done(auditors.get("/audits/" + audit));
            status = now.path("status").asText();
            assertFalse(status.equals("FAILED") || Instant.now().isAfter(end), now::toString);
            Thread.sleep(300);
        }
        audits.put(task, audit);
    }

    private static String plan(String model, String dataset, String policy) {
        String more = Map.of(
                        "face-verification-1.0", ",\"options\":{\"target_fmr\":[0.01]},\"controls\":[\"light\"]",
                        "face-identification-1.0", ",\"options\":{\"target_fpir\":[0.1],\"rank\":[1,3]}",
                        "refusals-1.0", ",\"options\":{\"reference_distribution\":{\"man\":0.5,\"woman\":0.5}}",
                        "speech-recognition-1.0", ",\"options\":{\"examples\":5,\"normalizer\":\"whisper_en\"}")
                .getOrDefault(policy, "");
        return "{\"modelVersion\":\"%s\",\"datasetVersion\":\"%s\",\"policy\":\"%s\",\"features\":[\"sex\"]%s}"
                .formatted(model, dataset, policy, more);
    }

    private String submit(String name, String csv) throws Exception {
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        String upload = done(department.post(
                        "/uploads", "{\"name\":\"rows.csv\",\"size\":" + bytes.length + ",\"kind\":\"DATASET\"}"))
                .path("id")
                .asText();
        String digest = String.format(
                "%064x", new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(bytes)));
        done(department.send(
                "PUT",
                "/uploads/" + upload + "/pieces/0?sha256=" + digest,
                csv,
                "Content-Type",
                "application/octet-stream"));
        done(department.post("/uploads/" + upload + "/finish", "{\"sha256\":\"" + digest + "\"}"));
        String dataset = done(department.post(
                        "/datasets",
                        "{\"organization\":\"" + north.owner + "\",\"name\":\"Rows of " + name
                                + "\",\"description\":\"Made for a test\",\"upload\":\"" + upload + "\"}"))
                .path("id")
                .asText();
        Instant end = Instant.now().plus(PATIENCE);
        while (done(department.get("/dataset-versions/" + dataset))
                .path("status")
                .asText()
                .equals("PROFILING")) {
            assertTrue(Instant.now().isBefore(end), "not profiled");
            Thread.sleep(200);
        }
        return dataset;
    }

    private static JsonNode done(HttpResponse<String> answer) {
        assertEquals(2, answer.statusCode() / 100, answer.body());
        return answer.body().isEmpty() ? MissingNode.getInstance() : Ask.json(answer);
    }

    private JsonNode comparison(String task, String metric, String ofClass) {
        for (JsonNode comparison : Ask.json(auditors.get("/audits/" + audits.get(task) + "/results"))
                .path("comparisons")) {
            if (comparison.path("metric").asText().equals(metric)
                    && comparison.path("ofClass").asText().equals(ofClass)) {
                return comparison;
            }
        }
        throw new AssertionError("no " + metric + " " + ofClass);
    }

    @Test
    void eachClassIsJudgedByItsCounts() {
        JsonNode cats = comparison("MULTICLASS_CLASSIFICATION", "true_positive_rate", "cat");
        assertEquals("m", cats.path("group").path("sex").asText());
        assertEquals("DISPARITY_SHOWN", cats.path("verdict").asText(), cats::toString);
        assertEquals(
                cats.path("groupValue").asDouble(),
                cats.at("/groupCount/numerator").asDouble()
                        / cats.at("/groupCount/denominator").asDouble());
        assertEquals("newcombe", cats.at("/interval/method").asText());
        assertEquals(
                "DISPARITY_SHOWN",
                comparison("MULTICLASS_CLASSIFICATION", "accuracy", "")
                        .path("verdict")
                        .asText());
    }

    @Test
    void errorsAreJudgedByTheirRatio() {
        JsonNode errors = comparison("REGRESSION", "mean_absolute_error", "");
        assertEquals("DISPARITY_SHOWN", errors.path("verdict").asText(), errors::toString);
        assertEquals(2, errors.path("gap").asDouble(), 0.4);
        assertEquals("welch_logarithm", errors.at("/interval/method").asText());
        assertTrue(errors.path("groupCount").isMissingNode());
    }

    @Test
    void exposureIsJudgedListByList() {
        JsonNode exposure = comparison("RANKING", "exposure", "");
        assertEquals("DISPARITY_SHOWN", exposure.path("verdict").asText(), exposure::toString);
        assertEquals("w", exposure.path("group").path("sex").asText());
        assertTrue(exposure.path("gap").asDouble() > 0.05);
        assertEquals("student_t_lists", exposure.at("/interval/method").asText());
    }

    @Test
    void falseMatchesAreJudgedAtTheTargetByTheirCounts() {
        JsonNode matches = comparison("FACE_VERIFICATION", "false_match_rate", "");
        assertEquals("0.01", matches.at("/at/target_fmr").asText(), matches::toString);
        assertEquals("w", matches.path("group").path("sex").asText());
        assertEquals("DISPARITY_SHOWN", matches.path("verdict").asText(), matches::toString);
        assertEquals(
                matches.path("groupValue").asDouble(),
                matches.at("/groupCount/numerator").asDouble()
                        / matches.at("/groupCount/denominator").asDouble());
        assertTrue(
                Ask.json(auditors.get("/audits/" + audits.get("FACE_VERIFICATION") + "/results"))
                        .path("groups")
                        .toString()
                        .contains("\"light\":\"dim\""),
                "compared within the slices of the light, too");
    }

    /** The counts that the engine found stand in the views of faces, as tables and as files. */
    @Test
    void facesHaveViewsOfTheirOwn(Portal portal, Visitor amara, Visitor phone) throws SQLException {
        join(portal, "Amara%", "AUDITOR");
        amara.signIn("amara.okafor");
        phone.onPhone().speaking("zh-CN").inTheDark().signIn("amara.okafor");
        String results = "/audit/results.xhtml?id=" + audits.get("FACE_VERIFICATION") + "&feature=0&view=";
        JsonNode matches = comparison("FACE_VERIFICATION", "false_match_rate", "");
        String counted = String.format(
                Locale.ROOT,
                "%d of %,d;",
                matches.at("/groupCount/numerator").asLong(),
                matches.at("/groupCount/denominator").asLong());
        for (Visitor reader : List.of(amara, phone)) {
            for (String view : List.of("errors", "cross")) {
                Page shown = reader.open(results + view);
                assertFalse(shown.content().contains("???"), view);
                assertEquals(true, shown.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), view);
                reader.screenshot("faces-" + view + (reader == phone ? "-zh-390" : "-en"));
                reader.findsNoBarrier();
            }
        }
        for (Visitor reader : List.of(amara, phone)) {
            for (Map.Entry<String, String> view : Map.of(
                            "FACE_IDENTIFICATION", "searches", "IMAGE_GENERATION", "images")
                    .entrySet()) {
                Page shown = reader.open(
                        "/audit/results.xhtml?id=" + audits.get(view.getKey()) + "&feature=0&view=" + view.getValue());
                assertFalse(shown.content().contains("???"), view.getValue());
                assertTrue(shown.locator(".panel .stack-table tbody tr").count() > 5, view.getValue());
                assertEquals(
                        true,
                        shown.evaluate("() => document.documentElement.scrollWidth <= innerWidth"),
                        view.getValue());
                reader.screenshot("faces-" + view.getValue() + (reader == phone ? "-zh-390" : "-en"));
                reader.findsNoBarrier();
            }
        }
        Page errors = amara.open(results + "errors");
        assertTrue(errors.content().contains(counted), counted);
        assertEquals(
                1, errors.locator("h2:has-text('Detection error trade-off')").count());
        assertTrue(errors.locator("figure.plot path.p1").count() > 0, "the curve of the first group");
        assertEquals(
                9,
                errors.locator("details table tbody tr:has(th .hint)").count(),
                "three of each error, three of both");
        Page cross = amara.open(results + "cross");
        assertEquals(4, cross.locator(".cross-table td").count());
        assertEquals(
                cross.locator(".cross-table tr:nth-child(1) td:nth-child(3) b").textContent(),
                cross.locator(".cross-table tr:nth-child(2) td:nth-child(2) b").textContent(),
                "whichever side is called left");
        Object file = amara.open(results + "errors")
                .evaluate("async at => await (await fetch(at)).text()", results + "errors&file=det.csv");
        assertTrue(file.toString().startsWith("group,threshold,false_matches,impostor_pairs"), file::toString);
        for (String drawing : List.of("det", "errors", "cross")) {
            Object svg = amara.open(results + "errors")
                    .evaluate(
                            "async at => await (await fetch(at)).text()", results + "errors&file=" + drawing + ".svg");
            assertTrue(svg.toString().contains("<path"), drawing);
        }
    }

    @Test
    void wordsAreJudgedSpeakerBySpeaker() {
        JsonNode words = comparison("SPEECH_RECOGNITION", "mean_word_error_rate", "");
        assertEquals("DISPARITY_SHOWN", words.path("verdict").asText(), words::toString);
        assertEquals(0.2, Math.abs(words.path("gap").asDouble()), 0.05);
        assertEquals("student_t_lists", words.at("/interval/method").asText());
        assertTrue(words.path("groupCount").isMissingNode());
    }

    @Test
    void answersThatDatasetsBringAreJudgedForEveryTask() {
        assertEquals(
                "DISPARITY_SHOWN",
                comparison("FACE_IDENTIFICATION", "false_negative_identification_rate", "")
                        .path("verdict")
                        .asText());
        assertEquals(
                "DISPARITY_SHOWN",
                comparison("SPEECH_SYNTHESIS", "intelligibility_character_error_rate", "")
                        .path("verdict")
                        .asText());
        assertEquals(
                "DISPARITY_SHOWN",
                comparison("IMAGE_GENERATION", "refusal_rate", "")
                        .path("verdict")
                        .asText());
        JsonNode pairs = comparison("TEXT_GENERATION", "stereotype_share", "");
        assertEquals("DISPARITY_SHOWN", pairs.path("verdict").asText());
        assertEquals("newcombe", pairs.at("/interval/method").asText());
    }

    private void join(Portal portal, String name, String role) throws SQLException {
        try (Connection database = portal.database();
                Statement statement = database.createStatement();
                ResultSet person = statement.executeQuery(
                        "select distinct subject from organization_member where display_name like '" + name + "'")) {
            assertTrue(person.next(), "nobody is called so");
            north.join(north.body, person.getString(1), role);
        }
    }

    /** Judged, approved by a second person and published: the public reads numbers that are no shares of people, too. */
    @Test
    void whatIsNoShareIsPublishedToo(Portal portal, Visitor amara, Visitor tomas, Visitor reader, Visitor phone)
            throws SQLException {
        join(portal, "Amara%", "AUDITOR");
        join(portal, "Tomas%", "APPROVER");
        Auditor auditor = new Auditor(amara);
        Approver approver = new Approver(tomas);
        phone.onPhone().speaking("zh-CN").inTheDark();
        for (Map.Entry<String, String> audit : audits.entrySet()) {
            if (!List.of("MULTICLASS_CLASSIFICATION", "REGRESSION", "FACE_VERIFICATION")
                    .contains(audit.getKey())) {
                continue; // told by numbers, as the regression is
            }
            auditor.judge(audit.getValue(), "The differences are large.");
            approver.approve(audit.getValue());
            String number = approver.publish(audit.getValue(), "Of " + audit.getKey(), "What was measured.");
            for (Visitor each : List.of(reader, phone)) {
                Page page = each.open("/reports/" + number);
                assertFalse(page.content().contains("???"), number);
                assertFalse(page.content().contains("Not published, to protect"), number);
                assertEquals(true, page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), number);
                each.screenshot(
                        "task-report-" + audit.getKey().toLowerCase(Locale.ROOT).replace('_', '-')
                                + (each == phone ? "-zh-390" : "-en"));
                each.findsNoBarrier();
            }
        }
    }

    /** Every view of every task, in both languages, on both screens. */
    @Test
    void everyTaskHasItsPages(Portal portal, Visitor amara, Visitor phone) throws SQLException {
        join(portal, "Amara%", "AUDITOR");
        amara.signIn("amara.okafor");
        phone.onPhone().speaking("zh-CN").inTheDark().signIn("amara.okafor");
        for (Map.Entry<String, String> audit : audits.entrySet()) {
            String results = "/audit/results.xhtml?id=" + audit.getValue();
            String own = audit.getKey().startsWith("MULTI")
                    ? "answers"
                    : List.of("REGRESSION", "RANKING").contains(audit.getKey()) ? "spread" : "measure";
            for (String page :
                    !audit.getKey().startsWith("MULTI") && !audit.getKey().equals("RANKING")
                            ? List.of(
                                    "/audit/run.xhtml?id=" + audit.getValue(),
                                    "/audit/start.xhtml?run=" + audit.getValue(),
                                    results,
                                    results + "&feature=0&view=measure",
                                    results + "&feature=0&view=" + own,
                                    results + "&feature=1&view=conditional")
                            : List.of(results, results + "&feature=0&view=" + own)) {
                for (Visitor reader : List.of(amara, phone)) {
                    Page shown = reader.open(page);
                    String name = "task-"
                            + audit.getKey().toLowerCase(Locale.ROOT).replace('_', '-')
                            + page.replaceAll("[0-9a-f-]{36}|xhtml|id|run=", "").replaceAll("[^a-z]+", "-")
                            + (reader == phone ? "zh-390" : "en");
                    assertFalse(shown.content().contains("???"), page);
                    assertEquals(
                            true, shown.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), page);
                    reader.screenshot(name);
                    reader.findsNoBarrier();
                }
            }
        }
    }
}
