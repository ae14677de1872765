package org.aimass.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.aimass.stack.Portal;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The results of the demonstration's audit: every view, every file, a comparison, and a repetition by the real engine. */
@RealPortal
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResultsIT {

    private static final LocatorAssertions.ContainsTextOptions TWO_MINUTES =
            new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);

    private String run = "";
    private String other = "";

    @BeforeAll
    void theDemonstrationIsThere(Portal portal) throws InterruptedException, SQLException {
        Demonstration.await(portal);
        try (Connection database = portal.database();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select id from audit_run order by number")) {
            assertTrue(row.next());
            run = row.getString(1);
            assertTrue(row.next());
            other = row.getString(1);
        }
    }

    private List<String> views() {
        String results = "/audit/results.xhtml?id=" + run;
        return List.of(
                results + "&feature=1",
                results + "&feature=0&view=measure&measure=precision&scale=ratio",
                results + "&feature=0&view=measure&measure=roc_auc",
                results + "&feature=0&view=scores",
                results + "&feature=2&view=counts",
                results + "&feature=0&view=threshold&threshold=0.35",
                results + "&feature=0&view=tests",
                results + "&view=slices",
                "/audit/compare.xhtml?a=" + run,
                "/audit/compare.xhtml?a=" + run + "&b=" + other + "&measure=false_negative_rate");
    }

    /** Each view has an address of its own, and no barrier, in both languages, on both screens, in the light and in the dark. */
    @Test
    void everyViewCanBeReadByItsAddress(Visitor amara, Visitor phone) {
        amara.signIn("amara.okafor");
        phone.onPhone().speaking("zh-CN").inTheDark().signIn("amara.okafor");
        for (Visitor reader : List.of(amara, phone)) {
            for (String view : views()) {
                Page page = reader.open(view);
                String name = view.replaceFirst("[0-9a-f-]{36}.*?", "").replaceAll("[^a-z]+", "-")
                        + (reader == phone ? "-zh-390" : "");
                assertFalse(page.content().contains("???"), view);
                assertEquals(true, page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), view);
                reader.screenshot("results" + name);
                reader.findsNoBarrier();
            }
        }
        Page page =
                amara.open("/audit/results.xhtml?id=" + run + "&feature=0&view=measure&measure=precision&scale=ratio");
        assertThat(page.locator("nav.pagenav a[aria-current]").first()).hasText("age_band");
        assertThat(page.locator("nav.viewnav a[aria-current]")).hasText("Any measure");
        assertThat(page.locator("#measure")).hasValue("precision");
        assertThat(page.locator("section.panel nav.pagenav a[aria-current]")).hasText("Ratio");
        page = amara.open("/audit/results.xhtml?id=" + run + "&view=slices");
        assertThat(page.locator("nav.pagenav a[aria-current]")).hasText("Worst slices");
        assertThat(page.getByRole(AriaRole.ROW)
                        .filter(new Locator.FilterOptions().setHasText("age_band: 18 to 29"))
                        .filter(new Locator.FilterOptions().setHasText("Missed")))
                .containsText("18.1");
        page = amara.open("/audit/results.xhtml?id=" + run + "&feature=0&view=threshold&threshold=0.35");
        assertThat(page.getByRole(AriaRole.ROW)
                        .filter(new Locator.FilterOptions().setHasText("18 to 29"))
                        .first())
                .containsText("at 0.50: 18.1");
        page = amara.open("/audit/results.xhtml?id=" + run + "&feature=77&view=nothing&measure=none&page=99");
        assertThat(page.locator("nav.viewnav a[aria-current]")).hasText("Verdicts");
    }

    /** By the keyboard, without a script: the number opens what it rests on. */
    @Test
    void aNumberSaysWhatItRestsOn(Visitor amara) {
        amara.withoutScript();
        Page page = amara.signIn("amara.okafor");
        amara.open("/audit/results.xhtml?id=" + run);
        Locator young = page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("18 to 29"))
                .first();
        Locator number = young.locator("details.number").last();
        assertThat(number.locator("dl")).isHidden();
        number.locator("summary").focus();
        page.keyboard().press("Enter");
        assertThat(number.locator("dl")).isVisible();
        assertThat(number.locator("dl")).containsText("Newcombe");
        assertThat(number.locator("dl")).containsText("of 2,310");
        assertThat(number.locator("dl")).containsText("The test that the gap goes beyond the tolerance rejects");
    }

    @Test
    void everyViewCanBeTakenAway(Visitor amara, Visitor lin) {
        Page page = amara.signIn("amara.okafor");
        String results = "/audit/results.xhtml?id=" + run + "&feature=0";
        amara.open(results);
        for (String part : List.of("gaps", "measure", "roc", "calibration", "positives", "negatives")) {
            assertTrue(file(page, results, part + ".csv").contains("18 to 29"), part);
            assertTrue(file(page, results, part + ".json").startsWith("[{"), part);
            String svg = file(page, results, part + ".svg");
            assertTrue(svg.contains("<svg") && !svg.contains("<script") && !svg.contains("href"), part);
        }
        assertTrue(file(page, results, "counts.csv").contains("true_positives"));
        assertTrue(file(page, results + "&view=threshold&threshold=0.35", "threshold.csv")
                .contains("threshold=0.35"));
        assertTrue(file(page, results, "tests.csv").contains("two_proportion_z"));
        assertTrue(file(page, results, "slices.csv").contains("age_band=18 to 29,false_negative_rate"));
        assertTrue(file(page, results, "measurements.csv").contains("demographic_parity_difference"));
        assertTrue(file(page, results, "outcome.json").startsWith("{\"engine\""));
        assertEquals(404, status(page, results + "&file=secrets.txt"));
        assertEquals(404, status(page, results + "&file=../outcome.json"));
        Page citizen = lin.signIn("lin.ma");
        assertEquals(404, status(citizen, results + "&file=outcome.json"));
    }

    private static String file(Page page, String results, String name) {
        return String.valueOf(page.evaluate(
                "async address => { const answer = await fetch(address); const text = await answer.text();"
                        + " if (answer.status !== 200 || !answer.headers.get('content-disposition').startsWith('attachment')"
                        + " || answer.headers.get('x-content-type-options') !== 'nosniff')"
                        + " throw new Error(address + ' ' + answer.status); return text; }",
                results + "&file=" + name));
    }

    private static int status(Page page, String address) {
        return ((Number) page.evaluate("address => fetch(address).then(answer => answer.status)", address)).intValue();
    }

    /** The engine repeats the plan and finds the same, bit for bit; a file that was changed afterwards is found out. */
    @Test
    void aRepetitionFindsTheSame(Visitor amara, Visitor phone, Portal portal) throws IOException, SQLException {
        Page page = amara.signIn("amara.okafor");
        amara.open("/audit/results.xhtml?id=" + other);
        String repeated = sent(amara).replaceFirst(".*id=", "").replaceFirst(" .*", "");
        amara.open("/audit/run.xhtml?id=" + repeated);
        assertThat(page.locator("#replayed")).containsText("bit for bit", TWO_MINUTES);
        amara.open("/audit/results.xhtml?id=" + repeated);
        assertThat(page.locator("#replayed")).containsText("This audit repeats audit");
        assertThat(page.locator("#replayed")).containsText("numbers are equal, bit for bit.");
        amara.screenshot("results-replay");
        amara.findsNoBarrier();
        phone.onPhone().speaking("zh-CN").signIn("amara.okafor");
        phone.open("/audit/results.xhtml?id=" + repeated);
        assertThat(phone.page().locator("#replayed")).containsText("逐位相等");
        phone.screenshot("results-replay-zh-390");
        phone.findsNoBarrier();
        tamper(portal, repeated);
        assertEquals(503, status(page, "/audit/results.xhtml?id=" + repeated + "&file=outcome.json"));
    }

    private static String sent(Visitor amara) {
        return amara.sendAtOnce("replay", "replay:start", 4).stream()
                .reduce((one, two) -> {
                    throw new AssertionError("two repetitions: " + one + " and " + two);
                })
                .orElseThrow();
    }

    private static void tamper(Portal portal, String run) throws SQLException, IOException {
        try (Connection database = portal.database();
                Statement statement = database.createStatement();
                ResultSet row =
                        statement.executeQuery("select outcome_sha256 from audit_run where id = '" + run + "'")) {
            assertTrue(row.next());
            String digest = row.getString(1);
            Path file = portal.data()
                    .resolve("store")
                    .resolve(digest.substring(0, 2))
                    .resolve(digest);
            String outcome = Files.readString(file);
            Files.writeString(file, outcome.replaceFirst("\"value\":0", "\"value\":1"));
        }
    }
}
