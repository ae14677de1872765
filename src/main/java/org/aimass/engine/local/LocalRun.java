package org.aimass.engine.local;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aimass.engine.AuditJob;
import org.aimass.engine.AuditOutcome;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.engine.EngineFailure;
import org.aimass.engine.EngineVersion;
import org.aimass.engine.Instruments;
import org.aimass.engine.OneLine;
import org.aimass.engine.PlanDigest;
import org.aimass.engine.Progress;
import org.aimass.engine.data.RowReader;
import org.aimass.engine.inference.Lane;
import org.aimass.engine.inference.OnnxRuntime;
import org.aimass.engine.inference.OnnxScorer;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.task.AbsentReference;
import org.aimass.engine.task.UnusableRows;
import org.aimass.shared.Sha256Digest;
import org.jspecify.annotations.Nullable;

/** One run from its first row to its outcome. */
final class LocalRun<P extends LocalTask.Part<P>> {

    private static final int ROWS = 4096;
    private static final double NANOS = 1e9;

    private final AuditJob job;
    private final String file;
    private final RowReader reader;
    private final Roles roles;
    private final LocalTask<P> task;
    private final @Nullable OnnxScorer scorer;
    private final Deadline deadline;
    private final Progress progress;
    private final int threads;
    private final long start;
    private final RowCoder coder;
    private final Progress.Stage stage;
    private long readNanos;

    LocalRun(
            AuditJob job,
            String file,
            RowReader reader,
            Roles roles,
            LocalTask<P> task,
            @Nullable OnnxScorer scorer,
            Deadline deadline,
            Progress progress,
            int threads,
            long start) {
        this.job = job;
        this.file = file;
        this.reader = reader;
        this.roles = roles;
        this.task = task;
        this.scorer = scorer;
        this.deadline = deadline;
        this.progress = progress;
        this.threads = threads;
        this.start = start;
        coder = new RowCoder(task, roles);
        stage = scorer == null && task.model().isEmpty() && task.evaluator().isEmpty()
                ? Progress.Stage.READ
                : Progress.Stage.SCORE;
    }

    AuditOutcome outcome() {
        List<Measurer<P>> measurers =
                IntStream.range(0, threads).mapToObj(i -> measurer()).toList();
        try {
            count(measurers);
            Sha256Digest digest = digest();
            demandRows();
            task.demandAgreement(measurers.stream().map(Measurer::part).toList());
            return measure(measurers, digest);
        } catch (UnusableRows e) {
            throw new BadInput(file + ": " + e.getMessage());
        } finally {
            measurers.forEach(Measurer::close);
        }
    }

    private Measurer<P> measurer() {
        Lane lane = scorer == null ? null : scorer.newLane();
        return new Measurer<>(task.newPart(lane), lane, roles);
    }

    private void count(List<Measurer<P>> measurers) {
        int rows = scorer == null ? task.rowsForAThread(ROWS) : scorer.rowsForAThread(ROWS);
        try (Workers workers = new Workers(measurers, () -> newBatch(rows), deadline)) {
            read(workers);
            workers.finish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("interrupted");
        }
    }

    private CodedBatch newBatch(int rows) {
        return new CodedBatch(
                reader.newBatch(rows),
                rows,
                job.sensitiveFeatures().size() + job.controlFeatures().size());
    }

    /** Reads to the end; an error in a row is thrown only after the rows before it were measured. */
    private void read(Workers workers) throws InterruptedException {
        progress.report(stage, 0, 0, reader.rowsTotal().isPresent());
        for (long number = 0; ; number++) {
            CodedBatch batch = workers.take();
            if (batch == null) {
                return;
            }
            long from = System.nanoTime();
            try {
                if (!reader.read(batch.rows)) {
                    return;
                }
                batch.rowsBefore = reader.rowsRead() - batch.rows.rows();
                coder.code(batch);
            } catch (RuntimeException e) {
                workers.finish();
                throw e;
            }
            readNanos += System.nanoTime() - from;
            batch.number = number;
            workers.give(batch);
            progress.report(
                    stage,
                    reader.rowsRead(),
                    reader.shareRead(),
                    reader.rowsTotal().isPresent());
        }
    }

    private Sha256Digest digest() {
        Sha256Digest digest = reader.digest();
        Optional<Sha256Digest> expected = job.dataset().sha256();
        if (expected.isPresent() && !expected.get().equals(digest)) {
            throw new BadInput(file + ": its SHA-256 is " + digest + ", expected " + expected.get());
        }
        return digest;
    }

    private void demandRows() {
        List<AuditOutcome.LeftOut> leftOut = coder.leftOut();
        AuditOutcome.Rows rows = new AuditOutcome.Rows(reader.rowsRead(), leftOut);
        if (rows.read() == 0) {
            throw new BadInput(file + ": has no rows");
        }
        if (rows.used() == 0) {
            throw new BadInput(file + ": none of its " + rows.read() + " rows can be used: "
                    + leftOut.stream().map(it -> it.reason() + " " + it.rows()).collect(Collectors.joining(", ")));
        }
    }

    private AuditOutcome measure(List<Measurer<P>> measurers, Sha256Digest digest) {
        progress.report(Progress.Stage.MEASURE, reader.rowsRead(), 1, true);
        List<List<String>> dictionaries = coder.dictionaries();
        demandReferences(dictionaries);
        long from = System.nanoTime();
        P all = measurers.get(0).part();
        measurers.stream().skip(1).forEach(measurer -> all.merge(measurer.part()));
        TaskOutcome outcome = outcome(all, dictionaries);
        deadline.check();
        long end = System.nanoTime();
        long scoring = measurers.stream().mapToLong(Measurer::scoreNanos).sum() / threads;
        long counting = measurers.stream().mapToLong(Measurer::countNanos).sum() / threads;
        Optional<Sha256Digest> model =
                scorer == null ? task.model() : Optional.of(scorer.facts().sha256());
        return new AuditOutcome(
                new AuditOutcome.Engine(
                        EngineVersion.get(),
                        model.or(this::evaluator).map(it -> OnnxRuntime.version()),
                        "CPU",
                        Machine.processor(),
                        threads,
                        job.seed()),
                new AuditOutcome.Inputs(digest, model, evaluator(), PlanDigest.of(job), Optional.empty()),
                new AuditOutcome.Rows(reader.rowsRead(), coder.leftOut()),
                outcome,
                new AuditOutcome.Timing(
                        readNanos / NANOS, scoring / NANOS, (counting + end - from) / NANOS, (end - start) / NANOS));
    }

    /** The digest of what measures: the task's own, or what looks at images that are made. */
    private Optional<Sha256Digest> evaluator() {
        return task.evaluator().or(() -> job.instruments().images().map(Instruments.Evaluator::sha256));
    }

    private TaskOutcome outcome(P all, List<List<String>> dictionaries) {
        try {
            return all.outcome(dictionaries);
        } catch (AbsentReference e) {
            throw new BadInput("reference_groups: " + e.getMessage());
        }
    }

    private void demandReferences(List<List<String>> dictionaries) {
        List<String> features = job.sensitiveFeatures();
        for (Map.Entry<String, String> reference : job.referenceGroups().entrySet()) {
            int feature = features.indexOf(reference.getKey());
            if (feature >= 0 && !dictionaries.get(feature).contains(reference.getValue())) {
                throw new BadInput("reference_groups.%s: no row has %s; the values are %s"
                        .formatted(
                                reference.getKey(),
                                OneLine.quoted(reference.getValue()),
                                OneLine.list(dictionaries.get(feature).stream()
                                        .sorted()
                                        .toList())));
            }
        }
    }
}
