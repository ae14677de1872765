package org.aimass.report.control;

import java.util.Set;
import java.util.UUID;
import org.aimass.report.entity.ReportNumber;
import org.aimass.security.Person;
import org.aimass.shared.Bilingual;

/**
 * A newer version replaces what a report said; fired in the same transaction.
 *
 * @param version the new version's number, from 2
 * @param runId the audit that the new version reports
 * @param auditorId the organization that audited and published
 * @param organizationId the organization that answers for the model
 * @param title what people call the model
 * @param reason why it was corrected, as the public reads it
 * @param approver who let the correction be published
 * @param concerned who else took part in the audit, the report or its correction: never the approver
 */
public record ReportCorrected(
        ReportNumber number,
        int version,
        UUID runId,
        UUID auditorId,
        UUID organizationId,
        Bilingual title,
        Bilingual reason,
        Person approver,
        Set<Person> concerned) {

    public ReportCorrected {
        concerned = Set.copyOf(concerned);
    }
}
