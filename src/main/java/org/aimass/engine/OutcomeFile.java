package org.aimass.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aimass.engine.metrics.BenchmarkNote;
import org.aimass.engine.metrics.BinnedRows;
import org.aimass.engine.metrics.Confusion;
import org.aimass.engine.metrics.ConfusionCells;
import org.aimass.engine.metrics.ConfusionMatrix;
import org.aimass.engine.metrics.Distributions;
import org.aimass.engine.metrics.Estimate;
import org.aimass.engine.metrics.GroupCounts;
import org.aimass.engine.metrics.GroupScores;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.ScoreBins;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.metrics.Uncertainty;

/** Writes an outcome so that the file is either complete and on the disk, or not there. */
public final class OutcomeFile {

    /** Writes the shortest decimal of a double, alike on every version of Java. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private static final double EXACT = 1L << 53;

    private OutcomeFile() {}

    /**
     * Writes beside the target, then moves into place.
     *
     * @throws EngineFailure if the disk does not take it
     */
    public static void write(AuditOutcome outcome, Path target) {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new BadInput("--out: there is no folder for " + target.getFileName());
        }
        Path aside = folder.resolve("." + UUID.randomUUID() + ".part");
        try {
            try (FileChannel file = FileChannel.open(aside, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
                OutputStream bytes = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
                write(outcome, bytes);
                bytes.flush();
                file.force(true);
            }
            move(aside, target);
            sync(folder);
        } catch (IOException e) {
            delete(aside);
            throw new EngineFailure(
                    "the outcome cannot be written (" + e.getClass().getSimpleName() + ": " + e.getMessage() + ")");
        } catch (RuntimeException | Error e) {
            delete(aside);
            throw e;
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException e) {
            if (!Files.isRegularFile(to, LinkOption.NOFOLLOW_LINKS) || Files.size(to) > 0) {
                throw e;
            }
            overwrite(from, to);
        }
    }

    /** The target is an empty file, mounted into a sandbox by itself, which nothing replaces: its reader goes by the exit code. */
    private static void overwrite(Path from, Path to) throws IOException {
        try (FileChannel source = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel target =
                        FileChannel.open(to, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            long size = source.size();
            for (long done = 0; done < size; ) {
                done += source.transferTo(done, size - done, target);
            }
            target.force(true);
        }
        Files.delete(from);
    }

    /** Makes the folder remember its new entry; where the system cannot open folders this is not needed. */
    private static void sync(Path folder) {
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        } catch (IOException e) {
            // Windows
        }
    }

