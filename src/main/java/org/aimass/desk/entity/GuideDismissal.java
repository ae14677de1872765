package org.aimass.desk.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody has put the guide away. */
@Entity
@Table(name = "desk_guide_dismissal")
@SuppressWarnings("UnusedVariable") // that there is a row says it all
public class GuideDismissal {

    @Id
    @Column(name = "person_key")
    private UUID personKey;

    @Column(name = "dismissed_at")
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected GuideDismissal() {}

    public GuideDismissal(UUID personKey, Instant at) {
        this.personKey = personKey;
        this.at = at;
    }
}
