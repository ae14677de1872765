package org.aimass.activity;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.aimass.security.Person;
import org.aimass.shared.Sha256Digest;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * One act of one person, and the hash that ties it to the act before it: SHA-256 over the canonical JSON (RFC 8785) of its
 * fields and of the previous record's hash. Never changed, never deleted.
 */
@Entity
@Table(name = "activity_record")
public class ActivityRecord {

    /** What the first record of a chain names as its predecessor. */
    static final String NO_PREDECESSOR = "0".repeat(64);

    private static final ObjectMapper JSON = new ObjectMapper();

    @Id
    private UUID id;

    @Column(name = "organization_id")
    private UUID organizationId;

    @Column(name = "sequence_number")
    private long sequence;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(name = "actor_issuer")
    private String actorIssuer;

    @Column(name = "actor_subject")
    private String actorSubject;

    @Column(name = "actor_name")
    private String actorName;

    private String action;

    @Column(name = "subject_type")
    private String subjectType;

    @Column(name = "subject_id")
    private String subjectId;

    private String details;

    @Column(name = "previous_hash")
    private String previousHash;

    private String hash;

    protected ActivityRecord() {
        this(new UUID(0, 0), 0, NO_PREDECESSOR, Instant.EPOCH, new Person("-", "-"), "", new Act("", "", "", Map.of()));
    }

    ActivityRecord(
            UUID organizationId,
            long sequence,
            String previousHash,
            Instant occurredAt,
            Person actor,
            String actorName,
            Act act) {
        this.id = UUID.randomUUID();
        this.organizationId = organizationId;
        this.sequence = sequence;
        this.previousHash = previousHash;
        this.occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
        this.actorIssuer = actor.issuer();
        this.actorSubject = actor.subject();
        this.actorName = actorName;
        this.action = act.action();
        this.subjectType = act.subjectType();
        this.subjectId = act.subjectId();
        this.details = canonical(act.details());
        this.hash = computedHash();
    }

    /** What was done to what. */
    record Act(String action, String subjectType, String subjectId, Map<String, ?> details) {}

    /** Whether this record is as it was written and follows the given hash. */
    boolean follows(String hashBefore) {
        return previousHash.equals(hashBefore) && hash.equals(computedHash());
    }

    private String computedHash() {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("id", id.toString());
        fields.put("organization", organizationId.toString());
        fields.put("sequence", sequence);
        fields.put("occurred_at", occurredAt.toString());
        fields.put("actor", Map.of("issuer", actorIssuer, "subject", actorSubject, "name", actorName));
        fields.put("action", action);
        fields.put("subject", Map.of("type", subjectType, "id", subjectId));
        fields.put("details", details);
        fields.put("previous", previousHash);
        return Sha256Digest.of(canonical(fields).getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    private static String canonical(Map<String, ?> fields) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(fields)).getEncodedString();
        } catch (IOException e) {
            throw new IllegalArgumentException("these details cannot be written as JSON", e);
        }
    }

    /** SHA-256 over this record and the hash before it, in hexadecimal digits. */
    public String hash() {
        return hash;
    }

    /** Its place in the organization's chain, from 1. */
    public long sequence() {
        return sequence;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public Person actor() {
        return new Person(actorIssuer, actorSubject);
    }

    public String actorName() {
        return actorName;
    }

    public String action() {
        return action;
    }

    public String subjectType() {
        return subjectType;
    }

    public String subjectId() {
        return subjectId;
    }

    /** Canonical JSON. */
    public String details() {
        return details;
    }
}
