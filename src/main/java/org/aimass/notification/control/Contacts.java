package org.aimass.notification.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.aimass.notification.entity.Contact;
import org.aimass.notification.entity.MailAddress;
import org.aimass.notification.entity.PersonKey;
import org.aimass.security.Allowed;
import org.aimass.security.Person;
import org.aimass.security.PersonSignedIn;
import org.aimass.security.Role;
import org.aimass.security.RoleSource;

/** Keeps the mail addresses of people who work for an organization, and of nobody else. */
@ApplicationScoped
@Transactional
@Allowed(Role.SYSTEM)
public class Contacts {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    @Any
    Instance<RoleSource> roles;

    @Inject
    Clock clock;

    /** Keeps what the latest sign-in told, and forgets whoever holds no role any more. */
    public void remember(PersonSignedIn news) {
        UUID key = PersonKey.of(news.person());
        Contact known = em.find(Contact.class, key);
        if (!isMember(news.person())) {
            if (known != null) {
                em.remove(known);
            }
            return;
        }
        if (known == null) {
            em.persist(new Contact(key, news.mail().flatMap(MailAddress::of), news.language(), clock.instant()));
        } else {
            known.update(news.mail().flatMap(MailAddress::of), news.language(), clock.instant());
        }
    }

    private boolean isMember(Person person) {
        return roles.stream().anyMatch(source -> !source.rolesOf(person).isEmpty());
    }
}
