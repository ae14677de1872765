package org.aimass.notification.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where and in which language somebody is written to, as their last sign-in told. Never says who anybody is. */
@Entity
@Table(name = "notification_contact")
@SuppressWarnings("UnusedVariable") // kept for operators
public class Contact {

    @Id
    @Column(name = "person_key")
    private UUID personKey;

    private @Nullable String address;

    private String language;

    @Column(name = "seen_at")
    private Instant seenAt;

    @SuppressWarnings("NullAway.Init")
    protected Contact() {}

    /** @param verified empty where the identity provider vouches for none */
    public Contact(UUID personKey, Optional<MailAddress> verified, Locale spoken, Instant now) {
        this.personKey = personKey;
        address = verified.map(MailAddress::text).orElse(null);
        language = word(spoken);
        seenAt = now;
    }

    /** @param verified empty where the identity provider vouches for none: an address known before is forgotten */
    public void update(Optional<MailAddress> verified, Locale spoken, Instant now) {
        address = verified.map(MailAddress::text).orElse(null);
        language = word(spoken);
        seenAt = now;
    }

    private static String word(Locale spoken) {
        return spoken.getLanguage().equals("zh") ? "zh" : "en";
    }

    public UUID personKey() {
        return personKey;
    }

    public Optional<MailAddress> address() {
        return Optional.ofNullable(address).flatMap(MailAddress::of);
    }

    public Locale language() {
        return language.equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}
