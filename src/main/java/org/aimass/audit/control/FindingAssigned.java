package org.aimass.audit.control;

import java.time.LocalDate;
import java.util.UUID;
import org.aimass.security.Person;

/**
 * News: an auditor has asked somebody of the model's organization to answer a finding, for the first time or again. Fired in the
 * same transaction.
 *
 * @param number the finding's, such as {@code F-2026-047}
 * @param organizationId the auditor's
 * @param modelOrganizationId whose model it is
 * @param owner who is to answer
 * @param auditor who asks
 * @param due the last day for the answer
 */
public record FindingAssigned(
        UUID findingId,
        String number,
        UUID runId,
        UUID organizationId,
        UUID modelOrganizationId,
        Person owner,
        Person auditor,
        LocalDate due) {}
