package org.aimass.notification.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.aimass.notification.entity.Notice;
import org.aimass.notification.entity.NoticeKind;
import org.aimass.notification.entity.PersonKey;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.Slice;

/** What the asker was told. Nobody reads anybody else's. */
@ApplicationScoped
@Transactional
@Allowed(Role.CITIZEN)
public class Inbox {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /**
     * The newest first.
     *
     * @param unreadOnly without what was read
     * @param kinds only these; empty for all
     * @param offset how many to leave out, at least 0
     * @param size how many to give at most, at least 1
     */
    public Slice<Notice> find(boolean unreadOnly, Collection<NoticeKind> kinds, int offset, int size) {
        long total = query("select count(n)", "", unreadOnly, kinds, Long.class).getSingleResult();
        List<Notice> notices = query("select n", " order by n.happenedAt desc, n.id", unreadOnly, kinds, Notice.class)
                .setFirstResult(offset)
                .setMaxResults(size)
                .getResultList();
        return new Slice<>(notices, offset, total);
    }

    /** How many the asker has not read. */
    public long unread() {
        return query("select count(n)", "", true, List.of(), Long.class).getSingleResult();
    }

    /**
     * Marks one as read.
     *
     * @throws Refusal NOT_FOUND when there is none, or it is somebody else's
     */
    public Notice read(UUID id) {
        Notice notice = em.find(Notice.class, id);
        if (notice == null || !notice.personKey().equals(me())) {
            throw Refusal.notFound();
        }
        notice.read(clock.instant());
        return notice;
    }

    public void readAll() {
        em.createQuery("update Notice n set n.readAt = :now where n.personKey = :me and n.readAt is null")
                .setParameter("now", clock.instant())
                .setParameter("me", me())
                .executeUpdate();
    }

    private <T> TypedQuery<T> query(
            String select, String order, boolean unreadOnly, Collection<NoticeKind> kinds, Class<T> type) {
        return em.createQuery(
                        select + " from Notice n where n.personKey = :me and n.kind in :kinds"
                                + (unreadOnly ? " and n.readAt is null" : "") + order,
                        type)
                .setParameter("me", me())
                .setParameter("kinds", kinds.isEmpty() ? EnumSet.allOf(NoticeKind.class) : kinds);
    }

    private UUID me() {
        return PersonKey.of(user.requirePerson());
    }
}
