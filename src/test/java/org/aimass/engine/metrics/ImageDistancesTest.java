package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Distances between the features of real and of generated images. */
class ImageDistancesTest {

    private static double[] eigenvalues(double[]... matrix) {
        double[] values = SymmetricEigenvalues.of(matrix);
        Arrays.sort(values);
        return values;
    }

    @Test
    void findsEigenvalues() {
        assertArrayEquals(new double[] {1, 3}, eigenvalues(new double[] {2, 1}, new double[] {1, 2}), 1e-15);
        assertArrayEquals(
                new double[] {2 - Math.sqrt(2), 2, 2 + Math.sqrt(2)},
                eigenvalues(new double[] {2, -1, 0}, new double[] {-1, 2, -1}, new double[] {0, -1, 2}),
                1e-14);
        assertArrayEquals(
                new double[] {1, 1, 1, 5},
                eigenvalues(
                        new double[] {2, 1, 1, 1}, new double[] {1, 2, 1, 1}, new double[] {1, 1, 2, 1}, new double[] {
                            1, 1, 1, 2
                        }),
                1e-14);
        assertArrayEquals(new double[] {-4, 7}, eigenvalues(new double[] {7, 0}, new double[] {0, -4}));
        assertArrayEquals(new double[] {5}, eigenvalues(new double[] {5}));
    }

