package org.aimass.audit.boundary;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.Failure;
import org.aimass.audit.entity.RunProgress;
import org.aimass.audit.entity.RunStatus;
import org.aimass.audit.entity.Subject;

/** A run as the API shows it. */
public record AuditView(
        UUID id,
        String number,
        RunStatus status,
        SubjectView subject,
        String startedBy,
        String planSha256,
        Instant queuedAt,
        int attempt,
        boolean cancelRequested,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Optional<Boolean> sandboxed,
        Optional<ProgressView> progress,
        Optional<FailureView> failure,
        Optional<TallyView> tally) {

    public record SubjectView(
            UUID modelVersion,
            String modelName,
            String modelLabel,
            UUID datasetVersion,
            String datasetName,
            int datasetNumber,
            String policy) {}

    /** How far the running attempt is. What the engine cannot know is absent. */
    public record ProgressView(
            String stage,
            OptionalLong rowsDone,
            OptionalLong rowsTotal,
            OptionalDouble rowsPerSecond,
            OptionalDouble secondsLeft) {}

    /** @param detail the engine's own line, in English; may be empty */
    public record FailureView(Failure reason, String detail) {}

    /** How many comparisons ended in which verdict. */
    public record TallyView(int disparityShown, int withinTolerance, int insufficientEvidence) {}

    static AuditView of(AuditRun run) {
        return new AuditView(
                run.id(),
                run.number(),
                run.status(),
                subject(run.subject()),
                run.author().name(),
                run.planDigest().hex(),
                run.queuedAt(),
                run.attempt().number(),
                run.attempt().isCancelRequested(),
                run.attempt().startedAt(),
                run.attempt().finishedAt(),
                run.attempt().sandboxed(),
                run.status() == RunStatus.RUNNING ? progress(run.progress()) : Optional.empty(),
                run.attempt()
                        .failure()
                        .map(reason -> new FailureView(reason, run.attempt().failureDetail())),
                run.outcome()
                        .map(outcome -> outcome.tally())
                        .map(tally -> new TallyView(tally.shown(), tally.within(), tally.insufficient())));
    }

    private static SubjectView subject(Subject subject) {
        return new SubjectView(
                subject.modelVersionId(),
                subject.modelName(),
                subject.modelLabel(),
                subject.datasetVersionId(),
                subject.datasetName(),
                subject.datasetNumber(),
                subject.policyKey());
    }

    private static Optional<ProgressView> progress(RunProgress progress) {
        return progress.stage()
                .map(stage -> new ProgressView(
                        stage,
                        progress.rowsDone(),
                        progress.rowsTotal(),
                        progress.rowsPerSecond(),
                        progress.secondsLeft()));
    }
}
