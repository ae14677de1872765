package org.aimass.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aimass.stack.Visitor;

/** Amara Okafor at work: she starts audits, reads what they found, and judges it. */
final class Auditor {

    private final Visitor visitor;
    private final Page page;

    Auditor(Visitor visitor) {
        this.visitor = visitor;
        page = visitor.signIn("amara.okafor");
    }

    /** A count among people, as the page's table of counts has it. */
    record Count(long numerator, long denominator) {}

    /**
     * Starts an audit and stays until it is completed.
     *
     * @param together the two features that are compared together, besides each alone
     * @param favorable the label's value that is good for people
     * @return the run's id
     */
    String audit(String model, String dataset, String policy, List<String> together, String favorable) {
        visitor.open("/audit/start.xhtml?model=" + model + "&dataset=" + dataset);
        page.locator("input[name='plan:policy'][value='" + policy + "']").check();
        StringBuilder pair = new StringBuilder();
        together.forEach(name -> pair.append(name.length()).append(':').append(name));
        page.locator("input[name='plan:features'][value='" + pair + "']").check();
        page.locator("#plan details > summary").click();
        page.locator("[id='plan:favorable']").selectOption(favorable);
        page.locator("[id='plan:start']").click();
        Locator results = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the results"));
        assertThat(results).isVisible(Submitter.SOON);
        results.click();
        return page.url().replaceFirst(".*[?&]id=", "");
    }

    /** What the results show: by metric and group, such as "False positive rate" and "Black, Female", what was counted. */
    Map<String, Map<String, Count>> counts(String run, String features) {
        visitor.open("/audit/results.xhtml?id=" + run);
        page.locator("nav.pagenav")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(features).setExact(true))
                .click();
        Map<String, Map<String, Count>> counts = new LinkedHashMap<>();
        for (Locator panel :
                page.locator("section.panel:has(table.small-table)").all()) {
            Map<String, Count> groups = new LinkedHashMap<>();
            for (Locator row : panel.locator("table.small-table tbody tr").all()) {
                List<String> cells = row.locator("th, td").allTextContents();
                groups.put(cells.get(0), new Count(number(cells.get(1)), number(cells.get(2))));
            }
            counts.put(panel.locator("h2").textContent().replaceFirst(" by .*", ""), groups);
        }
        return counts;
    }

    private static long number(String text) {
        return Long.parseLong(text.replaceAll("[^0-9]", ""));
    }

    void judge(String run, String judgement) {
        visitor.open("/audit/results.xhtml?id=" + run);
        page.locator("[id='review:judgement']").fill(judgement);
        page.locator("[id='review:independent:0']").check();
        page.locator("[id='review:sign']").click();
        assertThat(page.getByText("Your judgement is signed.")).isVisible();
    }
}
