package org.aimass.desk.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.aimass.background.BackgroundTasks;
import org.aimass.desk.entity.SystemCheck;
import org.aimass.security.Allowed;
import org.aimass.security.Role;

/** What the engine found on each node when it was asked last; asking again takes seconds, so it happens in the background. */
@ApplicationScoped
@Transactional
@Allowed(Role.PORTAL_ADMIN)
public class SystemChecks {

    private static final int MOST_NODES = 100;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    BackgroundTasks tasks;

    @Inject
    Clock clock;

    /** Of all nodes, by name; asks this one first where it never was. */
    public List<SystemCheck> all() {
        if (em.find(SystemCheck.class, thisNode()) == null) {
            ask();
        }
        return em.createQuery("select c from SystemCheck c order by c.node", SystemCheck.class)
                .setMaxResults(MOST_NODES)
                .getResultList();
    }

    /** Asks the node that answers this request, unless an answer is on its way. */
    public void ask() {
        Instant now = clock.instant();
        em.createNativeQuery("insert into desk_system_check (node, asked_at) values (?, ?) on conflict do nothing")
                .setParameter(1, thisNode())
                .setParameter(2, java.sql.Timestamp.from(Instant.EPOCH)) // never yet
                .executeUpdate();
        SystemCheck check = em.find(SystemCheck.class, thisNode());
        if (!check.isPending(now)) {
            check.ask(now);
            tasks.schedule(CheckSystem.NAME, UUID.randomUUID().toString(), CheckSystem.data(thisNode(), now));
        }
    }

    /** Any node may take the task; this one gives it on to the node that was meant. */
    @Allowed(Role.SYSTEM)
    public void passOn(String data) {
        tasks.schedule(
                CheckSystem.NAME,
                UUID.randomUUID().toString(),
                data,
                clock.instant().plus(Duration.ofSeconds(1)));
    }

    @Allowed(Role.SYSTEM)
    public void answered(String json, boolean walled) {
        change(check -> check.answered(json, walled, clock.instant()));
    }

    @Allowed(Role.SYSTEM)
    public void failed(String why) {
        change(check -> check.failed(why, clock.instant()));
    }

    private void change(Consumer<SystemCheck> how) {
        SystemCheck check = em.find(SystemCheck.class, thisNode());
        if (check != null) {
            how.accept(check);
        }
    }

    /** The machine's name, whatever number the process has. */
    static String thisNode() {
        return ManagementFactory.getRuntimeMXBean().getName().replaceFirst("^[0-9]+@", "");
    }
}
