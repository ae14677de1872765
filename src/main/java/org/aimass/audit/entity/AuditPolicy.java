package org.aimass.audit.entity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.aimass.registry.entity.ModelTask;
import org.aimass.shared.Sha256Digest;

/**
 * A named rule about what is compared, how large a gap may be and how small a group. A version never changes: another rule is
 * another version. What it is called and why it exists stand in the room's words, under its name.
 *
 * @param name lower-case words joined by hyphens, such as {@code public-benefits}
 * @param version such as {@code 1.0}
 * @param source who says so: the law, guideline or paper it follows, and what of it is our own choice
 * @param tasks of the models that it is for; at least one
 * @param needs parts that columns of the dataset must play, by the engine's keys; none where the task's are enough
 * @param minimumGroupSize comparisons where either side has fewer people in the rate's denominator are not judged
 * @param comparisons what is judged, in the order shown; at least one
 * @param digest of the policy's canonical JSON
 */
public record AuditPolicy(
        String name,
        String version,
        String source,
        Set<ModelTask> tasks,
        Set<String> needs,
        int minimumGroupSize,
        List<Comparison> comparisons,
        Sha256Digest digest) {

    /** What the models that it is for are measured on. */
    public CountedUnit counted() {
        return CountedUnit.areTexts(name) ? CountedUnit.TEXTS : CountedUnit.of(tasks);
    }

    private static final Set<String> OF_SCORES =
            Set.of("calibration_in_the_large", "mean_score", "roc_auc", "brier_score", "log_loss");
    /** What is found where nothing is belongs to an image, but to no object. */
    private static final Set<String> OF_IMAGES = Set.of("average_precision", "average_recall");

    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z0-9]+)*");
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]*\\.[0-9]+");

    /**
     * One metric and how far a group's may be from its reference group's.
     *
     * @param eachClass whether it is compared for each class of a model that tells several apart
     * @param at the parameters that the measure must have; of a metric that was measured several times, such as for each target, all
     *     that have them are compared, or the one that has no others
     */
    public record Comparison(String metric, boolean eachClass, Map<String, String> at, Tolerance tolerance) {
        public Comparison {
            at = Map.copyOf(at);
        }

        public Comparison(String metric, boolean eachClass, Tolerance tolerance) {
            this(metric, eachClass, Map.of(), tolerance);
        }
    }

    /** A policy that needs no more than its tasks do. */
    public AuditPolicy(
            String name,
            String version,
            String source,
            Set<ModelTask> tasks,
            int minimumGroupSize,
            List<Comparison> comparisons,
            Sha256Digest digest) {
        this(name, version, source, tasks, Set.of(), minimumGroupSize, comparisons, digest);
    }

    public AuditPolicy {
        tasks = Set.copyOf(tasks);
        needs = Set.copyOf(needs);
        comparisons = List.copyOf(comparisons);
        if (!NAME.matcher(name).matches() || !VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("not a policy's name and version: " + name + " " + version);
        }
        if (source.isBlank() || tasks.isEmpty() || comparisons.isEmpty() || minimumGroupSize < 1) {
            throw new IllegalArgumentException("a policy has a source, tasks, comparisons and a minimum group size");
        }
        if (comparisons.stream().distinct().count() < comparisons.size()) {
            throw new IllegalArgumentException("a policy compares each thing once");
        }
    }

    /** Whether something is compared that predictions alone do not tell. */
    public boolean needsScores() {
        return comparisons.stream().map(Comparison::metric).anyMatch(OF_SCORES::contains);
    }

    /** Whether a share is compared, whose spread follows from how many there are. */
    public boolean comparesRates() {
        return comparisons.stream()
                .anyMatch(comparison -> Measure.of(comparison.metric()).rate().isPresent());
    }

    /** Whether something is compared that only groups of whole images have, not the objects in them. */
    public boolean needsWholeImages() {
        return comparisons.stream().map(Comparison::metric).anyMatch(OF_IMAGES::contains);
    }

    /** Name and version in one word, such as {@code public-benefits-1.0}. */
    public String key() {
        return name + "-" + version;
    }
}
