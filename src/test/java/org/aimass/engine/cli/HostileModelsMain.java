package org.aimass.engine.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.aimass.engine.inference.HostileModels;

/** Inspects and runs models that compute what cannot be, one after the other, in a process that native code may take down. */
@SuppressWarnings("SystemOut")
final class HostileModelsMain {

    private HostileModelsMain() {}

    /** Says on standard output what came of each: its name, and both exit codes with their lines. */
    public static void main(String[] words) throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        Path model = folder.resolve("model.onnx");
        Path outcome = folder.resolve("outcome.json");
        Files.writeString(
                folder.resolve("data.csv"), "y,x,t\n1,1,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n0,0.25,b\n1,0.5,\n");
        Path job = Files.writeString(folder.resolve("job.json"), """
                {"task":"binary_classification","dataset":{"path":"data.csv"},"columns":{"label":"y"},
                 "model":{"path":"model.onnx"},"bootstrap":{"replicates":1}}
                """);
        for (Map.Entry<String, byte[]> each : HostileModels.runnable().entrySet()) {
            System.out.println("begin " + each.getKey());
            Files.write(model, each.getValue());
            Files.deleteIfExists(outcome);
            String inspected = run("inspect", model.toString());
            String ran = run("run", job.toString(), "--out", outcome.toString(), "--deadline", "20");
            System.out.println(each.getKey() + ": " + inspected + " | " + ran);
            if (Files.exists(outcome) != ran.startsWith("0")) {
                throw new IllegalStateException("an outcome file with exit code " + ran);
            }
        }
    }

    private static String run(String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        int code = new EngineMain(nowhere, new PrintStream(said, true, StandardCharsets.UTF_8), exit -> {})
                .run(List.of(words));
        String text = said.toString(StandardCharsets.UTF_8).strip();
        if (text.lines().count() > 1 || code == 1) {
            throw new IllegalStateException("exit code " + code + ": " + text);
        }
        return code + " " + text;
    }
}
