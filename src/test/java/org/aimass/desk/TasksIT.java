package org.aimass.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.aimass.api.Ask;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Stack;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Models that do not tell two apart: registered, measured, judged by their own policies, and shown. */
@RealPortal(RealPortal.With.OWN_ORGANIZATIONS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TasksIT {

    private TaskAudits made;

    @BeforeAll
    void auditOneOfEach(Stack stack) throws Exception {
        made = new TaskAudits(stack);
        begin(
                "MULTICLASS_CLASSIFICATION",
                TaskRows.classes(),
                "\"label\":\"LABEL\",\"answer\":\"PREDICTION\"",
                "multiclass-parity-1.0");
        begin(
                "REGRESSION",
                TaskRows.numbers(),
                "\"label\":\"LABEL\",\"answer\":\"PREDICTION\"",
                "regression-parity-1.0");
        begin(
                "RANKING",
                TaskRows.lists(),
                "\"list\":\"QUERY\",\"label\":\"LABEL\",\"answer\":\"PREDICTION\"",
                "ranking-exposure-1.0");
        begin(
                "FACE_VERIFICATION",
                TaskRows.pairs(),
                "\"same\":\"LABEL\",\"score\":\"SCORE\",\"light\":\"CONTROL\",\"a\":\"GROUP_LEFT\",\"b\":\"GROUP_RIGHT\"",
                "face-verification-1.0",
                ",\"options\":{\"target_fmr\":[0.01]},\"controls\":[\"light\"]");
        begin(
                "FACE_IDENTIFICATION",
                TaskRows.searches(),
                "\"probe\":\"PROBE\",\"identity\":\"IDENTITY\",\"candidate\":\"CANDIDATE\",\"score\":\"SCORE\","
                        + "\"rank\":\"RANK\"",
                "face-identification-1.0",
                ",\"options\":{\"target_fpir\":[0.1],\"rank\":[1,3]}");
        begin(
                "IMAGE_GENERATION",
                TaskRows.pictures(),
                "\"f1\":\"FEATURE\",\"f2\":\"FEATURE\",\"made\":\"GENERATED\",\"refused\":\"REFUSED\","
                        + "\"seen\":\"ATTRIBUTE\",\"s1\":\"SOURCE\",\"s2\":\"SOURCE\",\"o1\":\"OUTPUT\","
                        + "\"o2\":\"OUTPUT\",\"tone\":\"SOURCE_TONE\",\"tone_after\":\"OUTPUT_TONE\"",
                "refusals-1.0",
                ",\"options\":{\"reference_distribution\":{\"man\":0.5,\"woman\":0.5}}");
        begin(
                "SPEECH_RECOGNITION",
                TaskRows.snippets(),
                "\"said\":\"REFERENCE\",\"heard\":\"HYPOTHESIS\",\"speaker\":\"CLUSTER\"",
                "speech-recognition-1.0",
                ",\"options\":{\"examples\":5,\"normalizer\":\"whisper_en\"}");
        begin(
                "SPEECH_SYNTHESIS",
                TaskRows.voices(),
                "\"text\":\"TEXT\",\"heard\":\"TRANSCRIPT\"",
                "voice-intelligibility-1.0");
        begin("TEXT_GENERATION", TaskRows.sentences(), "\"more\":\"MORE\",\"less\":\"LESS\"", "sentence-pairs-1.0");
        made.await();
    }

    private void begin(String task, String csv, String roles, String policy) throws InterruptedException {
        begin(task, csv, roles, policy, "");
    }

    /** By its own policy, after that of another task was refused. */
    private void begin(String task, String csv, String roles, String policy, String more) throws InterruptedException {
        String model = made.model(task, "Of " + task);
        String dataset = made.submit("Rows of " + task, csv, roles + ",\"sex\":\"SENSITIVE\"");
        JsonNode wrong = Ask.json(made.start(model, dataset, plan("four-fifths-1.0", "")));
        assertEquals("policy", wrong.path("field").asText(), wrong::toString);
        made.begin(task, model, dataset, plan(policy, more));
    }

    private static String plan(String policy, String more) {
        return "\"policy\":\"%s\",\"features\":[\"sex\"]%s".formatted(policy, more);
    }

    private JsonNode comparison(String task, String metric) {
        return comparison(task, metric, "");
    }

    private JsonNode comparison(String task, String metric, String ofClass) {
        return made.comparison(
                task, metric, each -> each.path("ofClass").asText().equals(ofClass));
    }

    private void isShown(String task, String metric) {
        JsonNode comparison = comparison(task, metric);
        assertEquals("DISPARITY_SHOWN", comparison.path("verdict").asText(), comparison::toString);
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
        isShown("MULTICLASS_CLASSIFICATION", "accuracy");
    }

    @Test
    void errorsAreJudgedByTheirRatio() {
        JsonNode errors = comparison("REGRESSION", "mean_absolute_error");
        assertEquals("DISPARITY_SHOWN", errors.path("verdict").asText(), errors::toString);
        assertEquals(2, errors.path("gap").asDouble(), 0.4);
        assertEquals("welch_logarithm", errors.at("/interval/method").asText());
        assertTrue(errors.path("groupCount").isMissingNode());
    }

    @Test
    void exposureIsJudgedListByList() {
        JsonNode exposure = comparison("RANKING", "exposure");
        assertEquals("DISPARITY_SHOWN", exposure.path("verdict").asText(), exposure::toString);
        assertEquals("w", exposure.path("group").path("sex").asText());
        assertTrue(exposure.path("gap").asDouble() > 0.05);
        assertEquals("student_t_lists", exposure.at("/interval/method").asText());
    }

    @Test
    void falseMatchesAreJudgedAtTheTargetByTheirCounts() {
        JsonNode matches = comparison("FACE_VERIFICATION", "false_match_rate");
        assertEquals("0.01", matches.at("/at/target_fmr").asText(), matches::toString);
        assertEquals("w", matches.path("group").path("sex").asText());
        assertEquals("DISPARITY_SHOWN", matches.path("verdict").asText(), matches::toString);
        assertEquals(
                matches.path("groupValue").asDouble(),
                matches.at("/groupCount/numerator").asDouble()
                        / matches.at("/groupCount/denominator").asDouble());
        assertTrue(
                made.results("FACE_VERIFICATION").path("groups").toString().contains("\"light\":\"dim\""),
                "compared within the slices of the light, too");
    }

    /** The counts that the engine found stand in the views of faces, as tables and as files. */
    @Test
    void facesHaveViewsOfTheirOwn(Visitor amara, Visitor phone) throws SQLException, IOException {
        made.join("Amara", "AUDITOR");
        TwoScreens screens = new TwoScreens(amara, phone).signedIn("amara.okafor");
        String results = "/audit/results.xhtml?id=" + made.id("FACE_VERIFICATION") + "&feature=0&view=";
        for (String view : List.of("errors", "cross")) {
            screens.look(results + view, "faces-" + view);
        }
        Map.of("FACE_IDENTIFICATION", "searches", "IMAGE_GENERATION", "images")
                .forEach((task, view) -> screens.look(
                        "/audit/results.xhtml?id=" + made.id(task) + "&feature=0&view=" + view,
                        "faces-" + view,
                        shown -> assertTrue(
                                shown.locator(".panel .stack-table tbody tr").count() > 5, view)));
        JsonNode matches = comparison("FACE_VERIFICATION", "false_match_rate");
        String counted = String.format(
                Locale.ROOT,
                "%d of %,d;",
                matches.at("/groupCount/numerator").asLong(),
                matches.at("/groupCount/denominator").asLong());
        Page cross = amara.open(results + "cross");
        assertEquals(4, cross.locator(".cross-table td").count());
        assertEquals(
                cross.locator(".cross-table tr:nth-child(1) td:nth-child(3) b").textContent(),
                cross.locator(".cross-table tr:nth-child(2) td:nth-child(2) b").textContent(),
                "whichever side is called left");
        Page errors = amara.open(results + "errors");
        Locator drawn = errors.locator("section.panel:has(figure)");
        amara.picture("faces", drawn.first(), drawn.last());
        assertTrue(errors.content().contains(counted), counted);
        assertEquals(
                1, errors.locator("h2:has-text('Detection error trade-off')").count());
        assertTrue(errors.locator("figure.plot path.p1").count() > 0, "the curve of the first group");
        assertEquals(
                9,
                errors.locator("details table tbody tr:has(th .hint)").count(),
                "three of each error, three of both");
        String table = TwoScreens.file(errors, results + "errors&file=det.csv");
        assertTrue(table.startsWith("group,threshold,false_matches,impostor_pairs"), table);
        for (String drawing : List.of("det", "errors", "cross")) {
            String svg = TwoScreens.file(errors, results + "errors&file=" + drawing + ".svg");
            assertTrue(svg.contains("<path"), drawing);
        }
    }

    @Test
    void wordsAreJudgedSpeakerBySpeaker() {
        JsonNode words = comparison("SPEECH_RECOGNITION", "mean_word_error_rate");
        assertEquals("DISPARITY_SHOWN", words.path("verdict").asText(), words::toString);
        assertEquals(0.2, Math.abs(words.path("gap").asDouble()), 0.05);
        assertEquals("student_t_lists", words.at("/interval/method").asText());
        assertTrue(words.path("groupCount").isMissingNode());
    }

    @Test
    void answersThatDatasetsBringAreJudgedForEveryTask() {
        isShown("FACE_IDENTIFICATION", "false_negative_identification_rate");
        isShown("SPEECH_SYNTHESIS", "intelligibility_character_error_rate");
        isShown("IMAGE_GENERATION", "refusal_rate");
        isShown("TEXT_GENERATION", "stereotype_share");
        assertEquals(
                "newcombe",
                comparison("TEXT_GENERATION", "stereotype_share")
                        .at("/interval/method")
                        .asText());
    }

    /** Judged, approved by a second person and published: the public reads numbers that are no shares of people, too. */
    @Test
    void whatIsNoShareIsPublishedToo(Visitor amara, Visitor tomas, Visitor reader, Visitor phone) throws SQLException {
        made.join("Amara", "AUDITOR");
        made.join("Tomas", "APPROVER");
        Auditor auditor = new Auditor(amara);
        Approver approver = new Approver(tomas);
        TwoScreens everybody = new TwoScreens(reader, phone);
        for (String task : List.of("MULTICLASS_CLASSIFICATION", "REGRESSION", "FACE_VERIFICATION")) {
            auditor.judge(made.id(task), "The differences are large.");
            approver.approve(made.id(task));
            String number = approver.publish(made.id(task), "Of " + task, "What was measured.");
            everybody.look(
                    "/reports/" + number,
                    "task-report-" + name(task),
                    page -> assertFalse(page.content().contains("Not published, to protect"), number));
        }
    }

    /** Every view of every task, in both languages, on both screens. */
    @Test
    void everyTaskHasItsPages(Visitor amara, Visitor phone) throws SQLException {
        made.join("Amara", "AUDITOR");
        TwoScreens screens = new TwoScreens(amara, phone).signedIn("amara.okafor");
        made.ids().forEach((task, audit) -> {
            for (String page : pages(task, audit)) {
                screens.look(
                        page,
                        "task-" + name(task)
                                + page.replaceAll("[0-9a-f-]{36}|xhtml|id|run=", "")
                                        .replaceAll("[^a-z]+", "-"));
            }
        });
    }

    private static List<String> pages(String task, String audit) {
        String results = "/audit/results.xhtml?id=" + audit;
        if (task.startsWith("MULTI")) {
            return List.of(results, results + "&feature=0&view=answers");
        }
        if (task.equals("RANKING")) {
            return List.of(results, results + "&feature=0&view=spread");
        }
        Stream<String> own = Stream.of("spread").filter(view -> task.equals("REGRESSION"));
        return Stream.concat(
                        Stream.of(
                                "/audit/run.xhtml?id=" + audit,
                                "/audit/start.xhtml?run=" + audit,
                                results,
                                results + "&feature=0&view=measure",
                                results + "&feature=1&view=conditional"),
                        own.map(view -> results + "&feature=0&view=" + view))
                .toList();
    }

    private static String name(String task) {
        return task.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
