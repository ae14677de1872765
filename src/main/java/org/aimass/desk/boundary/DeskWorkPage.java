package org.aimass.desk.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.aimass.audit.entity.AuditRun;
import org.aimass.desk.control.MyWork;
import org.aimass.desk.entity.Waiting;
import org.aimass.report.entity.RegisterEntry;
import org.jspecify.annotations.Nullable;

/** What waits for the person who opens it. */
@Named
@RequestScoped
public class DeskWorkPage {

    @Inject
    MyWork work;

    private MyWork.@Nullable Desk desk;

    private MyWork.Desk desk() {
        MyWork.Desk known = desk;
        if (known == null) {
            known = work.ofAsker();
            desk = known;
        }
        return known;
    }

    public List<Waiting> getWaiting() {
        return desk().waiting();
    }

    public List<AuditRun> getRunning() {
        return desk().running();
    }

    public List<RegisterEntry> getPublished() {
        return desk().published();
    }
}
