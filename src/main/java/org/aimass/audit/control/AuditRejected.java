package org.aimass.audit.control;

import java.util.UUID;
import org.aimass.security.Person;

/**
 * News: a second person has sent a judgement back to the auditor. Fired in the same transaction, once.
 *
 * @param organizationId the auditor's
 * @param author who started the run
 * @param judge who signed the judgement
 * @param approver who sent it back: neither of them
 * @param reason why, in the approver's words
 */
public record AuditRejected(
        UUID runId, String number, UUID organizationId, Person author, Person judge, Person approver, String reason) {}
