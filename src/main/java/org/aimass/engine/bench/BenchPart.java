package org.aimass.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aimass.engine.AuditJobFile;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.engine.EngineFailure;
import org.aimass.engine.OutcomeFile;
import org.aimass.engine.Progress;
import org.aimass.engine.data.DataFormat;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.data.RowReader;
import org.aimass.engine.inference.RawScoring;
import org.aimass.engine.local.LocalAuditEngine;

/**
 * One thing that is measured, in a process of its own so that its memory is its own.
 *
 * @param what {@code read}, {@code score} or {@code audit}
 * @param format {@code csv} or {@code parquet}; of scoring none
 * @param model {@code mlp} or {@code forest}; none where the table brings the scores
 */
record BenchPart(String what, Optional<String> format, Optional<String> model) {

    private static final int BATCH = 4096;

    /** All that are measured, in this order. */
    static List<BenchPart> all() {
        return List.of(
                        "read csv",
                        "read parquet",
                        "read csv mlp",
                        "read parquet mlp",
                        "score mlp",
                        "score forest",
                        "audit csv",
                        "audit parquet",
                        "audit csv mlp",
                        "audit parquet mlp",
                        "audit csv forest",
                        "audit parquet forest")
                .stream()
                .map(BenchPart::of)
                .toList();
    }

    static BenchPart of(String words) {
        List<String> each = Arrays.asList(words.split(" "));
        Optional<String> format =
                each.stream().filter(List.of("csv", "parquet")::contains).findFirst();
        Optional<String> model =
                each.stream().filter(List.of("mlp", "forest")::contains).findFirst();
        if (!List.of("read", "score", "audit").contains(each.get(0))
                || each.size() != 1 + (format.isPresent() ? 1 : 0) + (model.isPresent() ? 1 : 0)) {
            throw new BadInput("--part: found \"" + words + "\", expected such as \"audit csv mlp\"");
        }
        return new BenchPart(each.get(0), format, model);
    }

    String words() {
        return what
                + format.map(" "::concat).orElse("")
                + model.map(" "::concat).orElse("");
    }

    void run(Path folder, int rows, int threads) {
        switch (what) {
            case "read" -> read(folder, rows);
            case "score" ->
                RawScoring.run(
                        BenchModels.file(folder, model.orElseThrow()),
                        rows,
                        BenchTable.INPUTS,
                        "probabilities",
                        threads);
            default -> audit(folder, rows, threads);
        }
    }

    /** Reads every value that an audit would, and adds up the numbers. */
    private void read(Path folder, int rows) {
        DataFormat kind = DataFormat.valueOf(format.orElseThrow().toUpperCase(Locale.ROOT));
        try (RowReader reader = RowReader.open(BenchTable.file(folder, format.orElseThrow(), rows), kind)) {
            int[] columns = IntStream.range(0, model.isPresent() ? 4 + BenchTable.INPUTS : 4)
                    .toArray();
            reader.select(columns);
            RowBatch batch = reader.newBatch(BATCH);
            double sum = 0;
            while (reader.read(batch)) {
                for (int column = 0; column < columns.length; column++) {
                    for (int row = 0; row < batch.rows(); row++) {
                        sum += column == 2 || column == 3 ? batch.hash(column, row) : batch.numberOrNaN(column, row);
                    }
                }
            }
            if (Double.isNaN(sum) || reader.rowsRead() != rows) {
                throw new BadInput("the table for the benchmark is not whole; delete it to have it written again");
            }
        }
    }

    private void audit(Path folder, int rows, int threads) {
        Path job = folder.resolve("bench-job.json");
        Path outcome = folder.resolve("bench-outcome.json");
        try {
            Files.writeString(job, job(folder, rows));
            OutcomeFile.write(
                    new LocalAuditEngine(threads).run(AuditJobFile.read(job), Deadline.none(), Progress.none()),
                    outcome);
            Files.delete(outcome);
            Files.delete(job);
        } catch (IOException e) {
            throw new EngineFailure("the benchmark cannot write to its folder (" + e.getMessage() + ")");
        }
    }

    /** Sixteen groups at the intersection, everything else as it is by default. */
    private String job(Path folder, int rows) {
        String scored = model.map(name -> """
                "model":{"path":"%s","inputs":{"x":["%s"]},"output":{"name":"probabilities","index":1}},""".formatted(
                        BenchModels.file(folder, name).getFileName(), String.join("\",\"", BenchTable.inputs())))
                .orElse("");
        return """
                {"task":"binary_classification","dataset":{"path":"%s"},%s
                 "columns":{"label":"label","score":"score"},
                 "sensitive_features":["region","band"],"intersections":[["region","band"]],
                 "options":{"ll144_exclude_below":0.02}}
                """.formatted(BenchTable.file(folder, format.orElseThrow(), rows).getFileName(), scored);
    }
}
