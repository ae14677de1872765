package org.aimass.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The job file: a job that is wholly within its ranges, or one line. */
public final class JobFuzz {

    private static final Path FILE = file();

    private JobFuzz() {}

    private static Path file() {
        try {
            Path file = Files.createTempFile("fuzz", ".json");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<byte[]> seeds() {
        return List.of("""
                {"task":"binary_classification","dataset":{"path":"d.csv","format":"csv"},
                 "model":{"path":"m.onnx","inputs":{"X":["a","b"]},"output":{"name":"p","index":1}},
                 "columns":{"label":"y","score":"s","prediction":"p","weight":"w","cluster":"id"},
                 "positive_label":"1","favorable_label":0,"threshold":0.5,"sensitive_features":["race","sex"],
                 "intersections":[["race","sex"]],"control_features":["c"],"reference_groups":{"race":"x"},
                 "confidence":0.95,"bootstrap":{"replicates":10,"seed":7},"minimum_group_size":10,
                 "options":{"calibration_bins":[10,15],"ll144_exclude_below":0.02}}
                """.getBytes(StandardCharsets.UTF_8), """
                {"task":"speech_recognition","dataset":{"path":"d.csv"},"sensitive_features":["accent"],
                 "columns":{"reference":"said","hypothesis":"heard","duration":"s","cluster":"speaker"},
                 "options":{"language":"en","normalizer":"whisper_en","duration_bins":5,"examples":3}}
                """.getBytes(StandardCharsets.UTF_8), """
                {"task":"speech_synthesis","dataset":{"path":"d.zip"},"sensitive_features":["voice"],
                 "model":{"evaluator":{"path":"m.onnx","vocabulary":"v.txt","audio":{"sample_rate":8000}}},
                 "columns":{"text":"t","audio":"a","rating":"r","listener":"who"},"options":{"scale":[0,100]}}
                """.getBytes(
                        StandardCharsets.UTF_8));
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        Files.write(FILE, bytes);
        try {
            AuditJob job = AuditJobFile.read(FILE);
            if (!(job.threshold() >= 0 && job.threshold() <= 1 && job.confidence() > 0 && job.confidence() < 1)) {
                throw new AssertionError(job);
            }
            PlanDigest.of(job);
        } catch (BadInput e) {
            String message = OneLine.of(String.valueOf(e.getMessage()), 700);
            if (message.isEmpty() || message.lines().count() != 1) {
                throw new AssertionError("not one line: " + message, e);
            }
        }
    }
}
