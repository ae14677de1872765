package org.aimass.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.aimass.audit.entity.Replay;
import org.aimass.audit.entity.RunStatus;
import org.aimass.background.BackgroundTasks;

/** Has a repeated run compared, in the transaction that completes it, whoever or whatever ended it. */
@ApplicationScoped
public class ReplayEnds {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    BackgroundTasks tasks;

    void ended(@Observes RunEnded news) {
        if (news.status() == RunStatus.COMPLETED && em.find(Replay.class, news.runId()) != null) {
            tasks.schedule(
                    CompareReplay.NAME, news.runId().toString(), news.runId().toString());
        }
    }
}
