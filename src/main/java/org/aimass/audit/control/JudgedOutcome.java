package org.aimass.audit.control;

import java.util.List;
import org.aimass.audit.entity.AuditOutcome;
import org.aimass.audit.entity.JudgedComparison;
import org.aimass.audit.entity.Tally;
import org.aimass.shared.Sha256Digest;

/**
 * An outcome that was read, checked and judged, ready to be recorded.
 *
 * @param sha256 of the outcome file, which lies in the store already
 */
record JudgedOutcome(Sha256Digest sha256, AuditOutcome outcome, List<JudgedComparison> comparisons) {

    JudgedOutcome {
        comparisons = List.copyOf(comparisons);
    }

    Tally tally() {
        return Tally.of(comparisons);
    }
}
