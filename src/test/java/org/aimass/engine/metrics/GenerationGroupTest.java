package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Four images: one refused; the others with a similarity of 0.9, 0.5 and 0.7, tones shifted by 3, -1 and 7 degrees, and two men and a
 * woman, of whom half each are wished for.
 */
class GenerationGroupTest {

    private final GenerationMetrics metrics = new GenerationMetrics(
            EnumSet.allOf(GenerationMetrics.Known.class), List.of("man", "woman"), List.of(0.5, 0.5));

    private static final int REFUSAL = 0;
    private static final int SIMILARITY = 1;
    private static final int SHIFT = 2;
    private static final int MAN = 3;
    private static final int DISCREPANCY = 5;

    private GenerationGroup group(boolean ofPeople, double[]... units) {
        TreeMap<Long, double[]> all = new TreeMap<>();
        for (double[] unit : units) {
            all.put((long) all.size(), unit);
        }
        return new GenerationGroup(metrics, all, ofPeople);
    }

    private final GenerationGroup images = group(
            false,
            new double[] {1, 1, 0, 0, 0, 0, 0, 0, 0},
            new double[] {1, 0, 1, 0.9, 1, 3, 1, 1, 0},
            new double[] {1, 0, 1, 0.5, 1, -1, 1, 0, 1},
            new double[] {1, 0, 1, 0.7, 1, 7, 1, 1, 0});

    /** A refusal that weighs 3, and images of 4, 1 and 0: 3 of 8, as sure as 8 8 times 15/64 over (9 25 + 17 9) / 64. */
    @Test
    void imagesCountAsMuchAsTheyWeigh() {
        TreeMap<Long, double[]> units = new TreeMap<>();
        units.put(1L, new double[] {3, 3, 0, 0, 0, 0, 0, 0, 0});
        units.put(4L, new double[] {4, 0, 4, 3.6, 4, 12, 4, 4, 0});
        units.put(5L, new double[] {1, 0, 1, 0.5, 1, -1, 1, 0, 1});
        units.put(9L, new double[9]);
        GenerationGroup weighed = new GenerationGroup(metrics, units, false, true, 4);
        assertEquals(4, weighed.rows());
        Proportion refused = weighed.proportion(REFUSAL).orElseThrow();
        assertEquals(3, refused.numerator());
        assertEquals(8, refused.denominator());
        assertEquals(64 * 15.0 / (9 * 25 + 17 * 9), refused.effectiveRows(), 1e-14);
        assertEquals(false, refused.plain());
        // 4 of 5: 0.16 25 over 16 0.04 + 0.64 are more than the two that weigh something
        assertEquals(2, weighed.proportion(MAN).orElseThrow().effectiveRows());
        assertEquals(4.1 / 5, weighed.values()[SIMILARITY], 1e-15);
        Interval similar = (Interval) weighed.uncertainty(SIMILARITY, 0.95).orElseThrow();
        double one = (3.6 - 4 * 0.82) / 5;
        double other = (0.5 - 0.82) / 5;
        assertEquals(
                Math.sqrt(2 * (one * one + other * other)),
                similar.estimate().orElseThrow().standardError(),
                1e-15);
        assertEquals("student_t_weights", similar.method());
        assertEquals(Optional.empty(), new GenerationGroup(metrics, units, true, true, 4).proportion(REFUSAL));
        assertEquals(
                "student_t_clusters",
                ((Interval) new GenerationGroup(metrics, units, true, true, 4)
                                .uncertainty(SIMILARITY, 0.95)
                                .orElseThrow())
                        .method());
        TreeMap<Long, double[]> light = new TreeMap<>();
        light.put(2L, new double[9]);
        assertEquals("all weights are 0", new GenerationGroup(metrics, light, false, true, 1).whyUndefined(REFUSAL));
        assertEquals(
                "no images asked for", new GenerationGroup(metrics, new TreeMap<>(), false, true, 0).whyUndefined(0));
        TreeMap<Long, double[]> unseen = new TreeMap<>();
        unseen.put(2L, new double[] {2, 0, 0, 0, 0, 0, 0, 0, 0});
        assertEquals(
                "no images to compare with their source",
                new GenerationGroup(metrics, unseen, false, true, 1).whyUndefined(SIMILARITY));
    }

    @Test
    void measuresImages() {
        assertArrayEquals(
                new double[] {1 / 4.0, 2.1 / 3, 3, 2 / 3.0, 1 / 3.0, Math.sqrt(2) / 6}, images.values(), 1e-15);
        assertEquals(4, images.rows());
        assertEquals(
                List.of(
                        "refusal_rate",
                        "identity_similarity",
                        "skin_tone_shift",
                        "attribute_share",
                        "attribute_share",
                        "representation_discrepancy"),
                metrics.list().stream().map(BaseMetric::name).toList());
    }

    /** Deviations of 0.2, -0.2 and 0 from the mean: a standard error of the root of 0.08 / 6. */
    @Test
    void meansHaveStudentsInterval() {
        Interval similar = assertInstanceOf(
                Interval.class, images.uncertainty(SIMILARITY, 0.95).orElseThrow());
        Estimate estimate = similar.estimate().orElseThrow();
        assertEquals(Math.sqrt(0.08 / 6), estimate.standardError(), 1e-15);
        assertEquals(2, estimate.freedom());
        assertEquals("student_t", similar.method());
        Interval shifted =
                assertInstanceOf(Interval.class, images.uncertainty(SHIFT, 0.95).orElseThrow());
        assertEquals(Math.sqrt(32 / 6.0), shifted.estimate().orElseThrow().standardError(), 1e-14);
        assertEquals(Optional.empty(), images.uncertainty(DISCREPANCY, 0.95));
        GenerationGroup one = group(false, new double[] {1, 0, 1, 0.9, 1, 3, 1, 1, 0});
        assertEquals(
                "fewer than two images, or all alike",
                assertInstanceOf(
                                Uncertainty.NoInterval.class,
                                one.uncertainty(SHIFT, 0.95).orElseThrow())
                        .reason());
    }

