package org.aimass.notification.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.notification.entity.Contact;
import org.aimass.notification.entity.MailAddress;
import org.aimass.notification.entity.NoticeKind;
import org.aimass.notification.entity.PersonKey;
import org.aimass.notification.entity.Preference;
import org.aimass.notification.entity.Way;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;

/** How the asker wants to be told. */
@ApplicationScoped
@Transactional
@Allowed({Role.SUBMITTER, Role.AUDITOR, Role.APPROVER, Role.ORGANIZATION_ADMIN})
public class Preferences {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    MailSettings mail;

    /** For each kind of news that the asker's roles bring, the way it is told. */
    public Map<NoticeKind, Way> mine() {
        Map<NoticeKind, Way> ways = new EnumMap<>(NoticeKind.class);
        Arrays.stream(NoticeKind.values())
                .filter(kind -> kind.audience().stream().anyMatch(user::has))
                .forEach(kind -> ways.put(kind, kind.usual()));
        em.createQuery("select p from Preference p where p.personKey = :me", Preference.class)
                .setParameter("me", me())
                .getResultStream()
                .forEach(chosen -> ways.replace(chosen.kind(), chosen.way()));
        return ways;
    }

    /** Keeps the asker's choice; a kind that it does not name is told as usual. */
    public void choose(Map<NoticeKind, Way> ways) {
        em.createQuery("delete from Preference p where p.personKey = :me")
                .setParameter("me", me())
                .executeUpdate();
        ways.forEach((kind, way) -> {
            if (way != kind.usual()) {
                em.persist(new Preference(me(), kind, way));
            }
        });
    }

    /** Whether this portal sends mail at all. */
    public boolean isMailSent() {
        return mail.isConfigured();
    }

    /** Where the asker's mail goes; empty where their sign-in brought no verified address. */
    public Optional<MailAddress> myAddress() {
        return Optional.ofNullable(em.find(Contact.class, me())).flatMap(Contact::address);
    }

    private UUID me() {
        return PersonKey.of(user.requirePerson());
    }
}
