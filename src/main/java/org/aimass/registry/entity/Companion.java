package org.aimass.registry.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.aimass.shared.Sha256Digest;

/** A stored file beside a model's own. */
@Embeddable
public class Companion {

    @Enumerated(EnumType.STRING)
    private CompanionKind kind;

    @Column(name = "file_name")
    private String name;

    private String sha256;

    @Column(name = "size_bytes")
    private long bytes;

    @SuppressWarnings("NullAway.Init")
    protected Companion() {}

    /** @param name the file's, to be shown and for nothing else; at most 300 characters */
    public Companion(CompanionKind kind, String name, Sha256Digest sha256, long bytes) {
        this.kind = kind;
        this.name = name;
        this.sha256 = sha256.hex();
        this.bytes = bytes;
    }

    public CompanionKind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public Sha256Digest sha256() {
        return new Sha256Digest(sha256);
    }

    public long bytes() {
        return bytes;
    }
}
