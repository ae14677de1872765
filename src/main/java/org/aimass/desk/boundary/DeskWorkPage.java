package org.aimass.desk.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.aimass.audit.entity.AuditRun;
import org.aimass.desk.control.Guide;
import org.aimass.desk.control.MyWork;
import org.aimass.desk.entity.RunningOut;
import org.aimass.desk.entity.Waiting;
import org.aimass.notification.control.Inbox;
import org.aimass.notification.entity.Notice;
import org.aimass.report.entity.RegisterEntry;
import org.jspecify.annotations.Nullable;

/** What waits for the person who opens it. */
@Named
@RequestScoped
public class DeskWorkPage {

    private static final int MOST_NEWS = 5;

    @Inject
    MyWork work;

    @Inject
    Inbox inbox;

    @Inject
    Guide guide;

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

    /** What is due soon or late. */
    public List<RunningOut> getRunningOut() {
        return desk().runningOut();
    }

    /** Files that are being read. */
    public List<Waiting> getReading() {
        return desk().reading();
    }

    /** Whether anything goes on that may look otherwise in a few seconds. */
    public boolean isLive() {
        return !desk().running().isEmpty() || !desk().reading().isEmpty();
    }

    /** The latest that the reader has not read. */
    public List<Notice> getNews() {
        return inbox.find(true, List.of(), 0, MOST_NEWS).items();
    }

    /** Puts the guide through a first audit away, or takes it out again. */
    public String toggleGuide() {
        if (guide.isDismissed()) {
            guide.resume();
        } else {
            guide.dismiss();
        }
        return "/desk/work?faces-redirect=true";
    }

    public List<RegisterEntry> getPublished() {
        return desk().published();
    }
}
