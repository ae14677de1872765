package org.aimass.engine.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However rows are dealt to parts, in whatever order, the parts merged give the outcome of the whole, digit for digit. */
class SplitsTest {

    private static final List<List<String>> VALUES =
            List.of(List.of("a", "b", "c"), List.of("x", "y", "z"), List.of("low", "middle", "high"));

    @Property(tries = 32)
    void partsAddUpToTheWhole(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int parts,
            @ForAll boolean scored,
            @ForAll boolean weighted,
            @ForAll boolean clustered,
            @ForAll boolean many) {
        BinaryPlan plan = new BinaryPlan(
                List.of("letter", "end"),
                List.of(List.of("letter", "end")),
                List.of("level"),
                Map.of(),
                scored,
                weighted,
                clustered,
                true,
                0.95,
                5,
                seed,
                10,
                List.of(10),
                OptionalDouble.of(0.02));
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
        BinaryOutcome expected = whole.outcome(VALUES);
        BinaryOutcome actual = merged.outcome(VALUES);
        assertEquals(expected.groups(), actual.groups());
        for (int i = 0; i < expected.measurements().size(); i++) {
            assertEquals(expected.measurements().get(i), actual.measurements().get(i));
        }
        assertEquals(expected.measurements().size(), actual.measurements().size());
    }
}
