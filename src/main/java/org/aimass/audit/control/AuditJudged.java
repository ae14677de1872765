package org.aimass.audit.control;

import java.util.UUID;
import org.aimass.security.Person;

/**
 * News: an auditor has signed a judgement, for the first time or after it was sent back. Fired in the same transaction.
 *
 * @param organizationId the auditor's
 * @param author who started the run
 * @param judge who signed
 */
public record AuditJudged(UUID runId, String number, UUID organizationId, Person author, Person judge) {}
