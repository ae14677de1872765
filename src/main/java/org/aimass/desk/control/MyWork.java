package org.aimass.desk.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aimass.audit.control.AuditRuns;
import org.aimass.audit.control.ReviewedRuns;
import org.aimass.audit.control.ReviewedRuns.ReviewedRun;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.ReviewStatus;
import org.aimass.audit.entity.RunStatus;
import org.aimass.audit.entity.Signature;
import org.aimass.dataset.control.Datasets;
import org.aimass.desk.entity.RunningOut;
import org.aimass.desk.entity.Waiting;
import org.aimass.desk.entity.Waiting.Task;
import org.aimass.registry.control.Models;
import org.aimass.report.control.ReportChanges;
import org.aimass.report.control.ReportDrafts;
import org.aimass.report.control.TransparencyReports;
import org.aimass.report.entity.RegisterEntry;
import org.aimass.report.entity.ReportDraft;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;
import org.aimass.security.Role;

/** What waits for the asker, by their roles. */
@ApplicationScoped
@Transactional
@Allowed({Role.SUBMITTER, Role.AUDITOR, Role.APPROVER, Role.ORGANIZATION_ADMIN, Role.PORTAL_ADMIN, Role.REGISTER_EDITOR
})
public class MyWork {

    private static final int MOST = 20;
    private static final int MOST_RUNNING = 3;
    private static final int MOST_PUBLISHED = 5;

    /**
     * The desk of one person: what waits, what runs or will run next, which files are being read, what is due soon or late, and
     * what was published last.
     */
    public record Desk(
            List<Waiting> waiting,
            List<AuditRun> running,
            List<Waiting> reading,
            List<RunningOut> runningOut,
            List<RegisterEntry> published) {}

    @Inject
    AuditRuns runs;

    @Inject
    ReviewedRuns reviewed;

    @Inject
    Models models;

    @Inject
    Datasets datasets;

    @Inject
    TransparencyReports reports;

    @Inject
    ReportDrafts drafts;

    @Inject
    ReportChanges changes;

    @Inject
    DeskFindings deskFindings;

    @Inject
    CurrentUser user;

    public Desk ofAsker() {
        List<Waiting> waiting = new ArrayList<>();
        List<AuditRun> running = new ArrayList<>();
        if (user.has(Role.AUDITOR) || user.has(Role.APPROVER)) {
            addAudits(waiting);
            running.addAll(find(RunStatus.RUNNING, MOST_RUNNING));
            running.addAll(find(RunStatus.QUEUED, MOST_RUNNING));
        }
        if (user.has(Role.SUBMITTER)) {
            addSubmissions(waiting);
        }
        waiting.addAll(deskFindings.waiting());
        List<Waiting> reading = waiting.stream().filter(Waiting::isReading).toList();
        waiting.removeAll(reading);
        return new Desk(
                waiting,
                running,
                reading,
                deskFindings.runningOut(),
                reports.find("", 0, MOST_PUBLISHED).items());
    }

    private void addAudits(List<Waiting> waiting) {
        for (ReviewedRun each : reviewed.find(ReviewStatus.OPEN, Role.AUDITOR, MOST)) {
            AuditRun run = each.run();
            waiting.add(Waiting.of(Task.JUDGE, run, run.author().name(), run.queuedAt()));
        }
        for (ReviewedRun each : reviewed.find(ReviewStatus.REJECTED, Role.AUDITOR, MOST)) {
            waiting.add(signed(Task.JUDGE_AGAIN, each.run(), each.review().decidedBy()));
        }
        for (ReviewedRun each : reviewed.find(ReviewStatus.JUDGED, Role.APPROVER, MOST)) {
            if (user.person().filter(each.review()::isDecidableBy).isPresent()) {
                waiting.add(signed(Task.APPROVE, each.run(), each.review().judgedBy()));
            }
        }
        for (ReviewedRun each : drafts.unpublished(MOST)) {
            waiting.add(signed(Task.PUBLISH, each.run(), each.review().decidedBy()));
        }
        addChanges(waiting);
        for (AuditRun run : find(RunStatus.FAILED, MOST)) {
            if (isMe(run.author().person())) {
                waiting.add(Waiting.of(Task.RETRY, run, run.author().name(), run.queuedAt()));
            }
        }
    }

    private void addChanges(List<Waiting> waiting) {
        for (ReportDraft change : changes.waiting()) {
            AuditRun run = runs.get(change.runId());
            if (drafts.mayPublish(change, run)) {
                waiting.add(Waiting.of(change, run));
            }
        }
    }

    private static Waiting signed(Task task, AuditRun run, Optional<Signature> by) {
        return Waiting.of(
                task,
                run,
                by.map(Signature::name).orElse(""),
                by.map(Signature::at).orElse(run.queuedAt()));
    }

    private void addSubmissions(List<Waiting> waiting) {
        datasets.search("", Datasets.Sort.SUBMITTED, true, 0, MOST).items().forEach(version -> Waiting.of(version)
                .ifPresent(waiting::add));
        models.search("", Models.Sort.SUBMITTED, true, 0, MOST).items().forEach(version -> Waiting.of(version)
                .ifPresent(waiting::add));
    }

    private List<AuditRun> find(RunStatus status, int most) {
        return runs.find(Optional.of(status), "", 0, most).items();
    }

    private boolean isMe(Person person) {
        return user.person().filter(person::equals).isPresent();
    }
}
