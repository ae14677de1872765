package org.aimass.organization.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

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
}
