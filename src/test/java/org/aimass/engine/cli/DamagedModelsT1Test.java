package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T1: damaged models end in an answer or an exit code, and the process lives on. {@code aimass.mutants} asks for more of them. */
class DamagedModelsT1Test {

    private static final int MUTANTS = Integer.getInteger("aimass.mutants", 250);

    @TempDir
    Path folder;

    @Test
    void doNotTakeTheProcessDown() {
        try (EngineProcess engine =
                EngineProcess.start(folder, MutantsMain.class, 256, List.of(Integer.toString(MUTANTS)))) {
            assertEquals(
                    0, engine.await(Duration.ofSeconds(120 + MUTANTS / 10)), () -> String.join("\n", engine.said()));
            assertEquals(List.of(), engine.said());
        }
    }
}
