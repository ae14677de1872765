package org.aimass.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.Random;
import org.aimass.audit.TinyFiles;
import org.aimass.engine.data.Sounds;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Stack;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Speech, language models and content filters: what is special about them has a view of its own. */
@RealPortal(RealPortal.With.OWN_ORGANIZATIONS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpeechAndTextsIT {

    private final LanguageRows rows = new LanguageRows();

    /** Named by view, and those of language models by protocol. */
    private TaskAudits made;

    @BeforeAll
    void auditOneOfEach(Stack stack) throws Exception {
        made = new TaskAudits(stack);
        made.begin(
                "words",
                "SPEECH_RECOGNITION",
                rows.snippets(),
                "\"said\":\"REFERENCE\",\"heard\":\"HYPOTHESIS\",\"speaker\":\"CLUSTER\",\"seconds\":\"DURATION\",\"accent\":\"SENSITIVE\"",
                "\"policy\":\"speech-recognition-1.0\",\"features\":[\"accent\"],\"options\":{\"examples\":3,\"duration_bins\":4}");
        made.begin(
                "voices",
                "SPEECH_SYNTHESIS",
                LanguageRows.voices(),
                "\"text\":\"TEXT\",\"heard\":\"TRANSCRIPT\",\"rating\":\"RATING\",\"listener\":\"LISTENER\",\"utterance\":\"UTTERANCE\",\"voice\":\"SENSITIVE\",\"hears\":\"SENSITIVE\"",
                "\"policy\":\"voice-ratings-1.0\",\"features\":[\"voice\",\"hears\"]");
        texts(
                "pairs",
                rows.pairs(),
                "\"more\":\"MORE\",\"less\":\"LESS\",\"direction\":\"DIRECTION\"",
                "sentence-pairs-1.0");
        texts(
                "question_answering",
                LanguageRows.questions(),
                "\"label\":\"LABEL\",\"answer\":\"PREDICTION\",\"biased\":\"BIASED\",\"unknown\":\"UNKNOWN\"",
                "questions-and-answers-1.0");
        texts(
                "prompts",
                LanguageRows.prompts(),
                "\"toxic\":\"TOXIC\",\"refused\":\"REFUSED\",\"mood\":\"SENTIMENT\"",
                "toxic-answers-1.0");
        texts(
                "counterfactual",
                LanguageRows.exchanges(),
                "\"score\":\"SCORE\",\"other\":\"COUNTERFACTUAL\"",
                "counterfactual-scores-1.0");
        made.begin(
                "identities",
                "BINARY_CLASSIFICATION",
                LanguageRows.comments(),
                "\"label\":\"LABEL\",\"score\":\"SCORE\",\"about\":\"SENSITIVE\",\"long\":\"SENSITIVE\"",
                "\"policy\":\"content-filter-1.0\",\"features\":[\"about\",\"long\"],\"options\":{\"identity_features\":[\"about\"]}");
        made.await();
    }

    private void texts(String protocol, String csv, String roles, String policy) throws Exception {
        made.begin(
                protocol,
                "TEXT_GENERATION",
                csv,
                roles + ",\"about\":\"SENSITIVE\"",
                "\"policy\":\"" + policy + "\",\"features\":[\"about\"],\"options\":{\"protocol\":\"" + protocol
                        + "\"}");
    }

    private String address(String audit, String view) {
        return "/audit/results.xhtml?id=" + made.id(audit) + "&feature=0&view=" + view;
    }

    private static int status(Page page, String address) {
        return ((Number) page.evaluate("address => fetch(address).then(answer => answer.status)", address)).intValue();
    }

    @Test
    void errorsAreToldByTheirKind(Visitor amara) throws SQLException {
        made.join("Amara", "AUDITOR");
        Page page = amara.signIn("amara.okafor");
        amara.open(address("words", "words"));
        Locator kinds = page.locator("section.panel")
                .filter(new Locator.FilterOptions().setHasText("Kinds of errors"))
                .first();
        assertThat(kinds).containsText("%,d of 2,400".formatted(rows.substitutions));
        assertThat(kinds).containsText("48 of 2,400");
        assertThat(page.locator("main")).containsText("Southern against Northern");
        assertThat(page.locator("main")).containsText("within 4 bins");
        String csv = TwoScreens.file(page, address("words", "words") + "&file=words.csv");
        assertTrue(csv.contains("substitution_rate,Northern") && csv.contains("speakers,Northern,,,,24.0"), csv);
        assertTrue(TwoScreens.file(page, address("words", "words") + "&file=words.svg")
                .contains("<svg"));
    }

    @Test
    void snippetsAreForThoseWhoMaySeeRows(Visitor amara, Visitor tomas) throws SQLException {
        made.join("Amara", "AUDITOR");
        made.join("Tomas", "APPROVER");
        Page page = amara.signIn("amara.okafor");
        amara.open(address("words", "snippets"));
        assertThat(page.locator("ol.snippets > li")).hasCount(3);
        assertThat(page.locator("ol.snippets del.said").first()).containsText("word");
        assertThat(page.locator("ol.snippets ins.heard").first()).containsText("bird");
        assertTrue(TwoScreens.file(page, address("words", "snippets") + "&file=snippets.csv")
                .contains("bird"));
        amara.open(address("question_answering", "quotes"));
        page.locator("details summary").getByText("which may be offensive").click();
        assertThat(page.locator(".quotes tbody tr").first()).containsText("Right answer");
        amara.open(address("counterfactual", "quotes"));
        page.locator("details summary").getByText("which may be offensive").click();
        assertThat(page.locator(".quotes thead")).containsText("After the exchange");
        assertThat(page.locator(".quotes tbody tr").first()).containsText("gap");
        Page closed = tomas.signIn("tomas.lind");
        tomas.open(address("words", "snippets"));
        assertThat(closed.locator("main")).containsText("you may not see its rows");
        assertFalse(closed.content().contains("bird"));
        assertEquals(404, status(closed, address("words", "snippets") + "&file=snippets.csv"));
        assertEquals(404, status(closed, address("words", "snippets") + "&file=outcome.json"));
        assertEquals(200, status(closed, address("words", "words") + "&file=words.csv"));
    }

    @Test
    void preferencesOfAModelStandBesideWhatCriticsSay(Visitor amara, Visitor phone) throws SQLException {
        made.join("Amara", "AUDITOR");
        Page page = amara.signIn("amara.okafor");
        amara.open(address("pairs", "texts"));
        assertThat(page.locator("main")).containsText("%d of 300".formatted(rows.stereotypes));
        assertThat(page.locator("main")).containsText("%d of 300".formatted(rows.ties));
        assertThat(page.locator(".benchmark-notes")).containsText("The authors of CrowS-Pairs strongly caution");
        phone.onPhone().speaking("zh-CN").signIn("amara.okafor");
        Page chinese = phone.open(address("pairs", "judged"));
        assertThat(chinese.locator(".benchmark-notes")).containsText("CrowS-Pairs 的作者强烈告诫");
        assertThat(chinese.locator(".benchmark-notes")).containsText("Blodgett et al.");
    }

    /** The figures at the top name both contexts of questions, each once. */
    @Test
    void bothContextsStandAtTheTop(Visitor amara) throws SQLException {
        made.join("Amara", "AUDITOR");
        Page page = amara.signIn("amara.okafor");
        amara.open(address("question_answering", "texts"));
        assertThat(page.locator("dl.figures > div > dt")).hasText(new String[] {
            "Right answers (BBQ), ambiguous questions",
            "Bias score (BBQ), ambiguous questions",
            "Right answers (BBQ), disambiguated questions",
            "Bias score (BBQ), disambiguated questions"
        });
    }

    /** A browser gets what the engine wrote anew, and only who may see rows. */
    @Test
    void recordingsAreForThoseWhoMaySeeRows(Visitor amara, Visitor phone, Visitor tomas) throws Exception {
        made.join("Amara", "AUDITOR");
        made.join("Tomas", "APPROVER");
        byte[] own = Sounds.flac(24_000, new Random(12).ints(48_000, -900, 900).toArray());
        byte[] recordings = new TinyFiles()
                .rows("manifest.csv", "clip,said\none.flac,good morning\n")
                .file("one.flac", own)
                .zip();
        String dataset = made.submit("Recordings of a test", "recordings.zip", recordings);
        String preview = "/dataset/preview.xhtml?id=" + dataset;
        new TwoScreens(amara, phone).signedIn("amara.okafor").look(preview, "view-recordings", shown -> assertThat(
                        shown.locator("audio"))
                .hasCount(1));
        Page page = amara.page();
        String sound = page.locator("audio").getAttribute("src");
        assertEquals(
                "audio/wav RIFF " + (44 + 2 * 2 * 16_000),
                page.evaluate(
                        "address => fetch(address).then(async answer => { const bytes = new Uint8Array(await answer.arrayBuffer());"
                                + " return answer.headers.get('content-type').split(';')[0] + ' ' + String.fromCharCode(...bytes.slice(0, 4))"
                                + " + ' ' + bytes.length; })",
                        sound));
        page.evaluate("() => { const it = document.querySelector('audio'); it.preload = 'auto'; it.load(); }");
        page.waitForFunction("() => Math.abs(document.querySelector('audio').duration - 2) < 0.01");
        assertEquals(404, status(page, sound.replace("row=1", "row=21")));
        assertEquals(404, status(page, sound.replace("column=0", "column=1")));
        assertEquals(404, status(tomas.signIn("tomas.lind"), sound));
    }

    /** In both languages, on both screens. */
    @Test
    void everyViewIsThere(Visitor amara, Visitor phone) throws SQLException {
        made.join("Amara", "AUDITOR");
        TwoScreens screens = new TwoScreens(amara, phone).signedIn("amara.okafor");
        for (String audit : made.ids().keySet()) {
            look(screens, audit, audit.matches("words|voices|identities") ? audit : "texts", "");
        }
        look(screens, "words", "snippets", "-snippets");
    }

    private void look(TwoScreens screens, String audit, String view, String picture) {
        screens.look(address(audit, view), "view-" + audit.replace('_', '-') + picture, page -> assertThat(
                        page.locator("nav.viewnav a[aria-current]"))
                .hasCount(1));
    }
}
