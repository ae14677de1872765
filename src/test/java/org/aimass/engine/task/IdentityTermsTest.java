package org.aimass.engine.task;

import static org.aimass.engine.task.Found.interval;
import static org.aimass.engine.task.Found.noInterval;
import static org.aimass.engine.task.Found.undefined;
import static org.aimass.engine.task.Found.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.aimass.engine.metrics.Intervals;
import org.junit.jupiter.api.Test;

/**
 * Texts that name an identity: harmful ones with scores 0.9 and 0.4, harmless ones with 0.6, 0.5 and 0.1. Other texts: harmful 0.8,
 * 0.7, 0.55; harmless 0.3, 0.2, 0.6, 0.05. From 0.5 on they are stopped.
 */
class IdentityTermsTest {

    private static final Map<String, String> NAMED = Map.of("term", "named");
    private static final double[] SCORE = {0.9, 0.4, 0.6, 0.5, 0.1, 0.8, 0.7, 0.55, 0.3, 0.2, 0.6, 0.05};
    private static final int[] LABEL = {1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0};
    private static final int[] TERM = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1};

    private static Found found(int[] label, boolean clustered, List<String> identity) {
        BinaryPlan plan = new BinaryPlan(
                Found.plan("term", false, clustered),
                true,
                false,
                List.of(),
                OptionalDouble.empty(),
                Optional.empty(),
                identity);
        BinaryClassification filter = new BinaryClassification(plan);
        int[] prediction = new int[SCORE.length];
        int[] cluster = new int[SCORE.length];
        for (int row = 0; row < SCORE.length; row++) {
            prediction[row] = SCORE[row] >= 0.5 ? 1 : 0;
            cluster[row] = row / 2;
        }
        filter.add(new LabelledBatch(
                SCORE.length, label, prediction, SCORE, null, clustered ? cluster : null, new int[][] {TERM}));
        return new Found(filter.outcome(List.of(List.of("named", "other"))));
    }

    private final Found found = found(LABEL, false, List.of("term"));

    @Test
    void countsHarmlessTextsThatAreStopped() {
        assertEquals(2 / 3.0 - 1 / 4.0, value(found.of("identity_false_positive_gap", NAMED)), 1e-15);
        assertEquals(1 / 4.0 - 2 / 3.0, value(found.of("identity_false_positive_gap", Map.of("term", "other"))), 1e-15);
        assertEquals(
                Intervals.newcombe(2, 3, 1, 4, 0.95).low(),
                interval(found.of("identity_false_positive_gap", NAMED)).low(),
                1e-15);
    }

    /** Within the group 0.9 is above all three and 0.4 above one; of the pairs of 0.6 with others one is tied. */
    @Test
    void ordersTextsWithinAndAcross() {
        assertEquals(4 / 6.0, value(found.of("subgroup_auc", NAMED)), 1e-15);
        // harmful others against harmless ones of the group: 0.8 and 0.7 above all, 0.55 above two
        assertEquals(8 / 9.0, value(found.of("bpsn_auc", NAMED)), 1e-15);
        // harmful ones of the group against harmless others: 0.9 above four, 0.4 above three
        assertEquals(7 / 8.0, value(found.of("bnsp_auc", NAMED)), 1e-15);
        // 0.8 and 0.7 above four, 0.55 above three
        assertEquals(11 / 12.0, value(found.of("subgroup_auc", Map.of("term", "other"))), 1e-15);
    }

    /** Of 0.9 all others are below, of 0.4 three of four: 1 and 3/4 around 7/8; of four harmless ones 1, 1, 1/2 and 1. */
    @Test
    void isAsSureAsItsPlacesSpread() {
        double ofPositives = 2 * (1 / 64.0) / 4 * 2 / 1;
        double ofNegatives = (3 * (1 / 64.0) + 9 / 64.0) / 16 * 4 / 3;
        double half = 1.959963984540054 * Math.sqrt(ofPositives + ofNegatives);
        assertEquals(7 / 8.0 - half, interval(found.of("bnsp_auc", NAMED)).low(), 1e-12);
        assertEquals(1, interval(found.of("bnsp_auc", NAMED)).high());
        assertEquals("delong", interval(found.of("bnsp_auc", NAMED)).method());
        assertEquals(
                "rows come in clusters, which lie in both groups",
                noInterval(found(LABEL, true, List.of("term")).of("bnsp_auc", NAMED)));
    }

    @Test
    void saysWhatIsMissing() {
        int[] harmful = LABEL.clone();
        harmful[2] = 1;
        harmful[3] = 1;
        harmful[4] = 1;
        Found without = found(harmful, false, List.of("term"));
        assertEquals("no labelled negatives in the group", undefined(without.of("identity_false_positive_gap", NAMED)));
        assertEquals("no labelled negatives there", undefined(without.of("subgroup_auc", NAMED)));
        int[] harmless = LABEL.clone();
        harmless[0] = 0;
        harmless[1] = 0;
        assertEquals(
                "no labelled positives there",
                undefined(found(harmless, false, List.of("term")).of("bnsp_auc", NAMED)));
    }

    @Test
    void isMeasuredWhereAskedForAlone() {
        Found not = found(LABEL, false, List.of());
        assertEquals(
                0L,
                not.outcome().measurements().stream()
                        .filter(it -> it.metric().equals("bpsn_auc"))
                        .count());
        assertThrows(IllegalArgumentException.class, () -> found(LABEL, false, List.of("dialect")));
    }
}
