package org.aimass.dataset.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.aimass.security.Person;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in, piece by piece, by one person. Its pieces follow each other without overlap or gap; when all are
 * there and are what the sender says, it is finished and can be handed in.
 */
@Entity
@Table(name = "dataset_upload")
public class Upload {

    @Id
    private UUID id;

    @Column(name = "person_issuer")
    private String issuer;

    @Column(name = "person_subject")
    private String subject;

    @Enumerated(EnumType.STRING)
    private UploadKind kind;

    @Column(name = "file_name")
    private String name;

    private String fingerprint;

    @Column(name = "size_bytes")
    private long size;

    @Column(name = "received_bytes")
    private long received;

    @Column(name = "finished_sha256")
    private @Nullable String finished;

    @Column(name = "touched_at")
    private Instant touchedAt;

    @SuppressWarnings("NullAway.Init")
    protected Upload() {}

    /**
     * @param name the file's, to be shown and for nothing else
     * @param fingerprint of the file's beginning, by which its sender finds it again; empty where nobody will look
     * @param size in bytes, above 0
     */
    public Upload(Person person, UploadKind kind, String name, String fingerprint, long size, Instant now) {
        this.id = UUID.randomUUID();
        this.issuer = person.issuer();
        this.subject = person.subject();
        this.kind = kind;
        this.name = name;
        this.fingerprint = fingerprint;
        this.size = size;
        this.touchedAt = now;
    }

    /** @throws Refusal CONFLICT unless a piece of so many bytes at this place comes next; INVALID when it is too much */
    public void demandNext(long offset, int bytes) {
        if (finished != null) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "dataset", "refusal.upload.finished");
        }
        if (offset < received) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "dataset", "refusal.upload.overlap", received);
        }
        if (offset > received) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "dataset", "refusal.upload.gap", received);
        }
        if (bytes > size - received) {
            throw Refusal.of(Refusal.Kind.INVALID, "dataset", "refusal.upload.tooMuch", size);
        }
    }

    /** The piece is on the disk. */
    public void took(long offset, int bytes, Instant now) {
        demandNext(offset, bytes);
        received += bytes;
        touchedAt = now;
    }

    /**
     * All bytes are there, and this is their digest.
     *
     * @throws Refusal CONFLICT when some are missing, or when it was finished with another digest
     */
    public void finish(Sha256Digest digest, Instant now) {
        demandComplete();
        if (finished != null && !finished.equals(digest.hex())) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "dataset", "refusal.upload.finished");
        }
        finished = digest.hex();
        touchedAt = now;
    }

    /** @throws Refusal CONFLICT when some bytes are missing */
    public void demandComplete() {
        if (received < size) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "dataset", "refusal.upload.incomplete", received, size);
        }
    }

    public UUID id() {
        return id;
    }

    public boolean isOf(Person person) {
        return issuer.equals(person.issuer()) && subject.equals(person.subject());
    }

    /** Whether its sender means the same file. */
    public boolean isFor(UploadKind wanted, String fileName, long bytes, String beginning) {
        return kind == wanted && name.equals(fileName) && size == bytes && fingerprint.equals(beginning);
    }

    public boolean isTouchedAfter(Instant when) {
        return touchedAt.isAfter(when);
    }

    public UploadKind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    /** In bytes, as its sender said at the beginning. */
    public long size() {
        return size;
    }

    /** How many bytes from the beginning are on the disk. */
    public long received() {
        return received;
    }

    /** Empty until it is finished. */
    public Optional<Sha256Digest> finished() {
        return Optional.ofNullable(finished).map(Sha256Digest::new);
    }
}
