package org.aimass.engine.task;

import static org.aimass.engine.task.Found.interval;
import static org.aimass.engine.task.Found.noInterval;
import static org.aimass.engine.task.Found.undefined;
import static org.aimass.engine.task.Found.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.aimass.engine.metrics.GenerationMetrics.Known;
import org.junit.jupiter.api.Test;

/**
 * Group A has two real images with a feature of 0 and 2, two generated ones with 1 and 5, similar by 0.9 and 0.5 and shifted by 3 and
 * -1 degrees, a man and a woman, and one refusal. Group B has one generated image with 7, similar by 0.2, shifted by 10, a man.
 */
class GenerationTest {

    private static final Map<String, String> A = Map.of("g", "A");
    private static final Map<String, String> B = Map.of("g", "B");
    private static final double NONE = Double.NaN;

    private static GenerationPlan plan(Map<String, Double> reference) {
        return new GenerationPlan(Found.plan("g", false, false), EnumSet.allOf(Known.class), true, true, reference);
    }

    private static OutputBatch batch() {
        return new OutputBatch(
                6,
                new boolean[] {true, false, false, true, false, false},
                new boolean[] {false, false, true, false, false, false},
                new double[][] {{0}, {1}, {}, {2}, {7}, {5}},
                new double[] {NONE, 0.9, NONE, NONE, 0.2, 0.5},
                new double[] {NONE, 3, NONE, NONE, 10, -1},
                new int[] {-1, 0, -1, -1, 0, 1},
                new long[] {2, 3, 4, 5, 6, 7},
                null,
                new int[][] {{0, 0, 0, 0, 1, 0}});
    }

    private static Found measured(Map<String, Double> reference) {
        Generation generation = new Generation(plan(reference));
        generation.add(batch());
        return new Found(generation.outcome(List.of(List.of("A", "B")), List.of("man", "woman")));
    }

    private final Found found = measured(Map.of());

    @Test
    void measuresImagesByGroup() {
        assertEquals(3, value(found.of("count", A)));
        assertEquals(4, value(found.of("count", Map.of())));
        assertEquals(1 / 3.0, value(found.of("refusal_rate", A)), 1e-15);
        assertEquals(0, value(found.of("refusal_rate", B)));
        assertEquals("wilson", interval(found.of("refusal_rate", A)).method());
        assertEquals(0.7, value(found.of("identity_similarity", A)), 1e-15);
        assertEquals(1.6 / 3, value(found.of("identity_similarity", Map.of())), 1e-15);
        assertEquals(1, value(found.of("skin_tone_shift", A)));
        assertEquals(10, value(found.of("skin_tone_shift", B)));
        assertEquals(9, value(found.pair("skin_tone_shift_difference", "g", "B", "A")));
    }

    @Test
    void comparesWhatIsPerceivedWithTheReference() {
        Map<String, Object> man = Map.of("attribute", "man");
        assertEquals(2 / 3.0, value(found.of("attribute_share", Map.of(), man)), 1e-15);
        assertEquals(0, value(found.of("representation_discrepancy", A)));
        assertEquals(Math.sqrt(0.5), value(found.of("representation_discrepancy", B)), 1e-15);
        Found declared = measured(Map.of("man", 0.2, "woman", 0.5, "other", 0.3));
        assertEquals(Math.sqrt(0.3 * 0.3 + 0 + 0.3 * 0.3), value(declared.of("representation_discrepancy", A)), 1e-15);
        assertEquals(0, value(declared.of("attribute_share", B, Map.of("attribute", "other"))));
    }

    @Test
    void comparesWithRealImages() {
        Map<String, Object> at = Map.of("real", 2, "generated", 2);
        assertEquals(6, value(found.of("frechet_distance", A, at)), 1e-14);
        assertEquals(
                "too large with few images, and larger still when they are drawn again",
                noInterval(found.of("frechet_distance", A, at)));
        // kernels of 1 within the real, 216 within the generated, 1, 1, 27 and 1331 across
        assertEquals(1 + 216 - 2 * 1360 / 4.0, value(found.of("kernel_distance", A, at)), 1e-12);
        assertEquals(
                "student_t_u_statistic",
                interval(found.of("kernel_distance", A, at)).method());
        Map<String, Object> few = Map.of("real", 0, "generated", 1);
        assertEquals("fewer than two real images", undefined(found.of("kernel_distance", B, few)));
    }

    @Test
    void refusesWhatDoesNotFit() {
        Generation strange = new Generation(plan(Map.of("woman", 1.0)));
        strange.add(batch());
        assertEquals(
                "\"man\" is perceived; expected only what options.reference_distribution has a share of",
                assertThrows(
                                UnusableRows.class,
                                () -> strange.outcome(List.of(List.of("A", "B")), List.of("man", "woman")))
                        .getMessage());
        Generation empty = new Generation(plan(Map.of()));
        assertEquals(
                "no image is generated; expected a row whose image is no real one",
                assertThrows(UnusableRows.class, () -> empty.outcome(List.of(List.of("A")), List.of()))
                        .getMessage());
        GenerationPlan plain =
                new GenerationPlan(Found.plan("g", false, false), EnumSet.noneOf(Known.class), false, false, Map.of());
        assertThrows(IllegalArgumentException.class, () -> new Generation(plain).add(batch()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new GenerationPlan(
                        Found.plan("g", true, false), EnumSet.noneOf(Known.class), false, false, Map.of()));
    }
}
