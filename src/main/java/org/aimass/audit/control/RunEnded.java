package org.aimass.audit.control;

import java.util.UUID;
import org.aimass.audit.entity.AuditRun;
import org.aimass.audit.entity.RunStatus;
import org.aimass.security.Person;

/**
 * News: a run has come to an end. Fired in the transaction that ends it, by a node as often as by a person.
 *
 * @param organizationId the auditor's
 * @param author who started the run
 * @param status COMPLETED, FAILED or CANCELLED
 */
public record RunEnded(UUID runId, String number, UUID organizationId, Person author, RunStatus status) {

    static RunEnded of(AuditRun run) {
        return new RunEnded(
                run.id(), run.number(), run.organizationId(), run.author().person(), run.status());
    }
}
