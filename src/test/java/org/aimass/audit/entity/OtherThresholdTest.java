package org.aimass.audit.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.engine.metrics.Fraction;
import org.aimass.engine.metrics.GroupCounts;
import org.aimass.engine.metrics.GroupScores;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Intervals;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.ScoreBins;
import org.aimass.security.Person;
import org.junit.jupiter.api.Test;

/**
 * Two groups, audited at 0.5, asked about at 0.7. Of the young (2 + 3 positive, 4 + 1 negative labels at scores of 0.6 and 0.8) three
 * positives and one negative stay selected; of the others (5 + 7, 6 + 2) seven and two.
 */
class OtherThresholdTest {

    private static final Map<String, String> YOUNG = Map.of("age", "18 to 29");
    private static final Map<String, String> OTHERS = Map.of("age", "30 to 44");

    private static final List<GroupScores> SCORES = List.of(
            new GroupScores(Map.of(), bins(7, 10, 10, 3)),
            new GroupScores(YOUNG, bins(2, 4, 3, 1)),
            new GroupScores(OTHERS, bins(5, 6, 7, 2)));

    private static ScoreBins bins(long positive, long negative, long highPositive, long highNegative) {
        return new ScoreBins(List.of(
                new ScoreBins.Bin(60, positive, negative, 0.605 * (positive + negative)),
                new ScoreBins.Bin(80, highPositive, highNegative, 0.805 * (highPositive + highNegative))));
    }

    private static CompletedAudit audit() {
        Person amara = new Person("https://id.example", "amara");
        return new CompletedAudit(
                new UUID(0, 9),
                "test-1",
                new UUID(0, 8),
                new Subject(
                        new Subject.Model(new UUID(0, 1), new UUID(0, 8), "Pre-check", "1.0"),
                        new Subject.Dataset(new UUID(0, 2), "Applications", 1),
                        Plans.byAge().policy()),
                new Author(amara, "Amara"),
                Plans.byAge(),
                Plans.DATASET,
                Plans.policy(Rate.ACCURACY, Tolerance.Scale.DIFFERENCE, 0.05),
                Instant.EPOCH,
                Instant.EPOCH,
                true,
                new AuditOutcome.Head(
                        new AuditOutcome.Engine("1.0.0", Optional.empty(), Optional.empty(), "two cores", 2, 7),
                        new AuditOutcome.Inputs(Plans.DATASET, Optional.empty(), Plans.MODEL),
                        new AuditOutcome.Rows(30, 30, 0, List.of()),
                        new AuditOutcome.Timing(1, 1, 1, 1)),
                Plans.MODEL,
                List.of(
                        new GroupSummary(Map.of(), 30, new GroupCounts(17, 13, 0, 0), false),
                        new GroupSummary(YOUNG, 10, new GroupCounts(5, 5, 0, 0), false),
                        new GroupSummary(OTHERS, 20, new GroupCounts(12, 8, 0, 0), false)),
                List.of(new Measurement(
                        "selection_rate",
                        YOUNG,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Map.of(),
                        MetricValue.of(1),
                        Optional.of(new Fraction(10, 10)),
                        Intervals.wilson(10, 10, 0.95))),
                List.of(),
                List.of(),
                new Review(new UUID(0, 9), amara));
    }

    @Test
    void countsAreThoseAboveTheAskedThreshold() {
        OtherThreshold asked =
                OtherThreshold.of(audit(), List.of("age"), SCORES, 70).orElseThrow();
        assertEquals(70, asked.edge());
        assertEquals(2, asked.rows().size());
        OtherThreshold.Row young = asked.rows().get(0);
        assertFalse(young.reference());
        assertEquals(
                List.of("selection_rate", "false_negative_rate", "false_positive_rate", "accuracy"),
                OtherThreshold.RATES);
        assertEquals(
                List.of(new Fraction(4, 10), new Fraction(2, 5), new Fraction(1, 5), new Fraction(7, 10)),
                young.cells().stream()
                        .map(cell -> cell.value().fraction().orElseThrow())
                        .toList());
        OtherThreshold.Cell selected = young.cells().get(0);
        assertEquals(Intervals.wilson(4, 10, 0.95), selected.value().uncertainty());
        assertEquals(MetricValue.of(1), selected.audited().orElseThrow().value());
        assertEquals(
                MetricValue.of(4 / 10.0 - 9 / 20.0),
                selected.gap().orElseThrow().value());
        assertEquals(
                Intervals.newcombe(4, 10, 9, 20, 0.95),
                selected.gap().orElseThrow().uncertainty());
        OtherThreshold.Row others = asked.rows().get(1);
        assertEquals(true, others.reference());
        assertEquals(Optional.empty(), others.cells().get(0).gap());
        assertEquals(
                List.of(new Fraction(9, 20), new Fraction(5, 12), new Fraction(2, 8), new Fraction(13, 20)),
                others.cells().stream()
                        .map(cell -> cell.value().fraction().orElseThrow())
                        .toList());
    }

    @Test
    void withoutScoresOfTheComparisonGroupThereIsNoAnswer() {
        assertEquals(Optional.empty(), OtherThreshold.of(audit(), List.of("age"), SCORES.subList(0, 2), 70));
        assertEquals(
                1,
                OtherThreshold.of(audit(), List.of("age"), List.of(SCORES.get(2)), 70)
                        .orElseThrow()
                        .rows()
                        .size());
        assertThrows(IllegalArgumentException.class, () -> OtherThreshold.of(audit(), List.of("age"), SCORES, 101));
    }
}
