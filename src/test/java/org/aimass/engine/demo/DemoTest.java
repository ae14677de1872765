package org.aimass.engine.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.aimass.engine.AuditJobFile;
import org.aimass.engine.AuditOutcome;
import org.aimass.engine.Deadline;
import org.aimass.engine.Progress;
import org.aimass.engine.local.LocalAuditEngine;
import org.aimass.engine.metrics.Fraction;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Intervals;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.ProportionTest;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration shows what it says it shows, at the tolerance of 5 percentage points that its policy sets. */
class DemoTest {

    private static final double TOLERANCE = 0.05;

    @TempDir
    Path folder;

    @Test
    void theKnownBiasIsFound() throws IOException {
        Demo.write(folder);
        Files.writeString(folder.resolve("job.json"), """
                {"task": "binary_classification", "dataset": {"path": "applications.csv"},
                 "model": {"path": "rent-support.onnx"}, "columns": {"label": "entitled"},
                 "sensitive_features": ["age_band", "sex", "language"], "bootstrap": {"replicates": 10}}
                """);
        AuditOutcome outcome = new LocalAuditEngine(1)
                .run(AuditJobFile.read(folder.resolve("job.json")), Deadline.none(), Progress.none());
        assertEquals(18_240, outcome.rows().used());

        Fraction young = missed(outcome, "age_band", "18 to 29");
        Fraction adult = missed(outcome, "age_band", "30 to 44");
        assertEquals(2310, young.denominator());
        assertEquals(0.18, young.numerator() / young.denominator(), 0.004);
        assertEquals(0.095, adult.numerator() / adult.denominator(), 0.004);
        double p = ProportionTest.differenceOutside(
                young.numerator(), young.denominator(), adult.numerator(), adult.denominator(), TOLERANCE);
        assertTrue(p < 0.05 / 12, () -> "not shown: " + p);

        Fraction retired = missed(outcome, "age_band", "65 and over");
        assertEquals(210, retired.denominator());
        Interval open = difference(retired, adult);
        assertTrue(open.low() < TOLERANCE && open.high() > TOLERANCE, () -> "not open: " + open);

        assertWithin(difference(missed(outcome, "age_band", "45 to 64"), adult));
        assertWithin(difference(missed(outcome, "sex", "Women"), missed(outcome, "sex", "Men")));
        assertWithin(difference(
                missed(outcome, "language", "Another language"), missed(outcome, "language", "National language")));
        for (String age : List.of("18 to 29", "45 to 64", "65 and over")) {
            assertWithin(difference(
                    share(outcome, "accuracy", "age_band", age), share(outcome, "accuracy", "age_band", "30 to 44")));
        }
        GroupSummary other = outcome.measured().groups().stream()
                .filter(group -> group.features().equals(Map.of("sex", "Other or not stated")))
                .findFirst()
                .orElseThrow();
        assertEquals(8, other.rows());
        assertTrue(other.small());
    }

    private static Fraction missed(AuditOutcome outcome, String feature, String group) {
        return share(outcome, "false_negative_rate", feature, group);
    }

    private static Fraction share(AuditOutcome outcome, String metric, String feature, String group) {
        return outcome.measured().measurements().stream()
                .filter(it -> it.metric().equals(metric) && it.features().equals(Map.of(feature, group)))
                .map(Measurement::fraction)
                .findFirst()
                .orElseThrow()
                .orElseThrow();
    }

    private static Interval difference(Fraction group, Fraction reference) {
        return Intervals.newcombe(
                group.numerator(), group.denominator(), reference.numerator(), reference.denominator(), 0.95);
    }

    private static void assertWithin(Interval interval) {
        assertTrue(interval.low() > -TOLERANCE && interval.high() < TOLERANCE, interval::toString);
    }

    @Test
    void theFactsNameTheFiles() throws IOException {
        Demo.write(folder);
        Path again = folder.resolve("again/deeper");
        Demo.write(again);
        for (String file : List.of(Demo.TABLE, Demo.MODEL, Demo.FACTS)) {
            assertArrayEquals(Files.readAllBytes(folder.resolve(file)), Files.readAllBytes(again.resolve(file)), file);
        }
        JsonNode facts = new ObjectMapper().readTree(folder.resolve(Demo.FACTS).toFile());
        for (String part : List.of("dataset", "model")) {
            Path file = folder.resolve(facts.get(part).get("file").asText());
            assertEquals(
                    Sha256Digest.of(Files.readAllBytes(file)).hex(),
                    facts.get(part).get("sha256").asText());
        }
        List<String> lines = Files.readAllLines(folder.resolve(Demo.TABLE));
        assertEquals(
                "age_band,sex,language,household_size,income,rent,months_in_work,moved_this_year,entitled",
                lines.get(0));
        assertEquals(18_241, lines.size());
        assertEquals("LABEL", facts.get("dataset").get("roles").get("entitled").asText());
        assertEquals(
                4310,
                facts.get("groups").get("age_band").get("18 to 29").get("rows").asInt());
        assertEquals(
                2310,
                facts.get("groups")
                        .get("age_band")
                        .get("18 to 29")
                        .get("entitled")
                        .asInt());
        assertEquals(5, facts.get("model").get("inputs").get("application").size());
    }
}
