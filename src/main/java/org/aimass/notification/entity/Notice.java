package org.aimass.notification.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Some news as one person is told it. */
@Entity
@Table(name = "notification_notice")
@SuppressWarnings("UnusedVariable") // the database looks at the occasion
public class Notice {

    @Id
    private UUID id;

    @Column(name = "person_key")
    private UUID personKey;

    @Enumerated(EnumType.STRING)
    private NoticeKind kind;

    private String reference;

    private String about;

    private String address;

    private String occasion;

    @Column(name = "happened_at")
    private Instant happenedAt;

    @Column(name = "read_at")
    private @Nullable Instant readAt;

    @SuppressWarnings("NullAway.Init")
    protected Notice() {}

    public Notice(UUID personKey, News news, Instant happenedAt) {
        this.id = UUID.randomUUID();
        this.personKey = personKey;
        this.kind = news.kind();
        this.reference = news.reference();
        this.about = news.about();
        this.address = news.address();
        this.occasion = news.occasion();
        this.happenedAt = happenedAt;
    }

    /** The first reading counts. */
    public void read(Instant now) {
        if (readAt == null) {
            readAt = now;
        }
    }

    public UUID id() {
        return id;
    }

    public UUID personKey() {
        return personKey;
    }

    public NoticeKind kind() {
        return kind;
    }

    public String reference() {
        return reference;
    }

    public String about() {
        return about;
    }

    /** Within the portal. */
    public String address() {
        return address;
    }

    public Instant happenedAt() {
        return happenedAt;
    }

    public boolean isRead() {
        return readAt != null;
    }
}
