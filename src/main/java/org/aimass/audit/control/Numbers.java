package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Locale;
import org.aimass.security.Allowed;
import org.aimass.security.Role;

/** Gives runs and findings the numbers that people call them by, counted from 1 each year, without a gap or a twin. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Numbers {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    Clock clock;

    /** Such as {@code 2026-0312}. */
    @Allowed(Role.AUDITOR)
    public String run() {
        int year = year();
        return String.format(Locale.ROOT, "%d-%04d", year, next("RUN", year));
    }

    /** Such as {@code F-2026-047}. */
    @Allowed(Role.SYSTEM)
    public String finding() {
        int year = year();
        return String.format(Locale.ROOT, "F-%d-%03d", year, next("FINDING", year));
    }

    private int year() {
        return Year.now(clock.withZone(ZoneOffset.UTC)).getValue();
    }

    /** The counter's row stays locked until the transaction ends. */
    private int next(String kind, int year) {
        em.createNativeQuery("insert into audit_number (kind, number_year, last_number) values (?, ?, 0)"
                        + " on conflict do nothing")
                .setParameter(1, kind)
                .setParameter(2, year)
                .executeUpdate();
        em.createNativeQuery("update audit_number set last_number = last_number + 1 where kind = ? and number_year = ?")
                .setParameter(1, kind)
                .setParameter(2, year)
                .executeUpdate();
        Object last = em.createNativeQuery("select last_number from audit_number where kind = ? and number_year = ?")
                .setParameter(1, kind)
                .setParameter(2, year)
                .getSingleResult();
        return ((Number) last).intValue();
    }
}
