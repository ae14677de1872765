package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.aimass.engine.metrics.SynthesisMetrics.Aspect;
import org.aimass.engine.metrics.SynthesisMetrics.Row;
import org.junit.jupiter.api.Test;

/** Three utterances with weights of 2, 1 and 0.5, of which each brings something else. */
class SynthesisMetricsTest {

    private final List<Row> rows = List.of(
            new Row()
                    .rated(4)
                    .understood(new SnippetErrors(3, new Edits(1, 1, 0), 11, new Edits(1, 4, 0)))
                    .compared(5.5, 30, 10, 2)
                    .similar(0.8),
            new Row().rated(3).compared(6.5, Double.NaN, 4, 1),
            new Row()
                    .understood(new SnippetErrors(2, new Edits(0, 0, 1), 3, new Edits(0, 0, 2)))
                    .similar(-0.5));

    @Test
    void measuresWhatUtterancesBring() {
        List<RatioMetric> metrics = SynthesisMetrics.list(EnumSet.allOf(Aspect.class), true, 1, 5);
        assertEquals(
                List.of(
                        "mean_opinion_score",
                        "intelligibility_word_error_rate",
                        "intelligibility_character_error_rate",
                        "mel_cepstral_distortion",
                        "f0_rmse",
                        "voicing_error_rate",
                        "speaker_similarity"),
                metrics.stream().map(metric -> metric.base().name()).toList());
        double[][] numbers = SynthesisMetrics.numbers(rows, new double[] {2, 1, 0.5});
        RatioGroup group = new RatioGroup(metrics, new RatioRows(3, numbers, true, new int[][] {null, {8, 8, 9}}));
        assertArrayEquals(
                new double[] {11 / 3.0, 4.5 / 7, 11 / 23.5, 17.5 / 3, 30, 5 / 24.0, 1.35 / 2.5}, group.values(), 1e-15);
        assertEquals(
                List.of(false, true, true, true, true, true, false),
                metrics.stream().map(SynthesisMetrics::isError).toList());
        assertEquals(SynthesisMetrics.BY_LISTENER, metrics.get(0).keying());
        assertEquals(1, metrics.get(0).least());
        assertEquals(5, metrics.get(0).most());
        assertEquals(-1, metrics.get(6).least());
        assertEquals(1, metrics.get(6).most());
    }

    @Test
    void measuresNothingElse() {
        assertEquals(List.of(), SynthesisMetrics.list(Set.of(), true, 1, 5));
        assertEquals(
                List.of("intelligibility_character_error_rate"),
                SynthesisMetrics.list(Set.of(Aspect.TRANSCRIPT), false, 1, 5).stream()
                        .map(metric -> metric.base().name())
                        .toList());
    }
}
