package org.aimass.notification.entity;

import static org.aimass.security.Role.APPROVER;
import static org.aimass.security.Role.AUDITOR;
import static org.aimass.security.Role.ORGANIZATION_ADMIN;
import static org.aimass.security.Role.SUBMITTER;

import java.util.List;
import org.aimass.security.Role;

/** What people are told. By mail, unless they say otherwise, what somebody waits for or has to do. */
public enum NoticeKind {
    /** To the submitter. */
    MODEL_INSPECTED(Way.PORTAL, SUBMITTER),
    MODEL_REFUSED(Way.MAIL, SUBMITTER),
    DATASET_PROFILED(Way.MAIL, SUBMITTER),
    DATASET_REFUSED(Way.MAIL, SUBMITTER),
    /** To who started the audit. */
    RUN_COMPLETED(Way.MAIL, AUDITOR),
    RUN_FAILED(Way.MAIL, AUDITOR),
    /** To those who may approve. */
    AUDIT_JUDGED(Way.MAIL, APPROVER),
    /** To those who may publish. */
    AUDIT_APPROVED(Way.MAIL, APPROVER),
    /** To the judge. */
    AUDIT_REJECTED(Way.MAIL, AUDITOR),
    /** To those who answer for the model. */
    FINDING_ASSIGNED(Way.MAIL, SUBMITTER, ORGANIZATION_ADMIN),
    FINDING_DUE_SOON(Way.MAIL, SUBMITTER, ORGANIZATION_ADMIN),
    FINDING_OVERDUE(Way.MAIL, SUBMITTER, ORGANIZATION_ADMIN),
    /** To the judge. */
    FINDING_ANSWERED(Way.MAIL, AUDITOR),
    /** To the people of the organization whose model it is about, and to who took part in the audit. */
    REPORT_PUBLISHED(Way.MAIL, SUBMITTER, AUDITOR, ORGANIZATION_ADMIN),
    /** To those who may publish the change. */
    REPORT_CHANGE_WRITTEN(Way.MAIL, APPROVER),
    /** As of a report that is published. */
    REPORT_CORRECTED(Way.MAIL, SUBMITTER, AUDITOR, ORGANIZATION_ADMIN),
    REPORT_WITHDRAWN(Way.MAIL, SUBMITTER, AUDITOR, ORGANIZATION_ADMIN);

    private final Way usual;

    @SuppressWarnings("ImmutableEnumChecker") // as List.of makes it
    private final List<Role> audience;

    NoticeKind(Way usual, Role... audience) {
        this.usual = usual;
        this.audience = List.of(audience);
    }

    /** How it is told to whoever has not chosen. */
    public Way usual() {
        return usual;
    }

    /** The roles, any of which brings such news. */
    public List<Role> audience() {
        return audience;
    }
}
