package org.aimass.report.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.aimass.processing.entity.BilingualColumn;
import org.aimass.security.Person;
import org.aimass.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/** What somebody wrote and nobody has published yet: a first report, a correction or a withdrawal. */
@Entity
@Table(name = "report_draft")
public class ReportDraft {

    /** The most characters of a reason, in each language. */
    public static final int LONGEST_REASON = 2_000;

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private ReportStatus kind;

    @Column(name = "report_number")
    private @Nullable String number;

    @Column(name = "base_version")
    private @Nullable Integer baseVersion;

    @Column(name = "run_id")
    private UUID runId;

    @Column(name = "auditor_id")
    private UUID auditorId;

    private @Nullable String explanation;

    @Column(name = "judgement_zh")
    private String judgementInChinese;

    @Convert(converter = BilingualColumn.class)
    private @Nullable Bilingual reason;

    @Column(name = "writer_issuer")
    private String writerIssuer;

    @Column(name = "writer_subject")
    private String writerSubject;

    @Column(name = "writer_name")
    private String writerName;

    @Column(name = "saved_at")
    private Instant savedAt;

    @Enumerated(EnumType.STRING)
    private State state;

    private int revision;

    /** Whether it can still be published. */
    public enum State {
        OPEN,
        PUBLISHED,
        DROPPED
    }

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected ReportDraft() {}

    @SuppressWarnings("NullAway.Init") // whoever saves it first is its writer
    private ReportDraft(UUID id, ReportStatus kind, UUID runId, UUID auditorId) {
        this.id = id;
        this.kind = kind;
        this.runId = runId;
        this.auditorId = auditorId;
        this.judgementInChinese = "";
        this.state = State.OPEN;
    }

    /** Of the first report of an audit; there is one for each audit, under the audit's id. */
    public static ReportDraft first(UUID runId, UUID auditorId) {
        return new ReportDraft(runId, ReportStatus.PUBLISHED, runId, auditorId);
    }

    /**
     * Of a change to a published report.
     *
     * @param id made when the form was opened, so that a form sent twice is one draft
     * @param kind CORRECTED or WITHDRAWN
     */
    public static ReportDraft change(UUID id, ReportStatus kind, RegisteredReport report, UUID runId) {
        ReportDraft draft = new ReportDraft(id, kind, runId, report.auditorId());
        draft.number = report.number();
        draft.baseVersion = report.version();
        return draft;
    }

    /**
     * Keeps what was written; from now on its writer is who must not publish it.
     *
     * @param json the explanation; null where there is none, as in a withdrawal
     * @param why null in a first report
     * @throws IllegalStateException once published or dropped
     */
    public void save(
            @Nullable String json,
            String judgementZh,
            @Nullable Bilingual why,
            UUID run,
            Person writer,
            String name,
            Instant now) {
        demandOpen();
        explanation = json;
        judgementInChinese = judgementZh;
        reason = why;
        runId = run;
        writerIssuer = writer.issuer();
        writerSubject = writer.subject();
        writerName = name;
        savedAt = now;
        revision++;
    }

    public void publish() {
        demandOpen();
        state = State.PUBLISHED;
    }

    public void drop() {
        demandOpen();
        state = State.DROPPED;
    }

    private void demandOpen() {
        if (!isOpen()) {
            throw new IllegalStateException("the draft " + id + " is " + state);
        }
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public boolean isPublished() {
        return state == State.PUBLISHED;
    }

    public UUID id() {
        return id;
    }

    /** PUBLISHED, CORRECTED or WITHDRAWN: what it will be. */
    public ReportStatus kind() {
        return kind;
    }

    /** The report that it changes; empty for a first report. */
    public Optional<String> number() {
        return Optional.ofNullable(number);
    }

    /** The version that it was written against. */
    public Optional<Integer> baseVersion() {
        return Optional.ofNullable(baseVersion);
    }

    public UUID runId() {
        return runId;
    }

    public UUID auditorId() {
        return auditorId;
    }

    /** As JSON; empty where there is none. */
    public Optional<String> explanation() {
        return Optional.ofNullable(explanation);
    }

    public String judgementInChinese() {
        return judgementInChinese;
    }

    public Optional<Bilingual> reason() {
        return Optional.ofNullable(reason);
    }

    public Person writer() {
        return new Person(writerIssuer, writerSubject);
    }

    public String writerName() {
        return writerName;
    }

    public Instant savedAt() {
        return savedAt;
    }

    /** How often it was saved: whoever publishes it names the revision that they read. */
    public int revision() {
        return revision;
    }
}
