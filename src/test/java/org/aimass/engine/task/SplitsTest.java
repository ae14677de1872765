package org.aimass.engine.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.aimass.engine.metrics.SliceSearch;
import org.aimass.engine.metrics.TaskOutcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However rows are dealt to parts, in whatever order, the parts merged give the outcome of the whole, digit for digit. */
class SplitsTest {

    private static final List<List<String>> VALUES =
            List.of(List.of("a", "b", "c"), List.of("x", "y", "z"), List.of("low", "middle", "high"));

    /** Every combination of what a plan may have, each with rows of its own. */
    @ParameterizedTest
    @MethodSource("combinations")
    void partsAddUpToTheWhole(int combination) {
        long seed = 20260301L + combination;
        int parts = 1 + combination % 6;
        boolean scored = (combination & 1) != 0;
        boolean weighted = (combination & 2) != 0;
        boolean clustered = (combination & 4) != 0;
        boolean many = (combination & 8) != 0;
        BinaryPlan plan = new BinaryPlan(
                new GroupPlan(
                        List.of("letter", "end"),
                        List.of(List.of("letter", "end")),
                        List.of("level"),
                        Map.of(),
                        weighted,
                        clustered,
                        0.95,
                        5,
                        seed,
                        10),
                scored,
                true,
                List.of(10),
                OptionalDouble.of(0.02),
                Optional.of(new SliceSearch(3, OptionalInt.of(5), 10, seed, true, 0.05)));
        RandomRows rows = new RandomRows(seed, 250, 2);
        int exactRows = many ? 120 : 1000;
        BinaryClassification whole = new BinaryClassification(plan, exactRows);
        whole.add(rows.all);
        BinaryClassification merged = new BinaryClassification(plan, exactRows);
        for (LabelledBatch part : rows.parts(parts)) {
            BinaryClassification one = new BinaryClassification(plan, exactRows);
            one.add(part);
            merged.merge(one);
        }
        TaskOutcome expected = whole.outcome(VALUES);
        TaskOutcome actual = merged.outcome(VALUES);
        assertEquals(expected.groups(), actual.groups());
        for (int i = 0; i < expected.measurements().size(); i++) {
            assertEquals(expected.measurements().get(i), actual.measurements().get(i));
        }
        assertEquals(expected.measurements().size(), actual.measurements().size());
        assertEquals(expected.scores(), actual.scores());
        assertEquals(expected.tests(), actual.tests());
        assertEquals(expected.worstSlices(), actual.worstSlices());
    }

    static IntStream combinations() {
        return IntStream.range(0, 32);
    }
}
