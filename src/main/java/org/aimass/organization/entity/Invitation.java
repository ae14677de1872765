package org.aimass.organization.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.shared.Sha256Digest;
import org.jspecify.annotations.Nullable;

/**
 * Roles in one organization for whoever comes first with its code: OPEN until it is ACCEPTED by somebody other than its maker,
 * WITHDRAWN, or too old. What its note says about a person identifies nobody.
 */
@Entity
@Table(name = "organization_invitation")
public class Invitation {

    /** How long a code may be used. */
    public static final Duration LIFE = Duration.ofDays(7);

    /** What became of it. */
    public enum Status {
        OPEN,
        ACCEPTED,
        WITHDRAWN
    }

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "organization_id")
    private Organization organization;

    private String note;

    private String roles;

    @Column(name = "code_sha256")
    private String codeDigest;

    @Column(name = "maker_issuer")
    private String makerIssuer;

    @Column(name = "maker_subject")
    private String makerSubject;

    @Column(name = "maker_name")
    private String makerName;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Enumerated(EnumType.STRING)
    private Status status = Status.OPEN;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "accepter_issuer")
    private @Nullable String accepterIssuer;

    @Column(name = "accepter_subject")
    private @Nullable String accepterSubject;

    @Column(name = "accepter_name")
    private @Nullable String accepterName;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Invitation() {}

    /**
     * @param note for whom it is meant, for those who look after the list
     * @param roles at least one, each of scope ORGANIZATION
     * @param codeDigest of the code, which nobody keeps
     */
    public Invitation(
            UUID id,
            Organization organization,
            String note,
            Collection<Role> roles,
            Sha256Digest codeDigest,
            Person maker,
            String makerName,
            Instant now) {
        if (roles.isEmpty() || roles.stream().anyMatch(role -> role.scope() != Role.Scope.ORGANIZATION)) {
            throw new IllegalArgumentException("an invitation is to roles within an organization: " + roles);
        }
        this.id = id;
        this.organization = organization;
        this.note = note;
        this.roles = roles.stream().distinct().sorted().map(Role::name).collect(Collectors.joining(","));
        this.codeDigest = codeDigest.hex();
        this.makerIssuer = maker.issuer();
        this.makerSubject = maker.subject();
        this.makerName = makerName;
        this.madeAt = now;
        this.expiresAt = now.plus(LIFE);
    }

    /** Whether somebody could still accept it. */
    public boolean isOpen(Instant now) {
        return status == Status.OPEN && now.isBefore(expiresAt);
    }

    /** @throws IllegalStateException unless it is open and the person is not its maker */
    public void accept(Person person, String name, Instant now) {
        if (!isOpen(now) || isMadeBy(person)) {
            throw new IllegalStateException("invitation " + id + " cannot be accepted");
        }
        status = Status.ACCEPTED;
        endedAt = now;
        accepterIssuer = person.issuer();
        accepterSubject = person.subject();
        accepterName = name;
    }

    /**
     * Nobody can accept it any more.
     *
     * @return false when it had ended before
     */
    public boolean withdraw(Instant now) {
        if (status != Status.OPEN) {
            return false;
        }
        status = Status.WITHDRAWN;
        endedAt = now;
        return true;
    }

    public boolean isMadeBy(Person person) {
        return new Person(makerIssuer, makerSubject).equals(person);
    }

    public boolean isAcceptedBy(Person person) {
        return person.issuer().equals(accepterIssuer) && person.subject().equals(accepterSubject);
    }

    public UUID id() {
        return id;
    }

    public Organization organization() {
        return organization;
    }

    public String note() {
        return note;
    }

    public List<Role> roles() {
        return Arrays.stream(roles.split(",", -1))
                .map(Role::valueOf)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    public String makerName() {
        return makerName;
    }

    public Instant madeAt() {
        return madeAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Status status() {
        return status;
    }

    /** When it was accepted or withdrawn. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
