package org.aimass.audit.control;

import java.util.UUID;
import org.aimass.security.Person;

/**
 * News: a second person has approved what an auditor signed. Fired in the same transaction, once.
 *
 * @param organizationId the auditor's
 * @param author who started the run
 * @param judge who signed the judgement
 * @param approver who approved it: neither of them
 */
public record AuditApproved(
        UUID runId, String number, UUID organizationId, Person author, Person judge, Person approver) {}
