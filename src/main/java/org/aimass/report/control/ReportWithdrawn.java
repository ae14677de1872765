package org.aimass.report.control;

import java.util.Set;
import java.util.UUID;
import org.aimass.report.entity.ReportNumber;
import org.aimass.security.Person;
import org.aimass.shared.Bilingual;

/**
 * A report no longer stands; fired in the same transaction.
 *
 * @param runId the audit that its last version reports
 * @param auditorId the organization that audited and published
 * @param organizationId the organization that answers for the model
 * @param title what people call the model
 * @param reason why it was withdrawn, as the public reads it
 * @param approver who let it be withdrawn
 * @param concerned who else took part in the audit, the report or its withdrawal: never the approver
 */
public record ReportWithdrawn(
        ReportNumber number,
        UUID runId,
        UUID auditorId,
        UUID organizationId,
        Bilingual title,
        Bilingual reason,
        Person approver,
        Set<Person> concerned) {

    public ReportWithdrawn {
        concerned = Set.copyOf(concerned);
    }
}
