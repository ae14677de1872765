package org.aimass.report.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.aimass.processing.entity.BilingualColumn;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.security.Person;
import org.aimass.shared.Bilingual;
import org.aimass.shared.Sha256Digest;

/**
 * A published report: its number, the bytes that were published with their digest, who published them, and what the
 * register's list repeats of them. Never changed and never deleted.
 */
@Entity
@Table(name = "report_report")
@SuppressWarnings("UnusedVariable") // the register's list reads some columns without the rest of the row
public class TransparencyReport {

    @Id
    @Column(name = "report_number")
    private String number;

    @Column(name = "run_id")
    private UUID runId;

    @Column(name = "model_version_id")
    private UUID modelVersionId;

    @Column(name = "organization_id")
    private UUID organizationId;

    @Enumerated(EnumType.STRING)
    private ReportStatus status;

    @Column(name = "author_issuer")
    private String authorIssuer;

    @Column(name = "author_subject")
    private String authorSubject;

    @Column(name = "publisher_issuer")
    private String publisherIssuer;

    @Column(name = "publisher_subject")
    private String publisherSubject;

    @Column(name = "publisher_name")
    private String publisherName;

    @Column(name = "published_at")
    private Instant publishedAt;

    private String snapshot;

    private String sha256;

    @Convert(converter = BilingualColumn.class)
    private Bilingual title;

    @Convert(converter = BilingualColumn.class)
    private Bilingual summary;

    @Convert(converter = BilingualColumn.class)
    @Column(name = "organization_name")
    private Bilingual organizationName;

    private String task;

    private String domain;

    @Column(name = "disparities_shown")
    private int disparitiesShown;

    @Column(name = "within_tolerance")
    private int withinTolerance;

    @Column(name = "insufficient_evidence")
    private int insufficientEvidence;

    @Column(name = "search_text")
    private String searchText;

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected TransparencyReport() {}

    /**
     * @param published the snapshot with its number
     * @param json the same as canonical JSON; its bytes in UTF-8 are what is published
     * @param author of the audit
     * @param publisherName for the activity pages; never published
     * @throws IllegalArgumentException if the publisher is the author of the audit
     */
    public TransparencyReport(
            ReportSnapshot published,
            String json,
            UUID runId,
            ModelVersion model,
            Person author,
            Person publisher,
            String publisherName) {
        if (publisher.equals(author)) {
            throw new IllegalArgumentException("the author of an audit does not publish its report");
        }
        this.number = published.number();
        this.runId = runId;
        this.modelVersionId = model.id();
        this.organizationId = model.model().organizationId();
        this.status = ReportStatus.PUBLISHED;
        this.authorIssuer = author.issuer();
        this.authorSubject = author.subject();
        this.publisherIssuer = publisher.issuer();
        this.publisherSubject = publisher.subject();
        this.publisherName = publisherName;
        this.publishedAt = Instant.parse(published.publishedAt());
        this.snapshot = json;
        this.sha256 = Sha256Digest.of(json.getBytes(StandardCharsets.UTF_8)).hex();
        this.title = published.explanation().title();
        this.summary = published.explanation().summary();
        this.organizationName = published.organization().name();
        this.task = published.model().task();
        this.domain = published.model().domain();
        this.disparitiesShown = published.tally().disparityShown();
        this.withinTolerance = published.tally().withinTolerance();
        this.insufficientEvidence = published.tally().insufficientEvidence();
        this.searchText = searchText(published);
    }

    private static String searchText(ReportSnapshot published) {
        Explanation explanation = published.explanation();
        return String.join(
                        "\n",
                        published.number(),
                        explanation.title().en(),
                        explanation.title().zh(),
                        explanation.summary().en(),
                        explanation.summary().zh(),
                        explanation.purpose().en(),
                        explanation.purpose().zh(),
                        published.organization().name().en(),
                        published.organization().name().zh(),
                        published.model().name())
                .toLowerCase(Locale.ROOT);
    }

    public String number() {
        return number;
    }

    public UUID runId() {
        return runId;
    }

    public UUID modelVersionId() {
        return modelVersionId;
    }

    /** Who answers for the model. */
    public UUID organizationId() {
        return organizationId;
    }

    public ReportStatus status() {
        return status;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    /** The bytes that were published: canonical JSON in UTF-8. */
    public byte[] snapshot() {
        return snapshot.getBytes(StandardCharsets.UTF_8);
    }

    /** The digest of the bytes at publication; {@link #isIntact} compares. */
    public Sha256Digest digest() {
        return new Sha256Digest(sha256);
    }

    /** Whether the bytes kept are the bytes published. */
    public boolean isIntact() {
        return Sha256Digest.of(snapshot()).equals(digest());
    }
}
