package org.aimass.engine.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that the benchmark measures can be measured; how long it takes is nobody's business here. */
class BenchTest {

    private static final int FEW = 40;

    @TempDir
    Path folder;

    @Test
    void readsAndScoresTables() {
        Bench.prepareTables(folder, 5_000);
        measure(
                Bench.tables().stream()
                        .filter(part -> !part.startsWith("audit") || part.equals("audit parquet forest"))
                        .toList(),
                5_000);
    }

    @Test
    void runsEveryStepOfOtherTasks() {
        Bench.prepareTasks(folder, FEW);
        measure(Bench.tasks(), FEW);
    }

    private void measure(List<String> parts, int rows) {
        for (String part : parts) {
            assertTrue(Bench.part(part, folder, rows, 2).wall() > 0, part);
        }
    }

    /** 6 of 2 and 1, 9 of 4. */
    @Test
    void holdsAuditsAgainstWhatTheyCannotCostLessThan() {
        assertEquals(
                Map.of("audit csv mlp", 2.0, "audit pose_estimation", 2.25),
                Bench.ratios(List.of(
                        cost("read csv mlp", 2),
                        cost("score mlp", 1),
                        cost("audit csv mlp", 6),
                        cost("raw pose_estimation", 4),
                        cost("audit pose_estimation", 9))));
    }

    private static Bench.Cost cost(String part, double cpu) {
        return new Bench.Cost(part, 5, cpu, 7);
    }
}
