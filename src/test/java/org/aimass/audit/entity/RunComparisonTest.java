package org.aimass.audit.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.aimass.engine.metrics.Change;
import org.aimass.engine.metrics.Fraction;
import org.aimass.engine.metrics.GroupCounts;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Intervals;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.Uncertainty;
import org.aimass.registry.entity.ImagePreparation;
import org.aimass.security.Person;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.Test;

/** Of the people aged 18 to 29 with the positive label, 12 of 40 were missed the first time and 7 the second. */
class RunComparisonTest {

    private static final Sha256Digest OTHER = Sha256Digest.of(new byte[] {9});
    private static final Map<String, String> YOUNG = Map.of("age", "18 to 29");

    private static CompletedAudit audit(
            Sha256Digest model, Sha256Digest dataset, String datasetName, List<GroupSummary> groups) {
        return audit(model, dataset, datasetName, groups, Optional.empty());
    }

    private static CompletedAudit audit(
            Sha256Digest model,
            Sha256Digest dataset,
            String datasetName,
            List<GroupSummary> groups,
            Optional<ImagePreparation> images) {
        AuditPlan plan = Plans.byAge();
        AuditPlan own = new AuditPlan(
                plan.task(),
                new AuditPlan.Model(
                        plan.model().versionId(),
                        Optional.of(model),
                        plan.model().inputs(),
                        images),
                new AuditPlan.Dataset(plan.dataset().versionId(), dataset, "csv"),
                plan.policy(),
                plan.columns(),
                plan.labels(),
                plan.options(),
                OptionalDouble.of(0.5),
                List.of("age"),
                List.of(),
                Map.of(),
                List.of(),
                0.95,
                plan.bootstrap());
        return new CompletedAudit(
                new UUID(0, 1),
                "2026-0001",
                new UUID(0, 2),
                new Subject(
                        new Subject.Model(new UUID(0, 3), new UUID(0, 4), "Pre-check", "1.0"),
                        new Subject.Dataset(new UUID(0, 5), datasetName, 1),
                        plan.policy()),
                new Author(new Person("i", "amara"), "Amara"),
                own,
                Plans.MODEL,
                Plans.policy(Rate.FALSE_NEGATIVE_RATE, Tolerance.Scale.DIFFERENCE, 0.05),
                Instant.EPOCH,
                Instant.EPOCH,
                true,
                new AuditOutcome.Head(
                        new AuditOutcome.Engine("1.0.0", Optional.empty(), Optional.empty(), "two cores", 2, 7),
                        new AuditOutcome.Inputs(dataset, Optional.of(model), Plans.MODEL),
                        new AuditOutcome.Rows(99, 99, 0, List.of()),
                        new AuditOutcome.Timing(0, 0, 0, 0)),
                Plans.MODEL,
                groups,
                groups.stream().map(RunComparisonTest::missed).toList(),
                List.of(),
                List.of(),
                new Review(new UUID(0, 1), new Person("i", "amara")));
    }

    private static Measurement missed(GroupSummary group) {
        double x = group.counts().fn();
        double n = x + group.counts().tp();
        return new Measurement(
                "false_negative_rate",
                group.features(),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of(),
                n == 0 ? MetricValue.undefined("no labelled positives") : MetricValue.of(x / n),
                Optional.of(new Fraction(x, n)),
                n == 0 ? new Uncertainty.NoInterval("undefined") : Intervals.wilson(x, n, 0.95));
    }

    private static CompletedAudit first() {
        return audit(
                Plans.MODEL,
                Plans.DATASET,
                "Applications",
                List.of(
                        Plans.group(Map.of(), new GroupCounts(68, 0, 25, 6)),
                        Plans.missed("18 to 29", 12, 40),
                        Plans.missed("30 to 44", 13, 53),
                        Plans.group(Map.of("age", "65 and over"), new GroupCounts(0, 0, 0, 6))));
    }

    private static CompletedAudit second(Sha256Digest model, Sha256Digest dataset, String datasetName) {
        return audit(
                model,
                dataset,
                datasetName,
                List.of(
                        Plans.group(Map.of(), new GroupCounts(33, 0, 7, 0)),
                        Plans.missed("18 to 29", 7, 40),
                        Plans.group(Map.of("age", "65 and over"), new GroupCounts(0, 0, 0, 6)),
                        Plans.missed("45 to 64", 0, 2)));
    }

    private static RunComparison comparison(Sha256Digest model, Sha256Digest dataset, String datasetName) {
        return new RunComparison(first(), second(model, dataset, datasetName), List.of("age"));
    }

