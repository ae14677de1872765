package org.aimass.organization.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A department, company or audit body that takes part. */
@Entity
@Table(name = "organization_organization")
public class Organization {

    @Id
    private UUID id;

    private String slug;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "name_zh")
    private String nameZh;

    @Enumerated(EnumType.STRING)
    private OrganizationKind kind;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    @Column(name = "disabled_at")
    private @Nullable Instant disabledAt;

    @Column(name = "disabled_reason")
    private @Nullable String disabledReason;

    protected Organization() {
        this(new UUID(0, 0), "", "", "", OrganizationKind.DEPARTMENT, Instant.EPOCH);
    }

    public Organization(UUID id, String slug, String nameEn, String nameZh, OrganizationKind kind, Instant createdAt) {
        this.id = id;
        this.slug = slug;
        this.nameEn = nameEn;
        this.nameZh = nameZh;
        this.kind = kind;
        this.createdAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    /** Short name for addresses, such as {@code social-affairs}; unique. */
    public String slug() {
        return slug;
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? nameZh : nameEn;
    }

    public OrganizationKind kind() {
        return kind;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Names are all that changes of what it was founded with. */
    public void rename(String newNameEn, String newNameZh) {
        nameEn = newNameEn;
        nameZh = newNameZh;
    }

    /** @throws IllegalStateException when it is disabled already */
    public void disable(String reason, Instant now) {
        if (isDisabled()) {
            throw new IllegalStateException(slug + " is disabled already");
        }
        disabledReason = reason;
        disabledAt = now;
    }

    /** @throws IllegalStateException unless it is disabled */
    public void enable() {
        if (!isDisabled()) {
            throw new IllegalStateException(slug + " is not disabled");
        }
        disabledReason = null;
        disabledAt = null;
    }

    /** Whether its members may read and no more. */
    public boolean isDisabled() {
        return disabledAt != null;
    }

    /** Since when; empty unless it is disabled. */
    public Optional<Instant> disabledAt() {
        return Optional.ofNullable(disabledAt);
    }

    /** Empty unless it is disabled. */
    public String disabledReason() {
        return disabledReason == null ? "" : disabledReason;
    }

    /** Counts the changes. */
    public long version() {
        return version;
    }
}
