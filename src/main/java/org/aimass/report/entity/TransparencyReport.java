package org.aimass.report.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.security.Person;
import org.aimass.shared.Sha256Digest;

/**
 * One published version of a report: its number, the bytes that were published with their digest, and who published them. Never
 * changed and never deleted.
 */
@Entity
@Table(name = "report_version")
@SuppressWarnings("UnusedVariable") // the database checks who published
public class TransparencyReport {

    @Id
    private String sha256;

    @Column(name = "report_number")
    private String number;

    private int version;

    @Column(name = "run_id")
    private UUID runId;

    @Column(name = "model_version_id")
    private UUID modelVersionId;

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
        this.version = published.version();
        this.runId = runId;
        this.modelVersionId = model.id();
        this.authorIssuer = author.issuer();
        this.authorSubject = author.subject();
        this.publisherIssuer = publisher.issuer();
        this.publisherSubject = publisher.subject();
        this.publisherName = publisherName;
        this.publishedAt = Instant.parse(published.publishedAt());
        this.snapshot = json;
        this.sha256 = Sha256Digest.of(json.getBytes(StandardCharsets.UTF_8)).hex();
    }

    public String number() {
        return number;
    }

    /** From 1. */
    public int version() {
        return version;
    }

    public UUID runId() {
        return runId;
    }

    public UUID modelVersionId() {
        return modelVersionId;
    }

    /** Of this version. */
    public Instant publishedAt() {
        return publishedAt;
    }

    /** Who let it be published. */
    public Person publisher() {
        return new Person(publisherIssuer, publisherSubject);
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
