package org.aimass.notification.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** How somebody wants to be told of one kind of news, where it is not the usual way. */
@Entity
@Table(name = "notification_preference")
public class Preference {

    @Id
    private UUID id;

    @Column(name = "person_key")
    private UUID personKey;

    @Enumerated(EnumType.STRING)
    private NoticeKind kind;

    @Enumerated(EnumType.STRING)
    private Way way;

    @SuppressWarnings("NullAway.Init")
    protected Preference() {}

    public Preference(UUID personKey, NoticeKind kind, Way way) {
        this.id = UUID.randomUUID();
        this.personKey = personKey;
        this.kind = kind;
        this.way = way;
    }

    public UUID personKey() {
        return personKey;
    }

    public NoticeKind kind() {
        return kind;
    }

    public Way way() {
        return way;
    }
}
