package org.aimass.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.aimass.security.Person;

/** Who started an audit. The name is only how it was shown then. */
@Embeddable
public class Author {

    @Column(name = "author_issuer")
    private String issuer;

    @Column(name = "author_subject")
    private String subject;

    @Column(name = "author_name")
    private String name;

    @SuppressWarnings("NullAway.Init")
    protected Author() {}

    public Author(Person person, String name) {
        this.issuer = person.issuer();
        this.subject = person.subject();
        this.name = name;
    }

    public Person person() {
        return new Person(issuer, subject);
    }

    public String name() {
        return name;
    }
}
