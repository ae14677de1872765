package org.aimass.desk.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aimass.audit.control.FindingList;
import org.aimass.audit.control.FindingList.FoundFinding;
import org.aimass.audit.entity.Finding;
import org.aimass.audit.entity.FindingStatus;
import org.aimass.desk.entity.RunningOut;
import org.aimass.desk.entity.Waiting;
import org.aimass.desk.entity.Waiting.Task;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;

/** The findings on somebody's desk. Empty for whoever has to do with none. */
@ApplicationScoped
@Transactional
@Allowed({Role.SUBMITTER, Role.AUDITOR, Role.APPROVER, Role.ORGANIZATION_ADMIN, Role.PORTAL_ADMIN, Role.REGISTER_EDITOR
})
public class DeskFindings {

    private static final int MOST = 20;
    private static final int MOST_DUE = 5;
    private static final int SOON_DAYS = 14;

    @Inject
    FindingList findings;

    @Inject
    CurrentUser user;

    /** The asker's own to answer, and for auditors the answers to be read. */
    public List<Waiting> waiting() {
        List<Waiting> waiting = new ArrayList<>();
        if (user.has(Role.SUBMITTER) || user.has(Role.ORGANIZATION_ADMIN)) {
            for (FoundFinding each : find(FindingStatus.OPEN, MOST)) {
                if (each.finding().owner().equals(user.person())) {
                    waiting.add(Waiting.of(Task.ANSWER_FINDING, each.finding(), each.run(), due(each.finding())));
                }
            }
        }
        if (user.has(Role.AUDITOR)) {
            for (FoundFinding each : find(FindingStatus.ANSWERED, MOST)) {
                waiting.add(Waiting.of(Task.READ_ANSWER, each.finding(), each.run(), due(each.finding())));
            }
        }
        return waiting;
    }

    /** What is due within two weeks, or late; what is late first. */
    public List<RunningOut> runningOut() {
        if (!user.has(Role.SUBMITTER)
                && !user.has(Role.ORGANIZATION_ADMIN)
                && !user.has(Role.AUDITOR)
                && !user.has(Role.APPROVER)) {
            return List.of();
        }
        LocalDate today = findings.today();
        return find(FindingStatus.OPEN, MOST_DUE).stream()
                .filter(each -> each.finding()
                        .due()
                        .filter(day -> !day.isAfter(today.plusDays(SOON_DAYS)))
                        .isPresent())
                .map(each -> new RunningOut(
                        each.finding().id(),
                        each.finding().number(),
                        each.run().subject().modelName() + " "
                                + each.run().subject().modelLabel(),
                        each.finding().ownerName(),
                        each.finding().due().orElseThrow(),
                        each.finding().isOverdue(today)))
                .toList();
    }

    private List<FoundFinding> find(FindingStatus status, int most) {
        return findings.find(
                        new FindingList.Wanted(Optional.of(status), Optional.empty(), false),
                        FindingList.Sort.DUE,
                        false,
                        0,
                        most)
                .items();
    }

    private static Instant due(Finding finding) {
        return finding.due()
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .orElse(Instant.EPOCH);
    }
}
