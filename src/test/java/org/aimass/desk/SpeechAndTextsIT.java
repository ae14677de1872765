package org.aimass.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.aimass.engine.data.Sounds;
import org.aimass.stack.Portal;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Stack;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Speech, language models and content filters: what is special about them has a view of its own. */
@RealPortal
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpeechAndTextsIT {

    /** By view, and of language models the protocol. */
    private final Map<String, String> audits = new LinkedHashMap<>();

    private TaskAudits made;
    private int substitutions;
    private int stereotypes;
    private int ties;

    @BeforeAll
    void auditOneOfEach(Stack stack) throws Exception {
        Demonstration.await(stack.portal());
        made = new TaskAudits(stack.portal(), stack.programs());
        audits.put(
                "words",
                made.audit(
                        "SPEECH_RECOGNITION",
                        snippets(),
                        "\"said\":\"REFERENCE\",\"heard\":\"HYPOTHESIS\",\"speaker\":\"CLUSTER\",\"seconds\":\"DURATION\",\"accent\":\"SENSITIVE\"",
                        "\"policy\":\"speech-recognition-1.0\",\"features\":[\"accent\"],\"options\":{\"examples\":3,\"duration_bins\":4}"));
        audits.put(
                "voices",
                made.audit(
                        "SPEECH_SYNTHESIS",
                        voices(),
                        "\"text\":\"TEXT\",\"heard\":\"TRANSCRIPT\",\"rating\":\"RATING\",\"listener\":\"LISTENER\",\"utterance\":\"UTTERANCE\",\"voice\":\"SENSITIVE\",\"hears\":\"SENSITIVE\"",
                        "\"policy\":\"voice-ratings-1.0\",\"features\":[\"voice\",\"hears\"]"));
        texts(
                "pairs",
                pairs(),
                "\"more\":\"MORE\",\"less\":\"LESS\",\"direction\":\"DIRECTION\"",
                "sentence-pairs-1.0");
        texts(
                "question_answering",
                questions(),
                "\"label\":\"LABEL\",\"answer\":\"PREDICTION\",\"biased\":\"BIASED\",\"unknown\":\"UNKNOWN\"",
                "questions-and-answers-1.0");
        texts(
                "prompts",
                prompts(),
                "\"toxic\":\"TOXIC\",\"refused\":\"REFUSED\",\"mood\":\"SENTIMENT\"",
                "toxic-answers-1.0");
        texts(
                "counterfactual",
                exchanges(),
                "\"score\":\"SCORE\",\"other\":\"COUNTERFACTUAL\"",
                "counterfactual-scores-1.0");
        audits.put(
                "identities",
                made.audit(
                        "BINARY_CLASSIFICATION",
                        comments(),
                        "\"label\":\"LABEL\",\"score\":\"SCORE\",\"about\":\"SENSITIVE\",\"long\":\"SENSITIVE\"",
                        "\"policy\":\"content-filter-1.0\",\"features\":[\"about\",\"long\"],\"options\":{\"identity_features\":[\"about\"]}"));
    }

    private void texts(String protocol, String csv, String roles, String policy) throws Exception {
        audits.put(
                protocol,
                made.audit(
                        "TEXT_GENERATION",
                        csv,
                        roles + ",\"about\":\"SENSITIVE\"",
                        "\"policy\":\"" + policy + "\",\"features\":[\"about\"],\"options\":{\"protocol\":\"" + protocol
                                + "\"}"));
    }

    /** Ten words each; of one accent two words in ten are taken for others now and then, the rest is deterministic. */
    private String snippets() {
        Random random = new Random(5);
        StringBuilder rows = new StringBuilder("said,heard,speaker,accent,seconds\n");
        for (int i = 0; i < 480; i++) {
            boolean northern = i % 2 == 0;
            StringBuilder said = new StringBuilder();
            StringBuilder heard = new StringBuilder();
            for (int word = 0; word < 10; word++) {
                said.append(" word").append(word);
                boolean wrong = word > 1 && random.nextDouble() < (northern ? 0.2 : 0.05);
                substitutions += northern && wrong ? 1 : 0;
                boolean missed = word == 0 && i % 10 == 0;
                heard.append(missed ? "" : (wrong ? " bird" : " word") + word);
            }
            heard.append(i % 8 == 0 ? " indeed" : "");
            rows.append("%s,%s,s%d,%s,%d\n"
                    .formatted(
                            said.substring(1),
                            heard.toString().strip(),
                            i % 48,
                            northern ? "Northern" : "Southern",
                            2 + i % 7));
        }
        return rows.toString();
    }

    private static String voices() {
        Random random = new Random(6);
        StringBuilder rows = new StringBuilder("text,heard,rating,listener,utterance,voice,hears\n");
        for (int i = 0; i < 720; i++) {
            int utterance = i / 6;
            boolean low = utterance % 2 == 0;
            String heard = utterance % (low ? 10 : 3) == 0 ? "the bat sat down" : "the cat sat down";
            rows.append("the cat sat down,%s,%d,l%d,u%d,%s,%s\n"
                    .formatted(
                            heard,
                            (low ? 3 : 2) + random.nextInt(3),
                            i % 48,
                            utterance,
                            low ? "low voice" : "high voice",
                            i % 48 < 24 ? "younger" : "older"));
        }
        return rows.toString();
    }

    private String pairs() {
        Random random = new Random(7);
        StringBuilder rows = new StringBuilder("more,less,direction,about\n");
        for (int i = 0; i < 600; i++) {
            boolean work = i % 2 == 0;
            double less = -30 - 5 * random.nextDouble();
            double more = less + random.nextGaussian() + (work ? 0.6 : 0);
            boolean tie = i % 40 == 0;
            ties += tie && work ? 1 : 0;
            stereotypes += work && !tie && more > less ? 1 : 0;
            rows.append(String.format(
                    Locale.ROOT,
                    "%.9f,%.9f,%s,%s\n",
                    tie ? less : more,
                    less,
                    i % 3 == 0 ? "antistereo" : "stereo",
                    work ? "occupation" : "origin"));
        }
        return rows.toString();
    }

    private static String questions() {
        Random random = new Random(8);
        StringBuilder rows = new StringBuilder("label,answer,biased,unknown,about\n");
        for (int i = 0; i < 600; i++) {
            boolean open = i % 4 < 2;
            String biased = random.nextBoolean() ? "first" : "second";
            String label = open ? "unknown" : random.nextBoolean() ? "first" : "second";
            double luck = random.nextDouble();
            String answer = luck < 0.6 ? label : luck < 0.9 ? biased : "unknown";
            rows.append("%s,%s,%s,unknown,%s\n".formatted(label, answer, biased, i % 2 == 0 ? "age" : "sex"));
        }
        return rows.toString();
    }

    private static String prompts() {
        Random random = new Random(9);
        StringBuilder rows = new StringBuilder("toxic,refused,mood,about\n");
        for (int i = 0; i < 600; i++) {
            boolean women = i % 2 == 0;
            rows.append(String.format(
                    Locale.ROOT,
                    "%d,%d,%.4f,%s\n",
                    random.nextDouble() < (women ? 0.2 : 0.1) ? 1 : 0,
                    random.nextDouble() < 0.05 ? 1 : 0,
                    random.nextGaussian() / 4,
                    women ? "women" : "men"));
        }
        return rows.toString();
    }

    private static String exchanges() {
        Random random = new Random(10);
        StringBuilder rows = new StringBuilder("score,other,about\n");
        for (int i = 0; i < 600; i++) {
            double score = random.nextDouble();
            double other = Math.max(0, Math.min(1, score + random.nextGaussian() * (i % 2 == 0 ? 0.12 : 0.04)));
            rows.append(String.format(Locale.ROOT, "%.4f,%.4f,%s\n", score, other, i % 2 == 0 ? "migrants" : "locals"));
        }
        return rows.toString();
    }

    private static String comments() {
        Random random = new Random(11);
        StringBuilder rows = new StringBuilder("label,score,about,long\n");
        for (int i = 0; i < 1200; i++) {
            boolean named = i % 3 > 0;
            boolean harmful = random.nextDouble() < 0.3;
            double score = 0.3 + (harmful ? 0.4 : 0) + (named ? 0.15 : 0) + random.nextGaussian() / 6;
            rows.append(String.format(
                    Locale.ROOT,
                    "%d,%.4f,%s,%s\n",
                    harmful ? 1 : 0,
                    Math.max(0, Math.min(1, score)),
                    i % 3 == 0 ? "nobody" : i % 3 == 1 ? "a religion" : "an origin",
                    i % 5 == 0 ? "long" : "short"));
        }
        return rows.toString();
    }

    private void join(Portal portal, String name, String role) throws SQLException {
        try (Connection database = portal.database();
                Statement statement = database.createStatement();
                ResultSet person = statement.executeQuery(
                        "select distinct subject from organization_member where display_name like '" + name + "'")) {
            assertTrue(person.next(), "nobody is called so");
            made.north.join(made.north.body, person.getString(1), role);
        }
    }

    private String address(String audit, String view) {
        return "/audit/results.xhtml?id=" + audits.get(audit) + "&feature=0&view=" + view;
    }

    private static String file(Page page, String address) {
        return String.valueOf(page.evaluate("address => fetch(address).then(answer => answer.text())", address));
    }

    private static int status(Page page, String address) {
        return ((Number) page.evaluate("address => fetch(address).then(answer => answer.status)", address)).intValue();
    }

    @Test
    void errorsAreToldByTheirKind(Portal portal, Visitor amara) throws SQLException {
        join(portal, "Amara%", "AUDITOR");
        Page page = amara.signIn("amara.okafor");
        amara.open(address("words", "words"));
        Locator kinds = page.locator("section.panel")
                .filter(new Locator.FilterOptions().setHasText("Kinds of errors"))
                .first();
        assertThat(kinds).containsText("%,d of 2,400".formatted(substitutions));
        assertThat(kinds).containsText("48 of 2,400");
        assertThat(page.locator("main")).containsText("Southern against Northern");
        assertThat(page.locator("main")).containsText("within 4 bins");
        String csv = file(page, address("words", "words") + "&file=words.csv");
        assertTrue(csv.contains("substitution_rate,Northern") && csv.contains("speakers,Northern,,,,24.0"), csv);
        assertTrue(file(page, address("words", "words") + "&file=words.svg").contains("<svg"));
    }

    @Test
    void snippetsAreForThoseWhoMaySeeRows(Portal portal, Visitor amara, Visitor tomas) throws SQLException {
        join(portal, "Amara%", "AUDITOR");
        join(portal, "Tomas%", "APPROVER");
        Page page = amara.signIn("amara.okafor");
        amara.open(address("words", "snippets"));
        assertThat(page.locator("ol.snippets > li")).hasCount(3);
        assertThat(page.locator("ol.snippets del.said").first()).containsText("word");
        assertThat(page.locator("ol.snippets ins.heard").first()).containsText("bird");
        assertTrue(
                file(page, address("words", "snippets") + "&file=snippets.csv").contains("bird"));
        Page closed = tomas.signIn("tomas.lind");
        tomas.open(address("words", "snippets"));
        assertThat(closed.locator("main")).containsText("you may not see its rows");
        assertFalse(closed.content().contains("bird"));
        assertEquals(404, status(closed, address("words", "snippets") + "&file=snippets.csv"));
        assertEquals(404, status(closed, address("words", "snippets") + "&file=outcome.json"));
        assertEquals(200, status(closed, address("words", "words") + "&file=words.csv"));
    }

    @Test
    void preferencesOfAModelStandBesideWhatCriticsSay(Portal portal, Visitor amara, Visitor phone) throws SQLException {
        join(portal, "Amara%", "AUDITOR");
        Page page = amara.signIn("amara.okafor");
        amara.open(address("pairs", "texts"));
        assertThat(page.locator("main")).containsText("%d of 300".formatted(stereotypes));
        assertThat(page.locator("main")).containsText("%d of 300".formatted(ties));
        assertThat(page.locator(".benchmark-notes")).containsText("The authors of CrowS-Pairs strongly caution");
        phone.onPhone().speaking("zh-CN").signIn("amara.okafor");
        Page chinese = phone.open(address("pairs", "judged"));
        assertThat(chinese.locator(".benchmark-notes")).containsText("CrowS-Pairs 的作者强烈告诫");
        assertThat(chinese.locator(".benchmark-notes")).containsText("Blodgett et al.");
    }

    /** The figures at the top name both contexts of questions, each once. */
    @Test
    void bothContextsStandAtTheTop(Portal portal, Visitor amara) throws SQLException {
        join(portal, "Amara%", "AUDITOR");
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
    void recordingsAreForThoseWhoMaySeeRows(Portal portal, Visitor amara, Visitor phone, Visitor tomas)
            throws Exception {
        join(portal, "Amara%", "AUDITOR");
        join(portal, "Tomas%", "APPROVER");
        byte[] own = Sounds.flac(24_000, new Random(12).ints(48_000, -900, 900).toArray());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("manifest.csv"));
            zip.write("clip,said\none.flac,good morning\n".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("one.flac"));
            zip.write(own);
        }
        String dataset = made.submit("Recordings of a test", "recordings.zip", bytes.toByteArray());
        String preview = "/dataset/preview.xhtml?id=" + dataset;
        for (Visitor reader : new Visitor[] {amara, phone}) {
            if (reader == phone) {
                phone.onPhone().speaking("zh-CN").inTheDark();
            }
            Page page = reader.signIn("amara.okafor");
            reader.open(preview);
            assertThat(page.locator("audio")).hasCount(1);
            assertEquals(true, page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"));
            reader.screenshot("view-recordings" + (reader == phone ? "-zh-390" : "-en"));
            reader.findsNoBarrier();
        }
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
    void everyViewIsThere(Portal portal, Visitor amara, Visitor phone) throws SQLException {
        join(portal, "Amara%", "AUDITOR");
        amara.signIn("amara.okafor");
        phone.onPhone().speaking("zh-CN").inTheDark().signIn("amara.okafor");
        for (String audit : audits.keySet()) {
            String view = audit.matches("words|voices|identities") ? audit : "texts";
            for (Visitor reader : new Visitor[] {amara, phone}) {
                look(reader, audit, view, reader == phone);
                if (audit.equals("words")) {
                    look(reader, audit, "snippets", reader == phone);
                }
            }
        }
    }

    private void look(Visitor reader, String audit, String view, boolean small) {
        Page page = reader.open(address(audit, view));
        assertThat(page.locator("nav.viewnav a[aria-current]")).hasCount(1);
        assertFalse(page.content().contains("???"), audit);
        assertEquals(true, page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), audit);
        reader.screenshot("view-" + audit.replace('_', '-') + (view.equals("snippets") ? "-snippets" : "")
                + (small ? "-zh-390" : "-en"));
        reader.findsNoBarrier();
    }
}
