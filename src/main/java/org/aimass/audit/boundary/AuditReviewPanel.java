package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.aimass.audit.control.ReviewedRuns;
import org.aimass.audit.entity.CompletedAudit;
import org.aimass.audit.entity.EarlierJudgement;
import org.aimass.audit.entity.ReviewStatus;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;

/** What people make of a completed audit, and what the reader may do about it. */
@Named
@RequestScoped
public class AuditReviewPanel {

    @Inject
    AuditResultsPage page;

    @Inject
    ReviewedRuns reviewed;

    @Inject
    AuditText text;

    @Inject
    CurrentUser user;

    public CompletedAudit getAudit() {
        return page.getAudit();
    }

    public List<FindingLine> getFindings() {
        return FindingLine.of(getAudit(), text);
    }

    /** What was signed before, with why it was sent back; the latest first. */
    public List<EarlierJudgement> getEarlier() {
        return reviewed.earlier(getAudit().id());
    }

    /** Whether the asker may judge it. */
    public boolean isJudgeable() {
        return user.has(Role.AUDITOR, getAudit().organizationId())
                && getAudit().review().isOpenToJudgement();
    }

    /** Whether the asker may approve the judgement or send it back: neither started nor judged it, nor weighed its findings. */
    public boolean isDecidable() {
        return user.has(Role.APPROVER, getAudit().organizationId())
                && user.person().filter(getAudit().review()::isDecidableBy).isPresent()
                && !reviewed.hasRated(getAudit().id());
    }

    /** Why the asker cannot decide; only where {@link #isDecidable} does not hold. */
    public String getObstacle() {
        if (!user.has(Role.APPROVER, getAudit().organizationId())) {
            return "ROLE";
        }
        ReviewStatus status = getAudit().review().status();
        return status == ReviewStatus.JUDGED ? "OWN" : status.name();
    }

    /** Whether the asker may publish it: approved, and neither started nor judged by them. */
    public boolean isPublishable() {
        return user.has(Role.APPROVER, getAudit().organizationId())
                && getAudit().review().status() == ReviewStatus.APPROVED
                && user.person()
                        .filter(person -> !person.equals(getAudit().author().person()))
                        .filter(person -> !getAudit()
                                .review()
                                .judge()
                                .filter(person::equals)
                                .isPresent())
                        .isPresent();
    }
}
