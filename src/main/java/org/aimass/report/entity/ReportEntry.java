package org.aimass.report.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.aimass.security.Person;
import org.aimass.shared.Sha256Digest;
import org.jspecify.annotations.Nullable;

/** One entry in the history of a report: inserted once, never changed. */
@Entity
@Table(name = "report_entry")
@SuppressWarnings("UnusedVariable") // the columns are there to be checked by the database and to be searched by
public class ReportEntry {

    @Id
    private String sha256;

    @Column(name = "report_number")
    private String number;

    @Column(name = "entry_number")
    private int entry;

    @Enumerated(EnumType.STRING)
    private ReportStatus kind;

    private int version;

    @Column(name = "happened_at")
    private Instant happenedAt;

    private String statement;

    @Column(name = "previous_sha256")
    private @Nullable String previousSha256;

    @Column(name = "requester_issuer")
    private @Nullable String requesterIssuer;

    @Column(name = "requester_subject")
    private @Nullable String requesterSubject;

    @Column(name = "approver_issuer")
    private @Nullable String approverIssuer;

    @Column(name = "approver_subject")
    private @Nullable String approverSubject;

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected ReportEntry() {}

    /** Who asked for an entry, and who let it be published. */
    public record FourEyes(Person requester, Person approver) {

        /** @throws IllegalArgumentException if they are one and the same */
        public FourEyes {
            if (requester.equals(approver)) {
                throw new IllegalArgumentException("who asks for an entry does not let it be published");
            }
        }
    }

    /**
     * @param json the statement as canonical JSON
     * @param persons empty only where a report lapses
     * @throws IllegalArgumentException if nobody answers for what is not a matter of time
     */
    public ReportEntry(EntryStatement states, String json, Optional<FourEyes> persons) {
        if (persons.isEmpty() && states.kind() != ReportStatus.LAPSED) {
            throw new IllegalArgumentException("two people answer for an entry");
        }
        this.sha256 = digestOf(json).hex();
        this.number = states.report();
        this.entry = states.entry();
        this.kind = states.kind();
        this.version = states.version();
        this.happenedAt = states.happenedAt();
        this.statement = json;
        this.previousSha256 = states.previousSha256();
        persons.ifPresent(both -> {
            this.requesterIssuer = both.requester().issuer();
            this.requesterSubject = both.requester().subject();
            this.approverIssuer = both.approver().issuer();
            this.approverSubject = both.approver().subject();
        });
    }

    private static Sha256Digest digestOf(String json) {
        return Sha256Digest.of(json.getBytes(StandardCharsets.UTF_8));
    }

    /** From 1. */
    public int entry() {
        return entry;
    }

    /** The statement as it was kept: canonical JSON. */
    public String statement() {
        return statement;
    }

    public Sha256Digest digest() {
        return new Sha256Digest(sha256);
    }

    public Optional<String> previous() {
        return Optional.ofNullable(previousSha256);
    }

    /** Whether the statement kept is the one that was made. */
    public boolean isIntact() {
        return digestOf(statement).equals(digest());
    }

    /** Who asked for it and who let it be published, without the first entry's author of the audit told apart. */
    public Optional<FourEyes> persons() {
        return requesterIssuer == null || requesterSubject == null || approverIssuer == null || approverSubject == null
                ? Optional.empty()
                : Optional.of(new FourEyes(
                        new Person(requesterIssuer, requesterSubject), new Person(approverIssuer, approverSubject)));
    }
}
