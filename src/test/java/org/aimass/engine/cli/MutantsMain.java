package org.aimass.engine.cli;

import ai.onnx.proto.OnnxMl.GraphProto;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.aimass.engine.inference.Onnx;

/** Inspects and runs damaged models, one after the other, in a process that native code may take down. */
final class MutantsMain {

    private MutantsMain() {}

    /** Words: how many mutants. Ends with 0 when each was answered with one of the three exit codes. */
    public static void main(String[] words) throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        Path model = folder.resolve("model.onnx");
        Path outcome = folder.resolve("outcome.json");
        Path job = Files.writeString(folder.resolve("job.json"), """
                {"task":"binary_classification","dataset":{"path":"data.csv"},"columns":{"label":"y"},
                 "model":{"path":"model.onnx","inputs":{"x":["x1","x2"]}},"bootstrap":{"replicates":1}}
                """);
        Files.writeString(folder.resolve("data.csv"), "y,x1,x2\n1,2,1\n0,1,1\n1,0,1\n0,-1,0\n");
        List<GraphProto.Builder> good = List.of(
                Onnx.logistic(2, -1),
                Onnx.classifier(Onnx.longsAttribute("classlabels_ints", 0, 1), Onnx.INT64, 2, -1),
                Onnx.zipped(Onnx.longsAttribute("classlabels_ints", 0, 1), Onnx.INT64, 2, -1));
        int[] codes = new int[4];
        Random random = new Random(17);
        for (int i = 0; i < Integer.parseInt(words[0]); i++) {
            byte[] bytes = Onnx.model(good.get(i % good.size())).toByteArray();
            for (int damage = random.nextInt(3); damage >= 0; damage--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(model, bytes);
            Files.deleteIfExists(outcome);
            codes[run("inspect", model.toString())]++;
            int code = run("run", job.toString(), "--out", outcome.toString());
            codes[code]++;
            if (Files.exists(outcome) != (code == EngineMain.DONE)) {
                throw new IllegalStateException("an outcome file with exit code " + code);
            }
        }
        if (codes[1] > 0) {
            throw new IllegalStateException("exit code 1");
        }
    }

    private static int run(String... words) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new EngineMain(nowhere, nowhere, code -> {}).run(List.of(words));
    }
}
