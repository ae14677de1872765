package org.aimass.desk.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.Finding;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.report.entity.ReportDraft;

/**
 * One thing that waits for somebody.
 *
 * @param id of the run, of the version of a model or dataset, or of what somebody wrote
 * @param subject what it is about, as people call it
 * @param number of the run or report; empty where there is none
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
        /** A correction or withdrawal that somebody else wrote wants to be published. */
        PUBLISH_CHANGE,
        /** An audit that the asker started has failed. */
        RETRY,
        /** A finding wants an answer of the asker; since when, is the day when it is due. */
        ANSWER_FINDING,
        /** A finding has been answered; the answer wants to be accepted, or asked for again. */
        READ_ANSWER,
        /** A dataset has been read; its columns want their roles. */
        CHOOSE_ROLES,
        MODEL_REFUSED,
        DATASET_REFUSED,
        /** Nothing to do yet: the portal is looking into a model's file. */
        READING_MODEL,
        /** Nothing to do yet: the portal is reading a dataset's file. */
        READING_DATASET
    }

    public static Waiting of(Task task, AuditRun run, String by, Instant since) {
        String subject = run.subject().modelName() + " " + run.subject().modelLabel();
        return new Waiting(task, run.id(), subject, run.number(), by, since);
    }

    /** @param since for the answer to come, the day when it is due */
    public static Waiting of(Task task, Finding finding, AuditRun run, Instant since) {
        String subject = run.subject().modelName() + " " + run.subject().modelLabel();
        return new Waiting(task, finding.id(), subject, finding.number(), finding.ownerName(), since);
    }

    /** @param run that the report is about */
    public static Waiting of(ReportDraft change, AuditRun run) {
        return new Waiting(
                Task.PUBLISH_CHANGE,
                change.id(),
                run.subject().modelName() + " " + run.subject().modelLabel(),
                change.number().orElse(""),
                change.writerName(),
                change.savedAt());
    }

    /** Empty where its submitter has nothing to do or to wait for. */
    public static Optional<Waiting> of(DatasetVersion version) {
        return switch (version.status()) {
            case PROFILING -> Optional.of(of(Task.READING_DATASET, version));
            case PROFILED -> Optional.of(of(Task.CHOOSE_ROLES, version));
            case REFUSED -> Optional.of(of(Task.DATASET_REFUSED, version));
            default -> Optional.empty();
        };
    }

    private static Waiting of(Task task, DatasetVersion version) {
        return new Waiting(
                task, version.id(), version.dataset().name(), "", version.submitterName(), version.submittedAt());
    }

    /** Empty where its submitter has nothing to do or to wait for. */
    public static Optional<Waiting> of(ModelVersion version) {
        return switch (version.status()) {
            case INSPECTING -> Optional.of(of(Task.READING_MODEL, version));
            case REFUSED -> Optional.of(of(Task.MODEL_REFUSED, version));
            default -> Optional.empty();
        };
    }

    private static Waiting of(Task task, ModelVersion version) {
        return new Waiting(
                task, version.id(), version.model().name(), "", version.submitterName(), version.submittedAt());
    }

    /** Whether it is the portal's turn, and not the person's. */
    public boolean isReading() {
        return task == Task.READING_MODEL || task == Task.READING_DATASET;
    }
}
