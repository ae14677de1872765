package org.aimass.engine.local;

import java.util.List;
import org.aimass.engine.AuditJob;
import org.aimass.engine.AuditOutcome;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.engine.EngineFailure;
import org.aimass.engine.Progress;
import org.aimass.engine.data.FileBytes;
import org.aimass.engine.data.RowReader;
import org.aimass.engine.inference.OnnxScorer;
import org.jspecify.annotations.Nullable;

/**
 * Runs an audit on one machine: one thread reads and codes, the others score and count, and what they counted is merged. The
 * outcome does not depend on the number of threads.
 */
public final class LocalAuditEngine {

    private final int threads;

    /**
     * @param threads how many score and count at once, at least 1
     */
    public LocalAuditEngine(int threads) {
        this.threads = threads;
    }

    /**
     * @throws BadInput if the job, the data or the model is at fault
     * @throws EngineFailure if the deadline is reached or native code fails
     */
    public AuditOutcome run(AuditJob job, Deadline deadline, Progress progress) {
        long start = System.nanoTime();
        if (job.task().readsCoco()) {
            return new LocalDetection(job, deadline, progress, threads, start).outcome();
        }
        String file = FileBytes.name(job.dataset().path());
        try (RowReader reader = RowReader.open(
                job.dataset().path(), job.dataset().format(), job.dataset().manifest(), deadline)) {
            Roles roles = new Roles(job, file, reader.columns());
            try (OnnxScorer scorer = scorer(job, reader, roles, deadline)) {
                deadline.check();
                reader.select(roles.selection());
                if (scorer != null) {
                    scorer.locate(roles::slot);
                }
                try (LocalTask<?> task = LocalTasks.of(job, roles, scorer, reader.files(), deadline)) {
                    return run(job, file, reader, roles, task, scorer, deadline, progress, start);
                }
            }
        }
    }

    private <P extends LocalTask.Part<P>> AuditOutcome run(
            AuditJob job,
            String file,
            RowReader reader,
            Roles roles,
            LocalTask<P> task,
            @Nullable OnnxScorer scorer,
            Deadline deadline,
            Progress progress,
            long start) {
        return new LocalRun<>(job, file, reader, roles, task, scorer, deadline, progress, threads, start).outcome();
    }

    private static @Nullable OnnxScorer scorer(AuditJob job, RowReader reader, Roles roles, Deadline deadline) {
        if (job.model().isEmpty() || !job.task().scoresRows()) {
            return null;
        }
        AuditJob.Model model = job.model().get();
        List<List<String>> sides = LocalTasks.sides(job);
        OnnxScorer scorer = sides.isEmpty()
                ? OnnxScorer.open(
                        model, reader.columns(), roles.taken(), reader.files(), LocalTasks.question(job), deadline)
                : job.instruments().images().isPresent()
                        ? OnnxScorer.generator(
                                model,
                                job.instruments().images().get(),
                                reader.columns(),
                                sides.get(0),
                                reader.files(),
                                deadline)
                        : OnnxScorer.embedding(model, reader.columns(), sides, reader.files(), deadline);
        scorer.columns().forEach(roles::select);
        return scorer;
    }
}
