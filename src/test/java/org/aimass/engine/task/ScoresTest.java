package org.aimass.engine.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.aimass.engine.metrics.GroupScores;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.RocCurve;
import org.aimass.engine.metrics.ScoreBins;
import org.aimass.engine.metrics.ScoreViews;
import org.aimass.engine.metrics.TaskOutcome;
import org.junit.jupiter.api.Test;

/** The binned scores of an outcome tell the same as its measurements. */
class ScoresTest {

    private static final List<List<String>> VALUES = List.of(List.of("a", "b", "c"), List.of("x", "y", "z"));

    private static final BinaryPlan PLAN = Plans.plain(List.of("letter", "end"), List.of(List.of("letter", "end")));

    private static LabelledBatch rows() {
        LabelledBatch drawn = new RandomRows(11, 900, 3).all;
        return new LabelledBatch(
                drawn.rows(), drawn.label(), drawn.prediction(), drawn.score(), null, null, new int[][] {
                    drawn.features()[0], drawn.features()[1]
                });
    }

    private static TaskOutcome outcome(int exactRows) {
        BinaryClassification counted = new BinaryClassification(PLAN, exactRows);
        counted.add(rows());
        return counted.outcome(VALUES);
    }

    @Test
    void everyGroupHasItsScores() {
        TaskOutcome outcome = outcome(1000);
        assertEquals(1 + 3 + 3 + 9, outcome.scores().size());
        for (int i = 0; i < outcome.groups().size(); i++) {
            GroupScores scores = outcome.scores().get(i);
            assertEquals(outcome.groups().get(i).features(), scores.features());
            assertEquals(outcome.groups().get(i).rows(), scores.rows());
            assertEquals(
                    outcome.groups().get(i).counts().labelledPositive(),
                    scores.bins().positives());
        }
    }

    /** The error summed over the bins, and the area within what bins leave open. */
    @Test
    void binsTellTheMeasuredErrorAndArea() {
        TaskOutcome outcome = outcome(1000);
        for (GroupScores group : outcome.scores()) {
            double error = ScoreViews.reliability(group.bins(), 10, 0.95).stream()
                    .filter(bin -> bin.rows() > 0)
                    .mapToDouble(bin -> bin.rows() * Math.abs(value(bin.meanScore()) - value(bin.observed())))
                    .sum();
            Map<String, Object> floor = Map.of("bins", 10, "edges", "floor");
            assertEquals(
                    value(measured(outcome, "expected_calibration_error", group, floor)), error / group.rows(), 1e-12);
            RocCurve curve = ScoreViews.roc(group.bins()).orElseThrow();
            double area = value(measured(outcome, "roc_auc", group, Map.of()));
            assertTrue(Math.abs(area - curve.area()) <= curve.areaBound() + 1e-12, group.features()::toString);
        }
    }

    /** Beyond the rows that are kept one by one, the histogram of scores tells the same bins. */
    @Test
    void theHistogramCutsAtTheSameEdges() {
        List<GroupScores> exact = outcome(1000).scores();
        List<GroupScores> binned = outcome(100).scores();
        assertEquals(exact.size(), binned.size());
        for (int i = 0; i < exact.size(); i++) {
            List<ScoreBins.Bin> expected = exact.get(i).bins().bins();
            List<ScoreBins.Bin> actual = binned.get(i).bins().bins();
            assertEquals(expected.size(), actual.size());
            for (int bin = 0; bin < expected.size(); bin++) {
                assertEquals(expected.get(bin).place(), actual.get(bin).place());
                assertEquals(expected.get(bin).positive(), actual.get(bin).positive());
                assertEquals(expected.get(bin).negative(), actual.get(bin).negative());
                assertEquals(expected.get(bin).scoreSum(), actual.get(bin).scoreSum(), 1e-12);
            }
        }
    }

    @Test
    void theScoresOfTheLargestGroupsAreKept() {
        int rows = 3 * 1203;
        int[] label = new int[rows];
        double[] score = new double[rows];
        int[] feature = new int[rows];
        for (int row = 0; row < rows; row++) {
            label[row] = row % 2;
            score[row] = row % 7 / 7.0;
            // the first three of 1,203 groups have one row, the others three and a little more
            feature[row] = row < 3 ? row : 3 + row % 1200;
        }
        BinaryClassification counted = new BinaryClassification(Plans.plain(List.of("letter"), List.of()));
        counted.add(new LabelledBatch(rows, label, label, score, null, null, new int[][] {feature}));
        TaskOutcome outcome = counted.outcome(List.of(
                java.util.stream.IntStream.range(0, 1203).mapToObj(i -> "g" + i).toList()));
        assertEquals(1204, outcome.groups().size());
        assertEquals(1 + GroupScores.MOST_GROUPS, outcome.scores().size());
        assertEquals(Map.of(), outcome.scores().get(0).features());
        assertTrue(outcome.scores().stream().noneMatch(group -> group.rows() == 1));
    }

    private static MetricValue measured(TaskOutcome outcome, String metric, GroupScores group, Map<String, Object> at) {
        return outcome.measurements().stream()
                .filter(m -> m.metric().equals(metric) && m.over().isEmpty())
                .filter(m -> m.features().equals(group.features()) && m.at().equals(at))
                .map(Measurement::value)
                .findFirst()
                .orElseThrow();
    }

    private static double value(MetricValue value) {
        return ((MetricValue.Measured) value).value();
    }
}
