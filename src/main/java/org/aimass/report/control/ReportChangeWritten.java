package org.aimass.report.control;

import java.util.Set;
import java.util.UUID;
import org.aimass.report.entity.ReportNumber;
import org.aimass.security.Person;

/**
 * A correction or a withdrawal was written, and waits for somebody who publishes it; fired once, in the same transaction.
 *
 * @param draftId where it can be read
 * @param runId the audit that the report is, or would be, about
 * @param auditorId the organization that published the report
 * @param barred who may not publish the change: who wrote it and, of a correction, who had a hand in its audit
 */
public record ReportChangeWritten(ReportNumber number, UUID draftId, UUID runId, UUID auditorId, Set<Person> barred) {

    public ReportChangeWritten {
        barred = Set.copyOf(barred);
    }
}
