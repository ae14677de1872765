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
import org.jspecify.annotations.Nullable;
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

    private static OutputBatch batch(double @Nullable [] weight) {
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
                weight,
                new int[][] {{0, 0, 0, 0, 1, 0}});
    }

    private static Found measured(Map<String, Double> reference) {
        Generation generation = new Generation(plan(reference));
        generation.add(batch(null));
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

    private static Found weighed(double... weight) {
        Generation generation = new Generation(
                new GenerationPlan(Found.plan("g", true, false), EnumSet.allOf(Known.class), true, true, Map.of()));
        generation.add(batch(weight));
        return new Found(generation.outcome(List.of(List.of("A", "B")), List.of("man", "woman")));
    }

    /** Of A a man that weighs 3, a refusal 4 and a woman 5, of B a man 7; real ones 1. */
    @Test
    void imagesCountAsMuchAsTheyWeigh() {
        Found weighed = weighed(1, 3, 4, 1, 7, 5);
        assertEquals(3, value(weighed.of("count", A)));
        assertEquals(4 / 12.0, value(weighed.of("refusal_rate", A)), 1e-15);
        assertEquals(4 / 19.0, value(weighed.of("refusal_rate", Map.of())), 1e-15);
        assertEquals(
                "wilson_effective_rows", interval(weighed.of("refusal_rate", A)).method());
        assertEquals((3 * 0.9 + 5 * 0.5) / 8, value(weighed.of("identity_similarity", A)), 1e-15);
        assertEquals(
                "student_t_weights",
                interval(weighed.of("identity_similarity", A)).method());
        assertEquals((3 * 3 - 5 + 7 * 10) / 15.0, value(weighed.of("skin_tone_shift", Map.of())), 1e-15);
        assertEquals(10 / 15.0, value(weighed.of("attribute_share", Map.of(), Map.of("attribute", "man"))), 1e-15);
        assertEquals(Math.sqrt(2) / 8, value(weighed.of("representation_discrepancy", A)), 1e-15);
        Map<String, Object> at = Map.of("real", 2, "generated", 2);
        for (String distance : List.of("frechet_distance", "kernel_distance")) {
            assertEquals("features of images with weights other than 0 and 1", undefined(weighed.of(distance, A, at)));
        }
    }

    /** What weighs 1 is compared, what weighs 0 is not; the refusal has no features, whatever it weighs. */
    @Test
    void featuresCountOnceOrNot() {
        Map<String, Object> at = Map.of("real", 2, "generated", 2);
        Found ones = weighed(1, 1, 9, 1, 1, 1);
        assertEquals(6, value(ones.of("frechet_distance", A, at)), 1e-14);
        assertEquals(1 + 216 - 2 * 1360 / 4.0, value(ones.of("kernel_distance", A, at)), 1e-12);
        Found one = weighed(1, 0, 1, 1, 2, 1);
        assertEquals(
                "fewer than two generated images",
                undefined(one.of("frechet_distance", A, Map.of("real", 2, "generated", 1))));
        assertEquals(
                "features of images with weights other than 0 and 1",
                undefined(one.of("frechet_distance", B, Map.of("real", 0, "generated", 1))));
    }

    @Test
    void weightsOfZeroLeaveNothing() {
        Found none = weighed(0, 0, 0, 0, 2, 0);
        assertEquals("all weights are 0", undefined(none.of("refusal_rate", A)));
        assertEquals("all weights are 0", undefined(none.of("representation_discrepancy", A)));
        assertEquals(3, value(none.of("count", A)));
        assertThrows(IllegalArgumentException.class, () -> new Generation(plan(Map.of())).add(batch(new double[6])));
    }

    @Test
    void refusesWhatDoesNotFit() {
        Generation strange = new Generation(plan(Map.of("woman", 1.0)));
        strange.add(batch(null));
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
        assertThrows(IllegalArgumentException.class, () -> new Generation(plain).add(batch(null)));
    }
}
