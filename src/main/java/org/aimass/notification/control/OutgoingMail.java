package org.aimass.notification.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aimass.notification.entity.Contact;
import org.aimass.notification.entity.Mail;
import org.aimass.notification.entity.MailAddress;
import org.aimass.notification.entity.Notice;
import org.aimass.security.Allowed;
import org.aimass.security.PublicUrl;
import org.aimass.security.Role;

/** What waits to be sent, and what became of it. Each step is a short transaction; none is open while a server is spoken to. */
@ApplicationScoped
@Transactional
@Allowed(Role.SYSTEM)
public class OutgoingMail {

    /** How long a notice is kept, and how long it is known that its mail was sent. */
    private static final Duration KEPT = Duration.ofDays(365);

    private static final Duration MAIL_KEPT = Duration.ofDays(30);

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    PublicUrl portal;

    @Inject
    Clock clock;

    /** The letters that are due, the oldest first; those whose reader has no address any more are given up. */
    public List<Letter> due(int most) {
        Instant now = clock.instant();
        List<Object[]> rows = em.createQuery(
                        "select m, n from Mail m, Notice n where n.id = m.noticeId and m.state = :waiting"
                                + " and m.nextTryAt <= :now order by m.nextTryAt",
                        Object[].class)
                .setParameter("waiting", Mail.State.WAITING)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
        LetterWriter writer = new LetterWriter(portal);
        List<Letter> letters = new ArrayList<>();
        for (Object[] row : rows) {
            Notice notice = (Notice) row[1];
            Optional<Contact> contact = Optional.ofNullable(em.find(Contact.class, notice.personKey()));
            Optional<MailAddress> to = contact.flatMap(Contact::address);
            if (contact.isPresent() && to.isPresent()) {
                letters.add(writer.write(notice, contact.get(), to.get()));
            } else {
                ((Mail) row[0]).giveUp("no address", now);
            }
        }
        return letters;
    }

    public void sent(UUID id) {
        find(id).ifPresent(mail -> mail.sent(clock.instant()));
    }

    /** @param why for the operator */
    public void failed(UUID id, String why) {
        find(id).ifPresent(mail -> mail.failed(why, em.find(Notice.class, id).happenedAt(), clock.instant()));
    }

    public void refused(UUID id, String why) {
        find(id).ifPresent(mail -> mail.giveUp(why, clock.instant()));
    }

    /** Forgets what is older than a year, and that a mail was sent a month ago. */
    public void sweep() {
        em.createQuery("delete from Mail m where m.endedAt < :then")
                .setParameter("then", clock.instant().minus(MAIL_KEPT))
                .executeUpdate();
        em.createNativeQuery("delete from notification_notice where happened_at < ?")
                .setParameter(1, clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    private Optional<Mail> find(UUID id) {
        return Optional.ofNullable(em.find(Mail.class, id)).filter(mail -> mail.state() == Mail.State.WAITING);
    }
}