    /** Their sum is the trace, the sum of their squares that of all numbers; shifted along, the matrix shifts them. */
    @Test
    void findsTheEigenvaluesOfLargeMatrices() {
        Random random = new Random(4);
        int size = 60;
        double[][] matrix = new double[size][size];
        double trace = 0;
        double squares = 0;
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                matrix[row][column] = random.nextGaussian();
                matrix[column][row] = matrix[row][column];
                squares += (row == column ? 1 : 2) * matrix[row][column] * matrix[row][column];
            }
            trace += matrix[row][row];
        }
        double[][] shifted = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        for (int row = 0; row < size; row++) {
            shifted[row][row] += 100;
        }
        double[] values = eigenvalues(matrix);
        assertEquals(trace, Arrays.stream(values).sum(), 1e-12);
        assertEquals(squares, Arrays.stream(values).map(it -> it * it).sum(), 1e-10);
        assertArrayEquals(
                values, Arrays.stream(eigenvalues(shifted)).map(it -> it - 100).toArray(), 1e-11);
    }

    private static double[][] images(double... numbers) {
        return Arrays.stream(numbers).mapToObj(it -> new double[] {it}).toArray(double[][]::new);
    }

    /** Means of 1 and 3, variances of 2 and 8: 4 + 2 + 8 - 2 * 4. */
    @Test
    void measuresOneFeature() {
        assertEquals(6, FrechetDistance.of(images(0, 2), images(1, 5)), 1e-14);
        assertEquals(6, FrechetDistance.of(images(1, 5), images(0, 2)), 1e-14);
        assertEquals(0, FrechetDistance.of(images(1, 5), images(5, 1)), 1e-14);
    }

    /**
     * Covariances of (4, 1; 1, 1) and (3, 1.5; 1.5, 3), which do not commute; the root of their product, of trace 18 and determinant
     * 20.25, has a trace of the root of 18 + 2 * 4.5. The means lie 1 apart.
     */
    @Test
    void measuresFeaturesThatVaryTogether() {
        double[][] real = {{0, 0}, {2, 2}, {4, 1}};
        double[][] generated = {{1, 0}, {1, 3}, {4, 3}};
        assertEquals(1 + 5 + 6 - 2 * Math.sqrt(27), FrechetDistance.of(real, generated), 1e-13);
    }

    /** Along different axes nothing is shared: 2 between the means, 2 and 2 within. */
    @Test
    void measuresMoreFeaturesThanImages() {
        double[][] real = {{0, 0, 0}, {2, 0, 0}};
        double[][] generated = {{0, 0, 0}, {0, 2, 0}};
        assertEquals(6, FrechetDistance.of(real, generated), 1e-13);
        assertEquals(0, FrechetDistance.of(real, real), 1e-13);
        assertEquals(0, FrechetDistance.of(new double[][] {{3, 4}, {3, 4}}, new double[][] {{3, 4}, {3, 4}}));
    }

    /**
     * Of 0 and 1 the kernel is 1; of 2 and 3 it is 343; across 1, 1, 27 and 64. Each real image deviates by 0 and -44.5, each generated
     * one by 329 and 310.5.
     */
    @Test
    void comparesByAKernel() {
        KernelDistance distance = KernelDistance.of(images(0, 1), images(2, 3));
        assertEquals(1 + 343 - 2 * 93 / 4.0, distance.value(), 1e-12);
        Estimate estimate = distance.estimate().orElseThrow();
        double variance = 4 * (44.5 * 44.5 / 2 / 2 + 18.5 * 18.5 / 2 / 2);
        assertEquals(Math.sqrt(variance), estimate.standardError(), 1e-12);
        assertEquals(1, estimate.freedom());
        Interval interval = assertInstanceOf(Interval.class, distance.uncertainty(0.5));
        assertEquals(distance.value() - Math.sqrt(variance), interval.low(), 1e-9);
        assertEquals("student_t_u_statistic", interval.method());
    }

    /** Two features: the product is taken per feature. */
    @Test
    void theKernelKnowsHowManyFeaturesThereAre() {
        double[][] real = {{1, 1}, {1, 3}};
        double[][] generated = {{2, 0}, {0, 4}};
        double within = 27 + 1;
        double across = (8 + 27 + 8 + 343) / 4.0;
        assertEquals(within - 2 * across, KernelDistance.of(real, generated).value(), 1e-12);
    }

    @Test
    void whereNothingVariesNothingIsEstimated() {
        KernelDistance same = KernelDistance.of(images(2, 2, 2), images(2, 2));
        assertEquals(0, same.value(), 1e-12);
        assertEquals(Optional.empty(), same.estimate());
        assertEquals(
                "too few images, or all alike",
                assertInstanceOf(Uncertainty.NoInterval.class, same.uncertainty(0.95))
                        .reason());
    }

    /** 2,100 images are compared in three parts; alike, they come to about 0, and the standard error says how near. */
    @Test
    void comparesManyImagesInParts() {
        Random random = new Random(8);
        double[][] real =
                random.doubles(2_100).mapToObj(it -> new double[] {it}).toArray(double[][]::new);
        double[][] generated =
                random.doubles(1_500).mapToObj(it -> new double[] {it}).toArray(double[][]::new);
        KernelDistance alike = KernelDistance.of(real, generated);
        Estimate estimate = alike.estimate().orElseThrow();
        assertEquals(1_497, estimate.freedom());
        assertTrue(Math.abs(alike.value()) < 4 * estimate.standardError() && estimate.standardError() < 0.02);
        double[][] lighter =
                random.doubles(1_500).mapToObj(it -> new double[] {it + 0.5}).toArray(double[][]::new);
        KernelDistance apart = KernelDistance.of(real, lighter);
        assertTrue(apart.value() > 10 * apart.estimate().orElseThrow().standardError());
    }

    @Test
    void whatIsNoNumberHasNoEigenvalues() {
        assertThrows(
                ArithmeticException.class,
                () -> eigenvalues(new double[] {2, Double.NaN}, new double[] {Double.NaN, 2}));
    }

    /** Variances of 2/3, 2 and 2, covariances of 1/3, 1/3 and -1; twice as large and moved by 1, 1 and 2 they make 6 + 14/3. */
    @Test
    void measuresThreeFeaturesThatVaryTogether() {
        double[][] real = {{0, 0, 0}, {2, 1, 1}, {1, 3, 0}, {1, 0, 3}};
        double[][] generated = {{0, 0, 1}, {4, 2, 3}, {2, 6, 1}, {2, 0, 7}};
        assertEquals(6 + 14 / 3.0, FrechetDistance.of(real, generated), 1e-13);
        assertEquals(6 + 14 / 3.0, FrechetDistance.of(generated, real), 1e-13);
    }

    /**
     * Every second image makes a part. Ones against 2 and 3: 8 + 343 - (27 + 64), the generated ones deviate by 316 and 279. Zeros
     * against 3 and 3: 1 + 1000 - 2, and nothing varies.
     */
    @Test
    void averagesOverParts() {
        double[][] real = new double[1_001][];
        Arrays.setAll(real, image -> new double[] {image % 2 == 0 ? 1 : 0});
        KernelDistance distance = KernelDistance.of(real, images(2, 3, 3, 3));
        assertEquals((260 + 999) / 2.0, distance.value(), 1e-9);
        assertEquals(
                Math.sqrt(4 * 37 * 37 / 2.0 / 2) / 2,
                distance.estimate().orElseThrow().standardError(),
                1e-9);
        assertEquals(2, distance.estimate().orElseThrow().freedom());
    }

    /** A part holds up to 1,000 images, and at least two of each kind: 1,000 and 4 make one, 2,500 and 3 as well. */
    @Test
    void aPartHoldsAThousandImages() {
        Random random = new Random(8);
        for (int[] sizes : new int[][] {{1_000, 4, 3}, {2_500, 3, 2}, {2_001, 7, 4}}) {
            double[][] many =
                    random.doubles(sizes[0]).mapToObj(it -> new double[] {it}).toArray(double[][]::new);
            double[][] few =
                    random.doubles(sizes[1]).mapToObj(it -> new double[] {it}).toArray(double[][]::new);
            assertEquals(
                    sizes[2],
                    KernelDistance.of(many, few).estimate().orElseThrow().freedom());
        }
    }
}
