package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** tp 7, fp 3, fn 2, tn 11 of the rows at or below the median, and 5, 1, 4, 6 above: 12, 4, 6, 17 in all, 39 rows. */
class RateTest {

    private static final double[] CELLS = {7, 3, 2, 11, 5, 1, 4, 6};

    private static double of(Rate rate) {
        return Rate.sum(rate.numerator(), CELLS) / Rate.sum(rate.denominator(), CELLS);
    }

    @Test
    void everyRateCountsItsCells() {
        assertEquals(16 / 39.0, of(Rate.SELECTION_RATE));
        assertEquals(18 / 39.0, of(Rate.PREVALENCE));
        assertEquals(29 / 39.0, of(Rate.ACCURACY));
        assertEquals(10 / 39.0, of(Rate.ERROR_RATE));
        assertEquals(12 / 16.0, of(Rate.PRECISION));
        assertEquals(12 / 18.0, of(Rate.TRUE_POSITIVE_RATE));
        assertEquals(4 / 21.0, of(Rate.FALSE_POSITIVE_RATE));
        assertEquals(17 / 21.0, of(Rate.TRUE_NEGATIVE_RATE));
        assertEquals(6 / 18.0, of(Rate.FALSE_NEGATIVE_RATE));
        assertEquals(17 / 23.0, of(Rate.NEGATIVE_PREDICTIVE_VALUE));
        assertEquals(4 / 16.0, of(Rate.FALSE_DISCOVERY_RATE));
        assertEquals(6 / 23.0, of(Rate.FALSE_OMISSION_RATE));
        assertEquals(16 / 39.0, of(Rate.SCORING_RATE));
    }

    @Test
    void flippedTakesTheOtherLabelForPositive() {
        assertEquals(23 / 39.0, of(Rate.SELECTION_RATE.flipped()));
        assertEquals(17 / 23.0, of(Rate.PRECISION.flipped()));
        assertEquals(17 / 21.0, of(Rate.TRUE_POSITIVE_RATE.flipped()));
        assertEquals(6 / 18.0, of(Rate.FALSE_POSITIVE_RATE.flipped()));
        assertEquals(4 / 16.0, of(Rate.FALSE_OMISSION_RATE.flipped()));
        assertEquals(10 / 39.0, of(Rate.ERROR_RATE.flipped()));
        assertEquals("no predicted negatives", Rate.PRECISION.flipped().whyUndefined());
    }

    @Test
    void reasonsNameTheEmptyDenominator() {
        assertEquals("no rows", Rate.ACCURACY.whyUndefined());
        assertEquals("no predicted positives", Rate.PRECISION.whyUndefined());
        assertEquals("no labelled positives", Rate.FALSE_NEGATIVE_RATE.whyUndefined());
        assertEquals("no labelled negatives", Rate.FALSE_POSITIVE_RATE.whyUndefined());
        assertEquals("no predicted negatives", Rate.FALSE_OMISSION_RATE.whyUndefined());
    }

    @Test
    void cellsFollowLabelAndPrediction() {
        assertEquals(0, Rate.cell(true, true));
        assertEquals(1, Rate.cell(false, true));
        assertEquals(2, Rate.cell(true, false));
        assertEquals(3, Rate.cell(false, false));
    }

    /** balanced accuracy (12/18 + 17/21) / 2; F1 24/34; Matthews (12*17 - 4*6) / sqrt(16*18*21*23). */
    @Test
    void valuesFromCells() {
        BaseMetrics metrics = new BaseMetrics(false, List.of(10));
        double[] values = new double[metrics.size()];
        metrics.fromCells(12, 4, 6, 17, values);
        for (int metric = 0; metric < BaseMetrics.RATES.size(); metric++) {
            assertEquals(of(BaseMetrics.RATES.get(metric)), values[metric]);
        }
        assertEquals((12 / 18.0 + 17 / 21.0) / 2, values[BaseMetrics.BALANCED_ACCURACY], 1e-15);
        assertEquals(24 / 34.0, values[BaseMetrics.F1_SCORE], 1e-15);
        assertEquals(180 / Math.sqrt(16 * 18 * 21 * 23), values[BaseMetrics.MATTHEWS_CORRCOEF], 1e-15);
        assertEquals(14, metrics.size());
    }

    @Test
    void reasonsOfCombinedMetrics() {
        BaseMetrics metrics = new BaseMetrics(true, List.of(10));
        double[] rejected = {0, 0, 3, 4, 0, 0, 0, 0};
        double[] selected = {3, 4, 0, 0, 0, 0, 0, 0};
        double[] positive = {3, 0, 4, 0, 0, 0, 0, 0};
        double[] negative = {0, 3, 0, 4, 0, 0, 0, 0};
        assertEquals("no rows", metrics.whyUndefined(BaseMetrics.ROC_AUC, new double[8]));
        assertEquals("no predicted positives", metrics.whyUndefined(BaseMetrics.PRECISION, rejected));
        assertEquals("no predicted positives", metrics.whyUndefined(BaseMetrics.MATTHEWS_CORRCOEF, rejected));
        assertEquals("no predicted negatives", metrics.whyUndefined(BaseMetrics.MATTHEWS_CORRCOEF, selected));
        assertEquals("no labelled negatives", metrics.whyUndefined(BaseMetrics.ROC_AUC, positive));
        assertEquals("no labelled positives", metrics.whyUndefined(BaseMetrics.AVERAGE_PRECISION, negative));
        double[] quiet = {0, 0, 0, 4, 0, 0, 0, 0};
        assertEquals("no labelled or predicted positives", metrics.whyUndefined(BaseMetrics.F1_SCORE, quiet));
    }

    @Test
    void scoresOnAnEdgeGoUpOrDownByBinning() {
        BaseMetrics metrics = new BaseMetrics(true, List.of(10, 4));
        double[] scores = {0, 0.05, 0.25, 0.5, 0.9999, 1};
        int[] floor10 = new int[6];
        int[] ceil10 = new int[6];
        int[] floor4 = new int[6];
        int[] ceil4 = new int[6];
        for (int i = 0; i < scores.length; i++) {
            floor10[i] = metrics.bin(0, scores[i]);
            ceil10[i] = metrics.bin(1, scores[i]);
            floor4[i] = metrics.bin(2, scores[i]);
            ceil4[i] = metrics.bin(3, scores[i]);
        }
        assertArrayEquals(new int[] {0, 0, 2, 5, 9, 9}, floor10);
        assertArrayEquals(new int[] {0, 0, 2, 4, 9, 9}, ceil10);
        assertArrayEquals(new int[] {0, 0, 1, 2, 3, 3}, floor4);
        assertArrayEquals(new int[] {0, 0, 0, 1, 3, 3}, ceil4);
        assertEquals(
                "maximum_calibration_error",
                metrics.list().get(BaseMetrics.expectedError(3) + 2).name());
        assertEquals(
                4, metrics.list().get(BaseMetrics.expectedError(3) + 2).at().get("bins"));
        assertEquals(
                "ceil",
                metrics.list().get(BaseMetrics.expectedError(3) + 2).at().get("edges"));
    }
}
