package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import org.aimass.audit.control.AuditRuns;
import org.aimass.audit.control.RunQueue;
import org.aimass.audit.control.SteerAudit;
import org.aimass.audit.entity.AuditOutcome;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.RunEvent;
import org.aimass.web.Format;
import org.jspecify.annotations.Nullable;

/** One run while it waits and works, or after it has failed. What it shows lies in the database: closing the page changes nothing. */
@Named
@RequestScoped
public class AuditRunPage {

    /** The announcement of a running audit changes once in so many percent. */
    private static final long ANNOUNCED_EVERY = 10;

    @Inject
    AskedRun asked;

    @Inject
    AuditRuns runs;

    @Inject
    RunQueue queue;

    @Inject
    SteerAudit steer;

    @Inject
    AuditText text;

    @Inject
    Format format;

    private @Nullable AuditRun run;
    private RunQueue.@Nullable Place place;

    public AuditRun getRun() {
        AuditRun known = run;
        if (known == null) {
            known = runs.get(asked.getId());
            run = known;
        }
        return known;
    }

    public AuditPlan getPlan() {
        return runs.plan(getRun());
    }

    public List<RunEvent> getEvents() {
        return runs.events(getRun().id());
    }

    /** Where it stands among those that wait. */
    public RunQueue.Place getPlace() {
        RunQueue.Place known = place;
        if (known == null) {
            known = queue.place(getRun().id());
            place = known;
        }
        return known;
    }

    /** Such as "Place 3 of 7; probably about 4 min." */
    public String getWaiting() {
        String where = text.say("queue.place", getPlace().place(), getPlace().waiting());
        return getPlace()
                .left()
                .map(left -> text.say("queue.left", where, format.duration(left)))
                .orElse(text.say("queue.unknown", where));
    }

    /** How the estimate is made, with its numbers. */
    public String getWaitingRule() {
        return getPlace()
                .usual()
                .map(one -> text.say(
                        "queue.rule",
                        getPlace().recent(),
                        format.duration(one),
                        getPlace().running()))
                .orElse(text.say("queue.rule.few", getPlace().recent()));
    }

    /** What measured it; null unless it is completed. */
    public AuditOutcome.@Nullable Head getMeasured() {
        return runs.measured(getRun()).orElse(null);
    }

    public List<String> getEngineLines() {
        return runs.engineLines(getRun());
    }

    public List<RunStage> getStages() {
        return RunStage.of(getRun());
    }

    /** What is happening, for the progress bar's label. */
    public String getStageName() {
        return text.say("stage." + RunStage.current(getRun()).name());
    }

    /** "about 4 min", or a dash where nobody can tell. */
    public String getTimeLeft() {
        return getRun().progress().secondsLeft().isPresent()
                ? format.duration(Duration.ofSeconds(
                        (long) getRun().progress().secondsLeft().getAsDouble()))
                : text.say("run.unknown");
    }

    /** What a screen reader is told: seldom enough to be bearable. */
    public String getAnnouncement() {
        long percent = getRun().progress().percent().orElse(0);
        return getRun().status().isOpen()
                ? text.say("run.announce", getStageName(), percent - percent % ANNOUNCED_EVERY)
                : text.say("status." + getRun().status());
    }

    public String retry() {
        steer.retry(getRun().id());
        return here();
    }

    private String here() {
        return "/audit/run?faces-redirect=true&id=" + getRun().id();
    }
}
