package org.aimass.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.GraphProto;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.aimass.engine.inference.Onnx;
import org.aimass.engine.inference.TextNets;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Stack;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.Test;

/**
 * A language model that answers prompts in its own words, and a closed one whose answers a dataset brings; a registered classifier judges
 * both, and is audited itself where names are exchanged. Behind "a" comes " b", which is toxic, and then the end; behind "b" nothing but blanks.
 */
@RealPortal(RealPortal.With.OWN_ORGANIZATIONS)
class TextFilesIT {

    private static final String AMARA = "5b0a6a1e-0001-4000-8000-000000000001";
    private static final float[] LOGITS = {
        0, 1, 2, 5, 4, 0, //
        1, 2, 7, 3, 4, 5, //
        0, 2, 8, 3, 4, 5, //
        0, 1, 2, 3, 6, 5, //
        6, 1, 2, 3, 4, 5, //
        0, 1, 2, 3, 8, 5
    };
    private static final String PLAN = "\"policy\":\"toxic-answers-1.0\",\"features\":[\"who\"],%s"
            + "\"options\":{\"protocol\":\"prompts\",\"max_new_tokens\":4%s}";

    /** The first row of 6 in every 60 of u, of 40 in every 60 of v. */
    private static String rows(String head, String one, String other) {
        StringBuilder rows = new StringBuilder(head).append('\n');
        for (int i = 0; i < 120; i++) {
            boolean u = i < 60;
            rows.append(i % 60 < (u ? 6 : 40) ? one : other).append(u ? ",u\n" : ",v\n");
        }
        return rows.toString();
    }

    private static void is(FileAudits audits, String audit, String metric, String who, int numerator) {
        JsonNode found = audits.measured(audit, metric, "who", who);
        assertEquals(
                numerator + " of 60",
                found.path("numerator").asInt() + " of "
                        + found.path("denominator").asInt(),
                () -> metric + " of " + who + ": " + found);
    }

    @Test
    void answersAreJudgedByAClassifier(Stack stack, Visitor amara, Visitor phone, Visitor tomas) throws Exception {
        FileAudits audits = new FileAudits(stack.portal(), stack.programs());
        audits.north.join(audits.north.body, AMARA, "AUDITOR");
        String judge = audits.model(
                "BINARY_CLASSIFICATION",
                "Judge",
                Onnx.model(TextNets.lookup(0.25f, List.of("rude", " b"), new float[] {0.75f, 0.5f}, -1, 1))
                        .toByteArray(),
                "");
        String tokenizer =
                audits.upload("COMPANION", "tokenizer.json", TextNets.TOKENIZER.getBytes(StandardCharsets.UTF_8));
        String language = audits.model(
                "TEXT_GENERATION",
                "Words",
                Onnx.model(TextNets.language(6, LOGITS)).toByteArray(),
                "\"tokenizer\":\"" + tokenizer + "\",\"settings\":{\"text\":{\"end\":\"</s>\"}}");
        String prompts = audits.dataset(
                "prompts.csv", rows("asked,who", "a", "b"), Map.of("asked", "PROMPT", "who", "SENSITIVE"));
        demandsAJudge(audits, language, prompts);
        String own = audits.audit(
                language, prompts, PLAN.formatted("\"evaluator\":\"" + judge + "\",", ",\"refusal_phrases\":[\"B\"]"));
        is(audits, own, "toxicity_rate", "u", 6);
        is(audits, own, "toxicity_rate", "v", 40);
        is(audits, own, "refusal_rate", "u", 6);
        exchangesNames(audits, judge);
        answersQuestions(audits, language);

        String closed = audits.closed("TEXT_GENERATION", "Closed");
        String answers = audits.dataset(
                "answers.csv",
                rows("asked,answer,who", "p,rude", "p,Sorry <b>no</b>"),
                Map.of("asked", "PROMPT", "answer", "ANSWER", "who", "SENSITIVE"));
        amara.signIn("amara.okafor");
        String mood = audits.model(
                "REGRESSION",
                "Mood",
                Onnx.model(TextNets.lookup(0.25f, List.of("rude"), new float[] {-1}, -1, 1))
                        .toByteArray(),
                "");
        String given = startInTheForm(amara, closed, answers, wordy(audits), mood);
        audits.completed(given);
        assertEquals(
                -35 / 60.0,
                audits.measured(given, "mean_sentiment", "who", "v")
                        .path("value")
                        .asDouble(),
                1e-12);
        is(audits, given, "toxicity_rate", "v", 40);
        is(audits, given, "refusal_rate", "u", 54);

        phone.onPhone().speaking("zh-CN").inTheDark().signIn("amara.okafor");
        for (Visitor reader : List.of(amara, phone)) {
            String screen = reader == amara ? "en" : "zh-390";
            looks(reader, "/audit/results.xhtml?id=" + own, "texts-judged-" + screen);
            looks(reader, "/audit/results.xhtml?id=" + given + "&view=texts", "texts-of-judged-" + screen);
            looks(reader, "/audit/run.xhtml?id=" + own, "texts-run-" + screen);
            looks(reader, quotes(given) + "&page=3", "texts-quoted-" + screen);
        }
        quotesForThoseWhoMaySeeRows(amara, given);
        audits.north.join(audits.north.body, person(stack, "Tomas"), "APPROVER");
        tomas.signIn("tomas.lind");
        noQuotesForOthers(tomas, given);
        assertFalse(audits.results(given).toString().contains("rude"));
    }

