package org.aimass.audit.boundary;

import java.util.List;
import java.util.Map;
import org.aimass.audit.entity.AuditPolicy;
import org.aimass.audit.entity.Tolerance;
import org.aimass.registry.entity.ModelTask;

/**
 * A policy as the API shows it.
 *
 * @param key to choose it by
 * @param tasks of the models that it is for
 * @param needs parts that columns of the dataset must play, by the engine's keys
 */
public record PolicyView(
        String key,
        String name,
        String version,
        String source,
        List<ModelTask> tasks,
        List<String> needs,
        int minimumGroupSize,
        List<ComparisonView> comparisons,
        String sha256) {

    /**
     * @param eachClass whether each class of a model that tells several apart is compared
     * @param at the parameters that the measure must have, such as the target of a threshold
     * @param bound of the difference, or of the ratio, to the reference group
     */
    public record ComparisonView(
            String metric, boolean eachClass, Map<String, String> at, Tolerance.Scale scale, double bound) {}

    static PolicyView of(AuditPolicy policy) {
        return new PolicyView(
                policy.key(),
                policy.name(),
                policy.version(),
                policy.source(),
                policy.tasks().stream().sorted().toList(),
                policy.needs().stream().sorted().toList(),
                policy.minimumGroupSize(),
                policy.comparisons().stream()
                        .map(comparison -> new ComparisonView(
                                comparison.metric(),
                                comparison.eachClass(),
                                comparison.at(),
                                comparison.tolerance().scale(),
                                comparison.tolerance().bound()))
                        .toList(),
                policy.digest().hex());
    }

    /** All there are. */
    public record All(List<PolicyView> items) {}
}
