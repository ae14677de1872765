package org.aimass.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.aimass.security.Person;

/** Who is to answer a finding, and until when. */
@Embeddable
class Assignment {

    @Column(name = "owner_issuer")
    private String issuer;

    @Column(name = "owner_subject")
    private String subject;

    @Column(name = "owner_name")
    private String name;

    @Column(name = "due_on")
    private LocalDate due;

    @SuppressWarnings("NullAway.Init")
    protected Assignment() {}

    Assignment(Person owner, String name, LocalDate due) {
        this.issuer = owner.issuer();
        this.subject = owner.subject();
        this.name = name;
        this.due = due;
    }

    Person owner() {
        return new Person(issuer, subject);
    }

    String name() {
        return name;
    }

    LocalDate due() {
        return due;
    }
}
