package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aimass.engine.inference.HostileModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T1: models that compute what cannot be, in the memory that a child gets: each ends in an answer or in one line. */
class RunnableModelsT1Test {

    private static final long MEMORY = 6L << 30;

    @TempDir
    Path folder;

    @Test
    void theRuntimeCopesWithEachOfThem() throws IOException {
        try (EngineProcess engine = EngineProcess.limited(folder, HostileModelsMain.class, 256, MEMORY)) {
            assertEquals(0, engine.await(), () -> String.join("\n", engine.said()));
            assertEquals(List.of(), engine.said());
        }
        List<String> answers = Files.readAllLines(folder.resolve("stdout")).stream()
                .filter(line -> !line.startsWith("begin "))
                .toList();
        assertEquals(HostileModels.runnable().size(), answers.size(), answers::toString);
        for (String answer : answers) {
            assertTrue(answer.length() < 1_000 && !answer.contains("onnxruntime_src"), answer);
        }
        assertTrue(answers.contains("a tree as it should be: 0  | 0 "), answers::toString);
        assertTrue(
                answers.contains(
                        "16 GiB of ones while loading: 0  | 3 model.onnx: cannot score these rows: out of memory (Non-zero"
                                + " status code returned while running ConstantOfShape node. Name:'ConstantOfShape[h]' Status Message:"
                                + " Failed to allocate memory for requested buffer of size 17179869184 )"),
                answers::toString);
    }
}
