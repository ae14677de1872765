package org.aimass.notification.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aimass.notification.entity.Mail;
import org.aimass.notification.entity.News;
import org.aimass.notification.entity.Notice;
import org.aimass.notification.entity.PersonKey;
import org.aimass.notification.entity.Preference;
import org.aimass.notification.entity.Way;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;
import org.aimass.security.Role;

/**
 * Takes news for people, in the transaction of what they tell: both are there or neither is. Writes rows and does nothing else,
 * so that no transaction ever waits for a mail server.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
@Allowed({Role.CITIZEN, Role.SYSTEM})
public class Outbox {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    MailSettings mail;

    @Inject
    Clock clock;

    /**
     * Tells each of these people, in the way each of them wants; whoever did it themselves is not told.
     *
     * @param people any number, however often somebody is among them
     */
    public void tell(Collection<Person> people, News news) {
        Set<UUID> keys = new HashSet<>();
        people.forEach(person -> keys.add(PersonKey.of(person)));
        user.person().ifPresent(self -> keys.remove(PersonKey.of(self)));
        if (keys.isEmpty()) {
            return;
        }
        keys.removeAll(told(keys, news));
        Map<UUID, Way> ways = ways(keys, news);
        Set<UUID> reachable = reachable(ways);
        Instant now = clock.instant();
        ways.forEach((key, way) -> {
            if (way != Way.NONE) {
                Notice notice = new Notice(key, news, now);
                em.persist(notice);
                if (reachable.contains(key)) {
                    em.flush();
                    em.persist(new Mail(notice.id(), now));
                }
            }
        });
    }

    /** Who has been told of this occasion before. */
    private List<UUID> told(Set<UUID> keys, News news) {
        return em.createQuery(
                        "select n.personKey from Notice n where n.personKey in :keys and n.occasion = :occasion",
                        UUID.class)
                .setParameter("keys", keys)
                .setParameter("occasion", news.occasion())
                .getResultList();
    }

    private Map<UUID, Way> ways(Set<UUID> keys, News news) {
        Map<UUID, Way> ways = new HashMap<>();
        keys.forEach(key -> ways.put(key, news.kind().usual()));
        if (!keys.isEmpty()) {
            em.createQuery("select p from Preference p where p.personKey in :keys and p.kind = :kind", Preference.class)
                    .setParameter("keys", keys)
                    .setParameter("kind", news.kind())
                    .getResultStream()
                    .forEach(chosen -> ways.put(chosen.personKey(), chosen.way()));
        }
        return ways;
    }

    /** Of those who want mail, those to whom some can be sent. */
    private Set<UUID> reachable(Map<UUID, Way> ways) {
        List<UUID> wanting = ways.entrySet().stream()
                .filter(entry -> entry.getValue() == Way.MAIL)
                .map(Map.Entry::getKey)
                .toList();
        if (wanting.isEmpty() || !mail.isConfigured()) {
            return Set.of();
        }
        return Set.copyOf(em.createQuery(
                        "select c.personKey from Contact c where c.personKey in :keys and c.address is not null",
                        UUID.class)
                .setParameter("keys", wanting)
                .getResultList());
    }
}
