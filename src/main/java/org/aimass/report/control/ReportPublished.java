package org.aimass.report.control;

import java.util.Set;
import java.util.UUID;
import org.aimass.report.entity.ReportNumber;
import org.aimass.security.Person;
import org.aimass.shared.Bilingual;

/**
 * A report was published; fired in the same transaction.
 *
 * @param runId the audit it reports
 * @param modelVersionId the model version that was audited
 * @param auditorId the organization that audited and published
 * @param organizationId the organization that answers for the model
 * @param title what people call the model
 * @param publisher who published
 * @param concerned who else took part in the audit: never the publisher
 */
public record ReportPublished(
        ReportNumber number,
        UUID runId,
        UUID modelVersionId,
        UUID auditorId,
        UUID organizationId,
        Bilingual title,
        Person publisher,
        Set<Person> concerned) {

    public ReportPublished {
        concerned = Set.copyOf(concerned);
    }
}
