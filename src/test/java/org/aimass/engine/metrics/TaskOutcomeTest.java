package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TaskOutcomeTest {

    private static final List<GroupSummary> GROUPS = List.of(new GroupSummary(Map.of(), 7, Optional.empty(), false));

    @Test
    void keepsWhatItHasAndTakesMore() {
        Confusion confusion = new Confusion(List.of("a", "b"), List.of());
        Distributions distributions = new Distributions(Distributions.ERROR, List.of(0.0, 1.0), List.of());
        ErrorTradeOffs tradeOffs = new ErrorTradeOffs(List.of(0.5), List.of());
        Transcripts transcripts = new Transcripts(List.of());
        QuotedAnswers answers = new QuotedAnswers(List.of());
        TaskOutcome outcome = TaskOutcome.of(GROUPS, List.of(MeasuredAlone.of("first")))
                .with(confusion)
                .with(distributions)
                .with(tradeOffs)
                .with(transcripts)
                .with(MeasuredAlone.of("second"))
                .with(answers);
        TaskOutcome expected = new TaskOutcome(
                GROUPS,
                List.of(MeasuredAlone.of("first"), MeasuredAlone.of("second")),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(confusion),
                Optional.of(distributions),
                Optional.of(tradeOffs),
                Optional.of(transcripts),
                Optional.of(answers));
        assertEquals(expected, outcome);
    }

    @Test
    void measurementsAreKeptUnderOtherWords() {
        Measurement first = MeasuredAlone.of("first").at("alpha", 0.5).at("beta", 2);
        assertEquals(Map.of("alpha", 0.5, "beta", 2), first.at());
        Measurement second = first.named("second", Map.of("beta", 3));
        assertEquals("second", second.metric());
        assertEquals(Map.of("beta", 3), second.at());
        Uncertainty other = new Uncertainty.NoInterval("another");
        assertEquals(other, second.with(other).uncertainty());
        assertEquals(second, second.with(other).with(first.uncertainty()));
        assertEquals("Pair[group=f, reference=m]", new Measurement.Pair("f", "m").toString());
    }
}