    private static void delete(Path aside) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException e) {
            // the disk is in trouble, which is being reported already
        }
    }

    /** Writes the outcome as JSON in UTF-8. */
    static void write(AuditOutcome outcome, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            engine(outcome.engine(), json);
            inputs(outcome.inputs(), json);
            rows(outcome.rows(), json);
            TaskOutcome measured = outcome.measured();
            json.writeArrayFieldStart("groups");
            for (GroupSummary group : measured.groups()) {
                group(group, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("measurements");
            for (Measurement measurement : measured.measurements()) {
                measurement(measurement, json);
            }
            json.writeEndArray();
            scores(measured.scores(), json);
            ExplorationJson.tests(measured.tests(), json);
            if (measured.worstSlices().isPresent()) {
                ExplorationJson.worstSlices(measured.worstSlices().get(), json);
            }
            if (measured.confusion().isPresent()) {
                confusion(measured.confusion().get(), json);
            }
            if (measured.distributions().isPresent()) {
                distributions(measured.distributions().get(), json);
            }
            if (measured.tradeOffs().isPresent()) {
                ErrorTradeOffJson.write(measured.tradeOffs().get(), json);
            }
            if (measured.transcripts().isPresent()) {
                TranscriptsJson.write(measured.transcripts().get(), json);
            }
            if (measured.answers().isPresent()) {
                AnswersJson.write(measured.answers().get(), json);
            }
            notes(BenchmarkNote.about(measured.measurements()), json);
            timing(outcome.timing(), json);
            json.writeEndObject();
        }
    }

    private static void engine(AuditOutcome.Engine engine, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("engine");
        json.writeStringField("version", engine.version());
        json.writeStringField("onnxruntime", engine.onnxruntime().orElse(null));
        json.writeStringField("provider", engine.provider());
        json.writeStringField("device", engine.device());
        json.writeNumberField("threads", engine.threads());
        json.writeNumberField("seed", engine.seed());
        json.writeEndObject();
    }

    private static void inputs(AuditOutcome.Inputs inputs, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("inputs");
        json.writeStringField("dataset_sha256", inputs.dataset().hex());
        if (inputs.model().isPresent()) {
            json.writeStringField("model_sha256", inputs.model().get().hex());
        }
        if (inputs.evaluator().isPresent()) {
            json.writeStringField("evaluator_sha256", inputs.evaluator().get().hex());
        }
        if (inputs.answers().isPresent()) {
            json.writeStringField("answers_sha256", inputs.answers().get().hex());
        }
        json.writeStringField("plan_sha256", inputs.plan().hex());
        json.writeEndObject();
    }

    private static void rows(AuditOutcome.Rows rows, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("rows");
        json.writeNumberField("read", rows.read());
        json.writeNumberField("used", rows.used());
        json.writeNumberField("left_out", rows.leftOutInAll());
        json.writeArrayFieldStart("reasons");
        for (AuditOutcome.LeftOut reason : rows.leftOut()) {
            json.writeStartObject();
            json.writeStringField("reason", reason.reason());
            json.writeNumberField("rows", reason.rows());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Of each cell that holds rows the place of their class, that of the class they were taken for, and how many there are. */
    private static void confusion(Confusion confusion, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("confusion");
        texts("classes", confusion.classes(), json);
        json.writeArrayFieldStart("groups");
        for (ConfusionMatrix group : confusion.groups()) {
            json.writeStartObject();
            features(group.features(), json);
            ConfusionCells cells = group.cells();
            json.writeArrayFieldStart("cells");
            for (int cell = 0; cell < cells.size(); cell++) {
                json.writeStartArray();
                json.writeNumber(cells.truth()[cell]);
                json.writeNumber(cells.answer()[cell]);
                json.writeNumber(cells.rowsOf()[cell]);
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Of each group how many rows each bin holds. */
    private static void distributions(Distributions distributions, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("distributions");
        json.writeStringField("of", distributions.of());
        json.writeArrayFieldStart("edges");
        for (double edge : distributions.edges()) {
            json.writeNumber(edge);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("groups");
        for (BinnedRows group : distributions.groups()) {
            json.writeStartObject();
            features(group.features(), json);
            json.writeArrayFieldStart("counts");
            for (long count : group.counts()) {
                json.writeNumber(count);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** What is to be known beside some metrics. */
    private static void notes(List<BenchmarkNote> notes, JsonGenerator json) throws IOException {
        if (notes.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("notes");
        for (BenchmarkNote note : notes) {
            json.writeStartObject();
            texts("metrics", note.metrics(), json);
            json.writeStringField("note", note.note());
            json.writeStringField("source", note.source());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void group(GroupSummary group, JsonGenerator json) throws IOException {
        json.writeStartObject();
        features(group.features(), json);
        json.writeNumberField("rows", group.rows());
        if (group.confusion().isPresent()) {
            counts(group.confusion().get(), json);
        }
        if (group.small()) {
            json.writeBooleanField("small", true);
        }
        json.writeEndObject();
    }

    private static void counts(GroupCounts counts, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("counts");
        json.writeNumberField("tp", counts.tp());
        json.writeNumberField("fp", counts.fp());
        json.writeNumberField("fn", counts.fn());
        json.writeNumberField("tn", counts.tn());
        json.writeEndObject();
    }

    /** Of each bin that holds rows its place, the labelled positives, the labelled negatives and the sum of their scores. */
    private static void scores(List<GroupScores> scores, JsonGenerator json) throws IOException {
        if (scores.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("scores");
        json.writeNumberField("bins", ScoreBins.BINS);
        json.writeArrayFieldStart("groups");
        for (GroupScores group : scores) {
            json.writeStartObject();
            features(group.features(), json);
            json.writeArrayFieldStart("counts");
            for (ScoreBins.Bin bin : group.bins().bins()) {
                json.writeStartArray();
                json.writeNumber(bin.place());
                json.writeNumber(bin.positive());
                json.writeNumber(bin.negative());
                json.writeNumber(bin.scoreSum());
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void measurement(Measurement measurement, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("metric", measurement.metric());
        if (measurement.over().isEmpty() || !measurement.features().isEmpty()) {
            features(measurement.features(), json);
        }
        texts("over", measurement.over(), json);
        if (measurement.pair().isPresent()) {
            Measurement.Pair pair = measurement.pair().get();
            texts("pair", List.of(pair.group(), pair.reference()), json);
        }
        if (!measurement.at().isEmpty()) {
            json.writeObjectFieldStart("at");
            for (Map.Entry<String, Object> parameter : measurement.at().entrySet()) {
                json.writeObjectField(parameter.getKey(), parameter.getValue());
            }
            json.writeEndObject();
        }
        if (measurement.value() instanceof MetricValue.Measured measured) {
            json.writeNumberField("value", measured.value());
        } else if (measurement.value() instanceof MetricValue.Undefined undefined) {
            json.writeStringField("undefined", undefined.reason());
        }
        texts("groups", measurement.groups(), json);
        if (measurement.fraction().isPresent()) {
            count("numerator", measurement.fraction().get().numerator(), json);
            count("denominator", measurement.fraction().get().denominator(), json);
        }
        uncertainty(measurement.uncertainty(), json);
        json.writeEndObject();
    }

    static void uncertainty(Uncertainty uncertainty, JsonGenerator json) throws IOException {
        if (uncertainty instanceof Interval interval) {
            json.writeObjectFieldStart("interval");
            json.writeNumberField("low", interval.low());
            json.writeNumberField("high", interval.high());
            json.writeNumberField("confidence", interval.confidence());
            json.writeStringField("method", interval.method());
            if (interval.estimate().isPresent()) {
                estimate(interval.estimate().get(), json);
            }
            json.writeEndObject();
        } else if (uncertainty instanceof Uncertainty.NoInterval none) {
            json.writeStringField("no_interval", none.reason());
        }
    }

    /** The degrees of freedom where they are finite. */
    private static void estimate(Estimate estimate, JsonGenerator json) throws IOException {
        json.writeNumberField("standard_error", estimate.standardError());
        if (Double.isFinite(estimate.freedom())) {
            json.writeNumberField("degrees_of_freedom", estimate.freedom());
        }
    }

    static void features(Map<String, String> features, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("features");
        for (Map.Entry<String, String> feature : features.entrySet()) {
            json.writeStringField(feature.getKey(), feature.getValue());
        }
        json.writeEndObject();
    }

    static void texts(String field, List<String> texts, JsonGenerator json) throws IOException {
        if (texts.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** A count, without point where it is whole. */
    static void count(String field, double count, JsonGenerator json) throws IOException {
        if (count == Math.rint(count) && Math.abs(count) < EXACT) {
            json.writeNumberField(field, (long) count);
        } else {
            json.writeNumberField(field, count);
        }
    }

    private static void timing(AuditOutcome.Timing timing, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("timing");
        json.writeNumberField("read_s", timing.read());
        json.writeNumberField("score_s", timing.score());
        json.writeNumberField("measure_s", timing.measure());
        json.writeNumberField("total_s", timing.total());
        json.writeEndObject();
    }
}
