package org.aimass.desk.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.aimass.audit.entity.AuditRun;
import org.aimass.dataset.entity.DatasetStatus;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.registry.entity.ModelStatus;
import org.aimass.registry.entity.ModelVersion;

/**
 * One thing that waits for somebody.
 *
 * @param id of the run, or of the version of a model or dataset
 * @param subject what it is about, as people call it
 * @param number of the run; empty where there is none
 * @param by who did the step before
 * @param since when it was done
 */
public record Waiting(Task task, UUID id, String subject, String number, String by, Instant since) {

    /** What there is to do. */
    public enum Task {
        /** A completed audit wants a judgement. */
        JUDGE,
        /** A judgement was sent back: it wants to be signed anew. */
        JUDGE_AGAIN,
        /** A judged audit wants to be approved by somebody who neither started nor judged it. */
        APPROVE,
        /** An approved audit wants its report to be published. */
        PUBLISH,
        /** An audit that the asker started has failed. */
        RETRY,
        /** A dataset has been read; its columns want their roles. */
        CHOOSE_ROLES,
        MODEL_REFUSED,
        DATASET_REFUSED
    }

    public static Waiting of(Task task, AuditRun run, String by, Instant since) {
        String subject = run.subject().modelName() + " " + run.subject().modelLabel();
        return new Waiting(task, run.id(), subject, run.number(), by, since);
    }

    /** Empty unless its submitter has something to do. */
    public static Optional<Waiting> of(DatasetVersion version) {
        if (version.status() == DatasetStatus.PROFILED) {
            return Optional.of(of(Task.CHOOSE_ROLES, version));
        }
        return version.status() == DatasetStatus.REFUSED
                ? Optional.of(of(Task.DATASET_REFUSED, version))
                : Optional.empty();
    }

    private static Waiting of(Task task, DatasetVersion version) {
        return new Waiting(
                task, version.id(), version.dataset().name(), "", version.submitterName(), version.submittedAt());
    }

    /** Empty unless its submitter has something to do. */
    public static Optional<Waiting> of(ModelVersion version) {
        return version.status() == ModelStatus.REFUSED
                ? Optional.of(new Waiting(
                        Task.MODEL_REFUSED,
                        version.id(),
                        version.model().name(),
                        "",
                        version.submitterName(),
                        version.submittedAt()))
                : Optional.empty();
    }
}