    /** "rude" is scored 0.75 and all else 0.25. */
    private static void exchangesNames(FileAudits audits, String classifier) throws InterruptedException {
        String texts = audits.dataset(
                "names.csv",
                rows("own,other,who", "rude,calm", "calm,mild"),
                Map.of("own", "TEXT", "other", "EXCHANGED", "who", "SENSITIVE"));
        String audit = audits.audit(
                classifier, texts, "\"policy\":\"counterfactual-scores-1.0\",\"features\":[\"who\"],\"threshold\":0.5");
        is(audits, audit, "flip_rate", "u", 6);
        is(audits, audit, "flip_rate", "v", 40);
        assertEquals(
                3 / 60.0,
                audits.measured(audit, "counterfactual_gap", "who", "u")
                        .path("value")
                        .asDouble(),
                1e-12);
    }

    /** Asked "a" it says "b", which is right where nothing is known; asked "b" it says nothing, which is none of the answers. */
    private static void answersQuestions(FileAudits audits, String language) throws InterruptedException {
        String questions = audits.dataset(
                "questions.csv",
                rows("asked,right,biased,unknown,who", "a,b,x,b", "b,c,x,c"),
                Map.of(
                        "asked",
                        "PROMPT",
                        "right",
                        "LABEL",
                        "biased",
                        "BIASED",
                        "unknown",
                        "UNKNOWN",
                        "who",
                        "SENSITIVE"));
        String audit = audits.audit(
                language,
                questions,
                "\"policy\":\"questions-and-answers-1.0\",\"features\":[\"who\"],\"options\":{\"protocol\":\"question_answering\","
                        + "\"answering\":\"greedy\",\"max_new_tokens\":3}");
        is(audits, audit, "bbq_accuracy", "u", 6);
        is(audits, audit, "unmatched_rate", "v", 20);
    }

    private static String quotes(String audit) {
        return "/audit/results.xhtml?id=" + audit + "&view=quotes";
    }

    private static String person(Stack stack, String name) throws SQLException {
        try (Connection database = stack.portal().database();
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(
                        "select distinct subject from organization_member where display_name like '" + name + " %'")) {
            assertTrue(found.next(), name);
            return found.getString(1);
        }
    }

    /** The 46 toxic first, then 14 refusals, in pages of 20; not in sight until they are asked for, and nothing but text. */
    private static void quotesForThoseWhoMaySeeRows(Visitor amara, String audit) {
        Page page = looks(amara, quotes(audit), "texts-quotes-closed-en");
        assertThat(page.locator("bdi.quoted").first()).isHidden();
        page.locator("summary", new Page.LocatorOptions().setHasText("60 quoted texts"))
                .click();
        assertThat(page.locator("bdi.quoted").getByText("rude", new Locator.GetByTextOptions().setExact(true)))
                .hasCount(20);
        page.locator("nav.pager a", new Page.LocatorOptions().setHasText("3")).click();
        assertThat(page.locator(".quotes tbody tr").last()).containsText("Sorry <b>no</b>");
        page.locator(".quotes thead a", new Page.LocatorOptions().setHasText("Row"))
                .click();
        assertThat(page.locator(".quotes tbody th").first()).hasText("Row 2");
        assertEquals(200, status(page, quotes(audit) + "&file=quotes.json"));
        assertEquals(200, status(page, quotes(audit) + "&file=outcome.json"));
    }

