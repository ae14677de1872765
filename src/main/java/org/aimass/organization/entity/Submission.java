package org.aimass.organization.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.aimass.security.Person;

/** Who handed something in, and when. The name is as it was then; only the person counts. */
@Embeddable
public class Submission {

    @Column(name = "submitter_issuer")
    private String issuer;

    @Column(name = "submitter_subject")
    private String subject;

    @Column(name = "submitter_name")
    private String name;

    @Column(name = "submitted_at")
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected Submission() {}

    public Submission(Person person, String name, Instant at) {
        this.issuer = person.issuer();
        this.subject = person.subject();
        this.name = name;
        this.at = at;
    }

    public Person person() {
        return new Person(issuer, subject);
    }

    public String name() {
        return name;
    }

    public Instant at() {
        return at;
    }
}
