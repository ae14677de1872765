package org.aimass.audit.entity;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.aimass.security.Person;

/** A {@link Signature} as a table keeps it. */
@Embeddable
class Signed {

    private String issuer;
    private String subject;
    private String name;
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected Signed() {}

    Signed(Signature signature) {
        issuer = signature.person().issuer();
        subject = signature.person().subject();
        name = signature.name();
        at = signature.at();
    }

    Signature signature() {
        return new Signature(new Person(issuer, subject), name, at);
    }
}
