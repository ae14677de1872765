package org.aimass.report.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.aimass.processing.entity.BilingualColumn;
import org.aimass.shared.Bilingual;
import org.aimass.shared.Sha256Digest;
import org.jspecify.annotations.Nullable;

/**
 * How a report stands today, and what the register's list repeats of the version that stands. Its history is the chain of its
 * entries; whoever adds one holds this row.
 */
@Entity
@Table(name = "report_report")
@SuppressWarnings("UnusedVariable") // the register's list reads some columns without the rest of the row
public class RegisteredReport {

    @Id
    @Column(name = "report_number")
    private String number;

    private int version;

    @Enumerated(EnumType.STRING)
    private ReportStatus status;

    @Column(name = "model_version_id")
    private UUID modelVersionId;

    @Column(name = "auditor_id")
    private UUID auditorId;

    @Column(name = "organization_id")
    private UUID organizationId;

    @Column(name = "organization_slug")
    private String organizationSlug;

    @Convert(converter = BilingualColumn.class)
    @Column(name = "organization_name")
    private Bilingual organizationName;

    @Convert(converter = BilingualColumn.class)
    private Bilingual title;

    @Convert(converter = BilingualColumn.class)
    private Bilingual summary;

    private String task;

    private String domain;

    @Enumerated(EnumType.STRING)
    private Outcome verdict;

    @Column(name = "disparities_shown")
    private int disparitiesShown;

    @Column(name = "within_tolerance")
    private int withinTolerance;

    @Column(name = "insufficient_evidence")
    private int insufficientEvidence;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "published_year")
    private int publishedYear;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "valid_until")
    private Instant validUntil;

    @Column(name = "entry_count")
    private int entries;

    @Column(name = "last_entry")
    private String lastEntry;

    /** The report's comparisons in one word. */
    public enum Outcome {
        /** At least one showed a disparity. */
        SHOWN,
        /** None showed a disparity, but for at least one the evidence was not enough. */
        UNSURE,
        /** All were within tolerance. */
        WITHIN;

        static Outcome of(ReportSnapshot.Tally tally) {
            return tally.disparityShown() > 0 ? SHOWN : tally.insufficientEvidence() > 0 ? UNSURE : WITHIN;
        }
    }

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected RegisteredReport() {}

    /**
     * A report that nobody has published before; its first entry is still to be added.
     *
     * @param auditorId whose auditors measured it
     * @param organizationId who answers for the model
     */
    @SuppressWarnings("NullAway.Init") // the first entry says how it stands
    public RegisteredReport(TransparencyReport first, ReportSnapshot published, UUID auditorId, UUID organizationId) {
        this.number = first.number();
        this.auditorId = auditorId;
        this.organizationId = organizationId;
        this.publishedAt = first.publishedAt();
        this.publishedYear = publishedAt.atOffset(ZoneOffset.UTC).getYear();
        this.lastEntry = "";
        repeat(first, published);
    }

    private void repeat(TransparencyReport report, ReportSnapshot published) {
        version = report.version();
        modelVersionId = report.modelVersionId();
        validUntil = published.validUntil();
        organizationSlug = published.organization().id();
        organizationName = published.organization().name();
        title = published.explanation().title();
        summary = published.explanation().summary();
        task = published.model().task();
        domain = published.model().domain();
        verdict = Outcome.of(published.tally());
        disparitiesShown = published.tally().disparityShown();
        withinTolerance = published.tally().withinTolerance();
        insufficientEvidence = published.tally().insufficientEvidence();
    }

    /**
     * The next entry's statement.
     *
     * @throws IllegalStateException if the report does not stand in a way that lets this happen to it
     */
    public EntryStatement next(
            ReportStatus kind, int ofVersion, Sha256Digest snapshot, Instant at, @Nullable Bilingual reason) {
        boolean allowed =
                switch (kind) {
                    case PUBLISHED -> entries == 0;
                    case CORRECTED -> status != ReportStatus.WITHDRAWN && ofVersion == version + 1;
                    case LAPSED -> isStanding() && ofVersion == version && !at.isBefore(validUntil);
                    case WITHDRAWN -> status != ReportStatus.WITHDRAWN && ofVersion == version;
                };
        if (!allowed) {
            throw new IllegalStateException(number + " is " + status + ", version " + version + ": not " + kind);
        }
        return new EntryStatement(
                EntryStatement.FORMAT,
                number,
                entries + 1,
                kind,
                ofVersion,
                at.toString(),
                reason,
                snapshot.hex(),
                entries == 0 ? null : lastEntry);
    }

    /** Takes over how the report stands after the entry that {@link #next} stated. */
    public void append(EntryStatement states, ReportEntry entry) {
        entries = states.entry();
        lastEntry = entry.digest().hex();
        status = states.kind();
        changedAt = states.happenedAt();
    }

    /** And what the register repeats of the new version. */
    public void correct(
            EntryStatement states, ReportEntry entry, TransparencyReport replacement, ReportSnapshot published) {
        append(states, entry);
        repeat(replacement, published);
    }

    public String number() {
        return number;
    }

    /** The version that stands, or stood last. */
    public int version() {
        return version;
    }

    public ReportStatus status() {
        return status;
    }

    /** Whether what it says holds today: neither withdrawn nor lapsed. */
    public boolean isStanding() {
        return status == ReportStatus.PUBLISHED || status == ReportStatus.CORRECTED;
    }

    /** The organization that audited it. */
    public UUID auditorId() {
        return auditorId;
    }

    /** The organization that answers for the model. */
    public UUID organizationId() {
        return organizationId;
    }

    public Bilingual title() {
        return title;
    }

    public Bilingual organizationName() {
        return organizationName;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public Instant validUntil() {
        return validUntil;
    }
}
