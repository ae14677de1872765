package org.aimass.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineJvmTest {

    /** This Java starts with the options, and complains of none. */
    @Test
    void javaStarts() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(EngineJvm.options());
        command.add("--version");
        Process process = new ProcessBuilder(command).start();
        String complaints = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), complaints);
        assertTrue(complaints.isEmpty(), complaints);
    }
}
