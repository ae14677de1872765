package org.aimass.audit.control;

import java.util.UUID;
import org.aimass.security.Person;

/**
 * News: the model's organization has answered a finding. Fired in the same transaction.
 *
 * @param number the finding's, such as {@code F-2026-047}
 * @param organizationId the auditor's
 * @param modelOrganizationId whose model it is
 * @param answerer who answered
 * @param author who started the run
 */
public record FindingAnswered(
        UUID findingId,
        String number,
        UUID runId,
        UUID organizationId,
        UUID modelOrganizationId,
        Person answerer,
        Person author) {}