    private static void noQuotesForOthers(Visitor tomas, String audit) {
        Page page = tomas.open(quotes(audit));
        assertThat(page.locator("main")).containsText("you may not see its rows");
        assertFalse(page.content().contains("rude"));
        for (String file : List.of("quotes.csv", "quotes.json", "outcome.json")) {
            assertEquals(404, status(page, quotes(audit) + "&file=" + file), file);
        }
    }

    private static int status(Page page, String address) {
        return ((Number) page.evaluate("address => fetch(address).then(answer => answer.status)", address)).intValue();
    }

    /** Without a judge nothing can be measured; phrases say something of answers alone, which a table of prompts does not have. */
    private static void demandsAJudge(FileAudits audits, String language, String prompts) throws Exception {
        assertRefused("evaluator", audits, language, prompts, PLAN.formatted("", ""));
        assertRefused(
                "evaluator", audits, language, prompts, PLAN.formatted("\"evaluator\":\"" + language + "\",", ""));
        assertRefused(
                "options.refusal_phrases",
                audits,
                language,
                prompts,
                PLAN.formatted("", ",\"refusal_phrases\":[\"" + "x".repeat(201) + "\"]"));
    }

    private static void assertRefused(String field, FileAudits audits, String model, String dataset, String plan) {
        HttpResponse<String> answer = audits.auditors.post(
                "/audits", "{\"modelVersion\":\"%s\",\"datasetVersion\":\"%s\",%s}".formatted(model, dataset, plan));
        assertEquals(422, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"" + field + "\""), answer.body());
    }

    /** A judge that calls "rude" vile, and says nothing of anything else. */
    private static String wordy(FileAudits audits) throws InterruptedException {
        GraphProto.Builder words = GraphProto.newBuilder()
                .addInput(Onnx.value("text", Onnx.STRING, -1))
                .addOutput(Onnx.value("label", Onnx.STRING, -1))
                .addNode(Onnx.ml("LabelEncoder", List.of("text"), List.of("label"))
                        .addAttribute(Onnx.textsAttribute("keys_strings", "rude"))
                        .addAttribute(Onnx.textsAttribute("values_strings", "vile"))
                        .addAttribute(Onnx.attribute("default_string", "none")));
        return audits.model(
                "MULTICLASS_CLASSIFICATION", "Wordy", Onnx.model(words).toByteArray(), "");
    }

    /** The form asks which word of the judge means toxic, and repeats it when the plan is run again. */
    private static String startInTheForm(Visitor amara, String model, String dataset, String judge, String mood) {
        String start = "/audit/start.xhtml?model=" + model + "&dataset=" + dataset;
        Page form = looks(amara, start, "texts-start-en");
        form.locator("input[value='toxic-answers-1.0']").check();
        form.locator("[id='plan:start']").click();
        assertThat(form.getByText("Choose the model that judges the answers").first())
                .isVisible();
        amara.screenshot("texts-start-refused-en");
        form.locator("[id='plan:evaluator']").selectOption(new SelectOption().setValue(judge));
        form.locator("textarea[id$='lines']").fill("sorry\nI cannot");
        form.getByLabel("Worst cases to quote").fill("60");
        form.locator("[id='plan:sentiment']").selectOption(new SelectOption().setValue(mood));
        form.locator("[id='plan:start']").click();
        assertThat(form.getByText("It is not clear which answer of the model").first())
                .isVisible();
        form.locator("[id='plan:toxicLabel']").fill("vile");
        form.locator("[id='plan:start']").click();
        form.waitForURL("**/audit/run.xhtml?id=*");
        String audit = form.url().replaceAll(".*id=", "");
        Page again = amara.open("/audit/start.xhtml?run=" + audit);
        assertThat(again.locator("[id='plan:toxicLabel']")).hasValue("vile");
        assertThat(again.locator("[id='plan:evaluator']")).hasValue(judge);
        assertThat(again.locator("[id='plan:sentiment']")).hasValue(mood);
        return audit;
    }

    private static Page looks(Visitor reader, String address, String picture) {
        Page page = reader.open(address);
        assertFalse(page.content().contains("???"), address);
        assertEquals(true, page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), address);
        reader.screenshot(picture);
        reader.findsNoBarrier();
        return page;
    }
}
