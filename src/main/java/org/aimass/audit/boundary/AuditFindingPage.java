package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aimass.audit.control.FindingList;
import org.aimass.audit.control.Findings;
import org.aimass.audit.control.Findings.FindingFile;
import org.aimass.audit.entity.FindingStep;
import org.aimass.audit.entity.Severity;
import org.aimass.organization.control.Answerers;
import org.aimass.organization.control.Answerers.Answerer;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.jspecify.annotations.Nullable;

/** One finding: what was measured, who is to answer until when, and what was done about it so far. */
@Named
@RequestScoped
public class AuditFindingPage {

    @Inject
    AskedRun asked;

    @Inject
    Findings findings;

    @Inject
    FindingList list;

    @Inject
    Answerers answerers;

    @Inject
    CurrentUser user;

    @Inject
    AuditText text;

    private @Nullable FindingFile file;

    public FindingFile getFile() {
        FindingFile known = file;
        if (known == null) {
            known = findings.get(asked.getId());
            file = known;
        }
        return known;
    }

    public String getTitle() {
        return text.say(
                "finding.heading",
                getFile().finding().number(),
                text.group(getFile().comparison().group()),
                text.measure(getFile().comparison().measure()));
    }

    public boolean isOverdue() {
        return getFile().finding().isOverdue(list.today());
    }

    /** Whether the reader sees the audit itself, and not only what is asked of them. */
    public boolean isAuditing() {
        return user.has(Role.AUDITOR, getFile().run().organizationId())
                || user.has(Role.APPROVER, getFile().run().organizationId());
    }

    /** Whether the reader, as an auditor of the run's organization, may do this now. */
    public boolean may(String act) {
        return user.has(Role.AUDITOR, getFile().run().organizationId())
                && getFile().finding().allows(FindingStep.Kind.valueOf(act));
    }

    /** Whether the answer, which the reader may be asked to accept, is not their own. */
    public boolean isAnsweredByOthers() {
        return getFile().steps().stream()
                .filter(step -> step.kind() == FindingStep.Kind.ANSWERED)
                .findFirst()
                .filter(step -> user.person().equals(Optional.of(step.by().person())))
                .isEmpty();
    }

    /** Whether the reader may answer it for the model's organization now. */
    public boolean isAnswering() {
        UUID organization = getFile().run().subject().modelOrganizationId();
        return getFile().finding().allows(FindingStep.Kind.ANSWERED)
                && (user.has(Role.SUBMITTER, organization) || user.has(Role.ORGANIZATION_ADMIN, organization));
    }

    /** Who could answer. */
    public List<Answerer> getAnswerers() {
        return answerers.of(getFile().run().subject().modelOrganizationId());
    }

    /** All but the one it has. */
    public List<Severity> getOtherSeverities() {
        return List.of(Severity.HIGH, Severity.MEDIUM, Severity.LOW).stream()
                .filter(each -> each != getFile().finding().severity())
                .toList();
    }
}
