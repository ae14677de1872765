package org.aimass.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.aimass.engine.AuditJobFile;
import org.aimass.engine.Deadline;
import org.aimass.engine.EngineFailure;
import org.aimass.engine.OutcomeFile;
import org.aimass.engine.Progress;
import org.aimass.engine.inference.RawScoring;
import org.aimass.engine.local.LocalAuditEngine;

/**
 * A task whose models look at images, hear, speak or write, measured whole and by what ONNX Runtime alone needs for its models.
 *
 * @param items images, pairs, snippets or texts
 * @param material what it is measured on
 * @param raw what each of its models has to do
 * @param job the audit, whose files lie in the folder
 */
record BenchTask(String name, int items, Material material, List<Raw> raw, String job) {

    static final String MODEL = "model.onnx";
    /** The model that measures what the first one makes. */
    static final String OTHER = "other.onnx";
    /** Four groups of rows. */
    static final String BY_REGION = "\"sensitive_features\":[\"region\"]";

    private static final String OUTCOME = "outcome.json";

    /** Writes the dataset and the models. */
    interface Material {
        void write(Path folder) throws IOException;
    }

    /**
     * Runs of a model.
     *
     * @param below whole numbers from 0 to below it are its input; 0 for numbers from -1 to 1
     */
    @SuppressWarnings("ArrayRecordComponent") // a shape, never compared
    record Raw(String file, long runs, String output, int below, long... shape) {}

    /** @param most items of each, which none has more of than is usual for it */
    static List<BenchTask> all(int most) {
        return Stream.concat(BenchImages.tasks(most).stream(), BenchSpeech.tasks(most).stream())
                .toList();
    }

    /** Writes what is needed, unless it is there. */
    void prepare(Path parent) {
        Path folder = folder(parent);
        try {
            if (!Files.exists(folder)) {
                Path part = folder.resolveSibling(
                        folder.getFileName() + "-" + ProcessHandle.current().pid());
                Files.createDirectories(part);
                material.write(part);
                Files.writeString(part.resolve("job.json"), job);
                Files.move(part, folder);
            }
        } catch (IOException e) {
            throw new EngineFailure("the material for the benchmark cannot be written (" + e.getMessage() + ")");
        }
    }

    private Path folder(Path parent) {
        return parent.resolve("bench-%s-%d".formatted(name, items));
    }

    void runRaw(Path parent, int threads) {
        for (Raw each : raw) {
            new RawScoring(folder(parent).resolve(each.file), each.shape, each.below, each.output, new long[0])
                    .run(each.runs, threads);
        }
    }

    void runAudit(Path parent, int threads) {
        Path job = folder(parent).resolve("job.json");
        Path outcome = folder(parent).resolve(OUTCOME);
        try {
            OutcomeFile.write(
                    new LocalAuditEngine(threads).run(AuditJobFile.read(job), Deadline.none(), Progress.none()),
                    outcome);
            Files.delete(outcome);
        } catch (IOException e) {
            throw new EngineFailure("the benchmark cannot write to its folder (" + e.getMessage() + ")");
        }
    }

    /** @param line of each row; its last column is the group */
    static void manifest(Path folder, String columns, int rows, IntFunction<String> line) throws IOException {
        StringBuilder lines = new StringBuilder(columns).append(",region\n");
        for (int row = 0; row < rows; row++) {
            lines.append(line.apply(row)).append(',').append(region(row)).append('\n');
        }
        Files.writeString(folder.resolve("manifest.csv"), lines);
    }

    static String region(int row) {
        return BenchTable.REGIONS.get(row % BenchTable.REGIONS.size());
    }
}
