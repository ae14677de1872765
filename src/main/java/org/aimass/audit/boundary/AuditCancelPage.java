package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.aimass.audit.control.SteerAudit;
import org.aimass.audit.entity.AuditRun;

/** Asks once more before a run is cancelled, because nothing of it is kept. */
@Named
@RequestScoped
public class AuditCancelPage {

    @Inject
    AuditRunPage page;

    @Inject
    SteerAudit steer;

    public AuditRun getRun() {
        return page.getRun();
    }

    /** Whether there is still something to cancel. */
    public boolean isOpen() {
        return getRun().status().isOpen() && !getRun().attempt().isCancelRequested();
    }

    /** To the run's page, which shows what became of it. */
    public String cancel() {
        steer.cancel(getRun().id());
        return "/audit/run?faces-redirect=true&id=" + getRun().id();
    }
}
