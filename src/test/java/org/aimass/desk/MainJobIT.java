package org.aimass.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aimass.desk.Auditor.Count;
import org.aimass.engine.cli.Reference;
import org.aimass.stack.Portal;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job from end to end, in browsers alone: Jonas registers a model and submits a dataset, Amara audits and judges, Tomas
 * approves and publishes, and everybody reads. With real data whose answers others have published.
 */
@RealPortal
class MainJobIT {

    private static final String EQUALIZED_ODDS = "equalized-odds-1.0";
    private static final List<String> PROTECTED = List.of("label", "race", "sex", "age_band");

    @TempDir
    Path folder;

    @BeforeAll
    static void theDemonstrationIsThere(Portal portal) throws InterruptedException {
        Demonstration.await(portal);
    }

    @Test
    void compasByItsPredictions(Visitor jonas, Visitor amara, Visitor tomas, Visitor citizen) {
        Path data = Reference.folder("compas").resolve("data.csv");
        Submitter submitter = new Submitter(jonas);
        String model = submitter.register("COMPAS", "Foretells who will be charged again.", Optional.empty());
        String dataset = submitter.submit(
                "COMPAS, two years",
                "Broward County, 7,214 people.",
                data,
                Map.of("decile_score", "IGNORED", "age_cat", "SENSITIVE"));
        Auditor auditor = new Auditor(amara);
        String run = auditor.audit(model, dataset, EQUALIZED_ODDS, List.of("race", "sex"), "0");
        amara.screenshot("compas-results");
        Map<String, Count> wrongly = auditor.counts(run, "race").getOrDefault("False positive rate", Map.of());
        assertEquals(new Count(805, 1795), wrongly.get("African-American"));
        assertEquals(new Count(349, 1488), wrongly.get("Caucasian"));
        Map<String, Count> found = auditor.counts(run, "race").getOrDefault("True positive rate", Map.of());
        assertEquals(new Count(1901 - 532, 1901), found.get("African-American"), "27.99 % are missed");
        assertEquals(new Count(966 - 461, 966), found.get("Caucasian"), "47.72 % are missed");
        agrees("compas", "race", auditor.counts(run, "race"));
        agrees("compas", "sex", auditor.counts(run, "sex"));
        agrees("compas", "age_cat", auditor.counts(run, "age_cat"));
        String report = published("COMPAS, two years", run, auditor, tomas);

        citizen.onPhone().open("/reports/" + report);
        String row = citizen.page()
                .locator("tr")
                .filter(new Locator.FilterOptions().setHasText("African-American"))
                .allTextContents()
                .toString();
        assertTrue(row.contains("44.8"), row);
        citizen.screenshot("compas-report-390");
        citizen.findsNoBarrier();
    }

    @Test
    void adultThroughItsModelOfRawColumns(Visitor jonas, Visitor amara, Visitor tomas, Visitor citizen)
            throws IOException {
        Path adult = Reference.folder("adult_logreg");
        adult("raw columns", adult.resolve("model_raw.onnx"), adult.resolve("data.csv"), jonas, amara, tomas, citizen);
    }

    @Test
    void adultThroughItsModelOfPreparedFeatures(Visitor jonas, Visitor amara, Visitor tomas, Visitor citizen)
            throws IOException {
        Path adult = Reference.folder("adult_logreg");
        adult("prepared features", adult.resolve("model.onnx"), joined(adult), jonas, amara, tomas, citizen);
    }

    private static void adult(
            String which, Path file, Path data, Visitor jonas, Visitor amara, Visitor tomas, Visitor citizen) {
        Submitter submitter = new Submitter(jonas);
        String model = submitter.register("Adult, " + which, "Foretells who earns much.", Optional.of(file));
        String dataset = submitter.submit("Adult, " + which, "Census of 1994, 16,281 people.", data, Map.of());
        Auditor auditor = new Auditor(amara);
        String run = auditor.audit(model, dataset, EQUALIZED_ODDS, List.of("race", "sex"), "1");
        amara.screenshot("adult-results-" + which.replace(' ', '-'));
        agrees("adult_logreg", "race", auditor.counts(run, "race"));
        agrees("adult_logreg", "sex", auditor.counts(run, "sex"));
        agrees("adult_logreg", "age_band", auditor.counts(run, "age_band"));
        agrees("adult_logreg", "race x sex", auditor.counts(run, "race × sex"));
        String report = published("Adult, " + which, run, auditor, tomas);
        citizen.speaking("zh-CN").open("/reports/" + report);
        citizen.screenshot("adult-report-zh-" + which.replace(' ', '-'));
        citizen.findsNoBarrier();
    }

    /** Judged by one person, approved and published by another, and found by everybody. */
    private static String published(String title, String run, Auditor auditor, Visitor tomas) {
        auditor.judge(run, "Both rates differ between the groups by what the tables say.");
        Approver approver = new Approver(tomas);
        approver.approve(run);
        String report = approver.publish(run, title, "A model that others have measured before us.");
        Page register = tomas.open("/register?q=" + URLEncoder.encode(title, StandardCharsets.UTF_8));
        assertThat(register.locator("a[href$='/reports/" + report + "']")).hasText(title);
        return report;
    }

    /** What was counted in each group is what scikit-learn counted. */
    private static void agrees(String reference, String features, Map<String, Map<String, Count>> counts) {
        Map<String, Count> found = new LinkedHashMap<>();
        Map<String, Count> wrongly = new LinkedHashMap<>();
        Reference.golden(reference)
                .path("attributes")
                .path(features)
                .path("groups")
                .properties()
                .forEach(group -> {
                    String name = group.getKey().replace(" | ", ", ");
                    JsonNode cells = group.getValue();
                    found.put(name, count(cells, "tp", "fn"));
                    wrongly.put(name, count(cells, "fp", "tn"));
                });
        assertEquals(found, counts.get("True positive rate"), features);
        assertEquals(wrongly, counts.get("False positive rate"), features);
    }

    private static Count count(JsonNode cells, String yes, String no) {
        long counted = cells.path(yes).asLong();
        return new Count(counted, counted + cells.path(no).asLong());
    }

    /** The model's features, row by row beside the label and the protected columns. */
    private Path joined(Path adult) throws IOException {
        Path joined = folder.resolve("joined.csv");
        try (BufferedReader data = Files.newBufferedReader(adult.resolve("data.csv"));
                BufferedReader features = Files.newBufferedReader(adult.resolve("features.csv"));
                BufferedWriter out = Files.newBufferedWriter(joined)) {
            List<String> names = List.of(data.readLine().split(",", -1));
            int[] kept = PROTECTED.stream().mapToInt(names::indexOf).toArray();
            out.write(String.join(",", PROTECTED)
                    + List.of(features.readLine().split(",", -1)).stream()
                            .map(name -> ",feature " + name)
                            .collect(Collectors.joining())
                    + "\n");
            for (String line = data.readLine(); line != null; line = data.readLine()) {
                String[] cells = line.split(",", -1);
                StringBuilder row = new StringBuilder();
                for (int place : kept) {
                    row.append(cells[place]).append(',');
                }
                out.write(row + features.readLine() + "\n");
            }
        }
        return joined;
    }
}