    @Test
    void sharesHaveTheirFractions() {
        Proportion refused = images.proportion(REFUSAL).orElseThrow();
        assertEquals(1, refused.numerator());
        assertEquals(4, refused.denominator());
        assertEquals(2, images.proportion(MAN).orElseThrow().numerator());
        assertEquals(3, images.proportion(MAN).orElseThrow().denominator());
        assertEquals(Optional.empty(), images.proportion(SIMILARITY));
        assertEquals(Optional.empty(), images.proportion(DISCREPANCY));
    }

    /** Two people, of two images and of one: 1.4 over 2 and 0.7 over 1 deviate by 0 and 0. */
    @Test
    void peopleAreTakenTogether() {
        GenerationGroup people =
                group(true, new double[] {2, 0, 2, 1.4, 2, 2, 2, 1, 1}, new double[] {2, 1, 1, 0.7, 1, 7, 1, 1, 0});
        assertEquals(0.7, people.values()[SIMILARITY], 1e-15);
        assertEquals(
                "fewer than two clusters, or all alike",
                assertInstanceOf(
                                Uncertainty.NoInterval.class,
                                group(true, new double[] {2, 0, 2, 1.5, 2, 2, 2, 1, 1})
                                        .uncertainty(SIMILARITY, 0.95)
                                        .orElseThrow())
                        .reason());
        Interval shifted =
                assertInstanceOf(Interval.class, people.uncertainty(SHIFT, 0.95).orElseThrow());
        // 2 - 3 * 2 and 7 - 3, over 3, twice for two people
        assertEquals(Math.sqrt(2 * 32 / 9.0), shifted.estimate().orElseThrow().standardError(), 1e-14);
        assertEquals("student_t_clusters", shifted.method());
        assertEquals(Optional.empty(), people.proportion(REFUSAL));
        assertEquals(new Fraction(1, 4), people.fraction(REFUSAL).orElseThrow());
        assertEquals(Optional.empty(), people.fraction(SHIFT));
        assertEquals("bootstrap_clusters", people.bootstrapMethod());
        assertEquals("bootstrap", images.bootstrapMethod());
    }

    @Test
    void saysWhatIsMissing() {
        GenerationGroup refused = group(false, new double[] {1, 1, 0, 0, 0, 0, 0, 0, 0});
        assertEquals(1, refused.values()[REFUSAL]);
        assertEquals("no images to compare with their source", refused.whyUndefined(SIMILARITY));
        assertEquals("no images with a skin tone", refused.whyUndefined(SHIFT));
        assertEquals("nobody is perceived", refused.whyUndefined(MAN));
        assertEquals("nobody is perceived", refused.whyUndefined(DISCREPANCY));
        assertEquals(Double.NaN, refused.values()[DISCREPANCY]);
        assertEquals("no images asked for", group(false).whyUndefined(REFUSAL));
        GenerationMetrics few = new GenerationMetrics(Set.of(), List.of(), List.of());
        assertEquals(List.of(), few.list());
        assertThrows(IllegalArgumentException.class, () -> new GenerationMetrics(Set.of(), List.of("man"), List.of()));
    }

    private static double deviation(GenerationGroup group, int metric) {
        double[] drawn = Arrays.stream(group.replicates(3_000, 9, "g"))
                .mapToDouble(it -> it[metric])
                .toArray();
        double mean = Arrays.stream(drawn).average().orElseThrow();
        return Math.sqrt(Arrays.stream(drawn)
                .map(it -> (it - mean) * (it - mean))
                .average()
                .orElseThrow());
    }

    /** 600 images of which a third is refused, and 5,000, which are drawn in blocks. */
    @Test
    void drawsImagesAgain() {
        for (int size : new int[] {600, 5_000}) {
            double[][] units = IntStream.range(0, size)
                    .mapToObj(i -> new double[] {1, i % 3 == 0 ? 1 : 0, 0, 0, 0, 0, 0, 0, 0})
                    .toArray(double[][]::new);
            double alone = Math.sqrt(2 / 9.0 / size);
            assertEquals(alone, deviation(group(false, units), REFUSAL), 0.08 * alone);
        }
    }

    /** Up to 4,096 images each has its own draw; of more, those of one of 4,096 blocks share one. Every seventh is refused. */
    @Test
    void manyImagesAreDrawnInBlocks() {
        for (int size : new int[] {4_096, 4_097}) {
            double[][] units = IntStream.range(0, size)
                    .mapToObj(i -> new double[] {1, i % 7 == 0 ? 1 : 0, 0, 0, 0, 0, 0, 0, 0})
                    .toArray(double[][]::new);
            double[][] replicates = group(false, units).replicates(3, 9, "g");
            for (int replicate = 0; replicate < 3; replicate++) {
                long stream = PersonDraws.stream(9, replicate);
                double all = 0;
                double refused = 0;
                for (long image = 0; image < size; image++) {
                    int times = PersonDraws.times(stream, size == 4_096 ? image : Draws.mix(image) & 4_095);
                    all += times;
                    refused += image % 7 == 0 ? times : 0;
                }
                assertEquals(refused / all, replicates[replicate][REFUSAL], 1e-15);
            }
        }
    }
}
