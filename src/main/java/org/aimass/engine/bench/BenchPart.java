package org.aimass.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aimass.engine.AuditJobFile;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.engine.EngineFailure;
import org.aimass.engine.OneLine;
import org.aimass.engine.OutcomeFile;
import org.aimass.engine.Progress;
import org.aimass.engine.data.DataFormat;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.data.RowReader;
import org.aimass.engine.inference.RawScoring;
import org.aimass.engine.local.LocalAuditEngine;

/**
 * Reading, scoring or auditing a table.
 *
 * @param what {@code read}, {@code score} or {@code audit}
 * @param format {@code csv} or {@code parquet}; of scoring none
 * @param answers a model, {@code mlp} or {@code forest}, or {@code predictions} that a narrow table brings; none where the wide table brings
 *     scores
 */
record BenchPart(String what, Optional<String> format, Optional<String> answers) implements BenchStep {

    private static final String PREDICTIONS = "predictions";

    private static final int BATCH = 4096;

    /** All that are measured, in this order. */
    static List<BenchPart> all() {
        return List.of(
                        "read csv predictions",
                        "read parquet predictions",
                        "read csv",
                        "read parquet",
                        "read csv mlp",
                        "read parquet mlp",
                        "score mlp",
                        "score forest",
                        "audit csv predictions",
                        "audit parquet predictions",
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
        Optional<String> answers = each.stream()
                .filter(List.of("mlp", "forest", PREDICTIONS)::contains)
                .findFirst();
        if (!List.of("read", "score", "audit").contains(each.get(0))
                || each.size() != 1 + (format.isPresent() ? 1 : 0) + (answers.isPresent() ? 1 : 0)) {
            throw new BadInput("--part: found " + OneLine.quoted(words) + ", expected such as \"audit csv mlp\"");
        }
        return new BenchPart(each.get(0), format, answers);
    }

    @Override
    public String words() {
        return what
                + format.map(" "::concat).orElse("")
                + answers.map(" "::concat).orElse("");
    }

    private boolean isPredicted() {
        return answers.filter(PREDICTIONS::equals).isPresent();
    }

    private Optional<String> model() {
        return answers.filter(it -> !isPredicted());
    }

    private Path table(Path folder, int rows) {
        return BenchTable.file(folder, (isPredicted() ? PREDICTIONS + "-" : "") + rows, format.orElseThrow());
    }

    @Override
    public List<String> floor() {
        if (!what.equals("audit")) {
            return List.of();
        }
        List<String> floor = new ArrayList<>();
        floor.add("read " + format.orElseThrow()
                + (model().isPresent() ? " mlp" : isPredicted() ? " " + PREDICTIONS : ""));
        model().ifPresent(model -> floor.add("score " + model));
        return floor;
    }

    @Override
    public void run(Path folder, int rows, int threads) {
        switch (what) {
            case "read" -> read(folder, rows);
            case "score" ->
                new RawScoring(
                                BenchModels.file(folder, model().orElseThrow()),
                                new long[] {BATCH, BenchTable.INPUTS},
                                0,
                                "probabilities",
                                new long[] {BATCH, 2})
                        .run((rows + BATCH - 1) / BATCH, threads);
            default -> audit(folder, rows, threads);
        }
    }

    /** Reads every value that an audit would, adds up the numbers, and digests the file, as every audit does. */
    private void read(Path folder, int rows) {
        DataFormat kind = DataFormat.valueOf(format.orElseThrow().toUpperCase(Locale.ROOT));
        try (RowReader reader = RowReader.open(table(folder, rows), kind)) {
            int[] columns = IntStream.range(0, model().isPresent() ? 4 + BenchTable.INPUTS : 4)
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
            reader.digest();
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
        String scored = model().map(name -> """
                "model":{"path":"%s","inputs":{"x":["%s"]},"output":{"name":"probabilities","index":1}},""".formatted(
                        BenchModels.file(folder, name).getFileName(), String.join("\",\"", BenchTable.inputs())))
                .orElse("");
        return """
                {"task":"binary_classification","dataset":{"path":"%1$s"},%2$s
                 "columns":{"label":"label","%3$s":"%3$s"},
                 "sensitive_features":["region","band"],"intersections":[["region","band"]],
                 "options":{"ll144_exclude_below":0.02}}
                """.formatted(table(folder, rows).getFileName(), scored, isPredicted() ? "prediction" : "score");
    }
}
