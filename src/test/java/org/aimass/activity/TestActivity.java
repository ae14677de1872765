package org.aimass.activity;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.aimass.security.CurrentUser;

/** The real activity log without a container, for the rules of other rooms. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class TestActivity {

    private TestActivity() {}

    public static ActivityLog log(EntityManager em, CurrentUser user, Clock clock) {
        ActivityLog log = new ActivityLog();
        log.em = em;
        log.user = user;
        log.clock = clock;
        return log;
    }

    public static ActivityRecords records(EntityManager em, CurrentUser user) {
        ActivityRecords records = new ActivityRecords();
        records.em = em;
        records.user = user;
        return records;
    }
}