    private static RunComparison.Row row(RunComparison comparison, Map<String, String> group) {
        return comparison.rows(Measure.of(Rate.FALSE_NEGATIVE_RATE)).stream()
                .filter(each -> each.features().equals(group))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void differentPeopleAreIndependent() {
        RunComparison comparison = comparison(OTHER, OTHER, "Others");
        assertEquals(RunComparison.People.DIFFERENT, comparison.people());
        RunComparison.Row young = row(comparison, YOUNG);
        assertEquals(7 / 40.0 - 12 / 40.0, young.change().orElseThrow(), 1e-15);
        Interval newcombe = Intervals.newcombe(7, 40, 12, 40, 0.95);
        assertEquals(newcombe.low(), young.interval().orElseThrow().low(), 1e-15);
        assertEquals(newcombe.high(), young.interval().orElseThrow().high(), 1e-15);
        assertEquals("change_independent", young.interval().orElseThrow().method());
    }

    /** At least 0 of 40 are missed both times: (0 - 12 * 7) / root of (12 * 28 * 7 * 33) = -0.3015. */
    @Test
    void theSameRowsAreAsBadlyPairedAsTheirCountsAllow() {
        RunComparison comparison = comparison(OTHER, Plans.DATASET, "Applications");
        assertEquals(RunComparison.People.SAME_ROWS, comparison.people());
        double least = -84 / Math.sqrt(12 * 28 * 7 * 33);
        Interval expected = Change.interval(
                0.3,
                Intervals.wilson(12, 40, 0.95),
                0.175,
                Intervals.wilson(7, 40, 0.95),
                least,
                "change_least_correlation");
        assertEquals(expected, row(comparison, YOUNG).interval().orElseThrow());
        Interval independent = Intervals.newcombe(7, 40, 12, 40, 0.95);
        assertTrue(expected.low() < independent.low() && expected.high() > independent.high());
    }

    @Test
    void versionsOfOneDatasetMayShareAnybody() {
        RunComparison comparison = comparison(OTHER, OTHER, "Applications");
        assertEquals(RunComparison.People.SAME_DATASET, comparison.people());
        assertEquals(
                "change_any_correlation",
                row(comparison, YOUNG).interval().orElseThrow().method());
    }

    @Test
    void imagesThatArePreparedInAnotherWayMayGetOtherAnswers() {
        ImagePreparation images = new ImagePreparation(
                ImagePreparation.Channels.RGB,
                ImagePreparation.Layout.NCHW,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                0.5,
                List.of(),
                List.of());
        CompletedAudit other = audit(
                Plans.MODEL,
                Plans.DATASET,
                "Applications",
                List.of(Plans.missed("18 to 29", 7, 40)),
                Optional.of(images));
        assertEquals(RunComparison.People.SAME_ROWS, new RunComparison(first(), other, List.of("age")).people());
    }

    @Test
    void theSameAnswersCannotHaveChanged() {
        RunComparison comparison = comparison(Plans.MODEL, Plans.DATASET, "Applications");
        assertEquals(RunComparison.People.SAME_ANSWERS, comparison.people());
        assertEquals(Optional.empty(), row(comparison, YOUNG).interval());
    }

    @Test
    void groupsOfOneAuditAloneAndUndefinedOnesStay() {
        RunComparison comparison = comparison(OTHER, OTHER, "Others");
        assertEquals(5, comparison.rows(Measure.of(Rate.FALSE_NEGATIVE_RATE)).size());
        RunComparison.Row gone = row(comparison, Map.of("age", "30 to 44"));
        assertTrue(gone.first().isPresent()
                && gone.second().isEmpty()
                && gone.change().isEmpty());
        RunComparison.Row old = row(comparison, Map.of("age", "65 and over"));
        assertTrue(old.first().isPresent()
                && old.second().isPresent()
                && old.change().isEmpty());
        assertEquals(
                List.of(Map.of("age", "30 to 44")),
                comparison.onlyIn(comparison.first()).stream()
                        .map(GroupSummary::features)
                        .toList());
        assertEquals(
                List.of(Map.of("age", "45 to 64")),
                comparison.onlyIn(comparison.second()).stream()
                        .map(GroupSummary::features)
                        .toList());
    }

    @Test
    void whatDiffersInTheInputsIsSaid() {
        assertEquals(
                List.of("modelDigest", "dataset", "datasetDigest"),
                comparison(OTHER, OTHER, "Others").inputs().stream()
                        .filter(input -> !input.isSame())
                        .map(RunComparison.Input::name)
                        .toList());
        assertEquals(
                List.of(Measure.of(Rate.FALSE_NEGATIVE_RATE)),
                comparison(OTHER, OTHER, "Others").measures());
    }
}
