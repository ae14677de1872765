package org.aimass.datausage.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.aimass.security.SubjectPseudonym;

/** One look of a person at the uses of their own data: a use of it by the portal itself. */
@Entity
@Table(name = "datausage_look")
@SuppressWarnings("UnusedVariable") // the key is there to be searched by
public class DataUsageLook {

    @Id
    private UUID id;

    @Column(name = "subject_key")
    private UUID subjectKey;

    @Column(name = "key_id")
    private String keyId;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected DataUsageLook() {}

    /** @param subject the person, by the portal's own key */
    public DataUsageLook(SubjectPseudonym subject, Instant occurredAt) {
        this.id = UUID.randomUUID();
        this.subjectKey = DataUsageRecord.key(subject);
        this.keyId = subject.keyId();
        this.occurredAt = occurredAt;
    }

    public Instant occurredAt() {
        return occurredAt;
    }
}
