package org.aimass.audit.boundary;

import java.util.List;
import org.aimass.audit.entity.AuditPolicy;
import org.aimass.audit.entity.Tolerance;

/**
 * A policy as the API shows it.
 *
 * @param key to choose it by
 */
public record PolicyView(
        String key,
        String name,
        String version,
        String source,
        int minimumGroupSize,
        List<ComparisonView> comparisons,
        String sha256) {

    /**
     * @param eachClass whether each class of a model that tells several apart is compared
     * @param bound of the difference, or of the ratio, to the reference group
     */
    public record ComparisonView(String metric, boolean eachClass, Tolerance.Scale scale, double bound) {}

    static PolicyView of(AuditPolicy policy) {
        return new PolicyView(
                policy.key(),
                policy.name(),
                policy.version(),
                policy.source(),
                policy.minimumGroupSize(),
                policy.comparisons().stream()
                        .map(comparison -> new ComparisonView(
                                comparison.metric(),
                                comparison.eachClass(),
                                comparison.tolerance().scale(),
                                comparison.tolerance().bound()))
                        .toList(),
                policy.digest().hex());
    }

    /** All there are. */
    public record All(List<PolicyView> items) {}
}
