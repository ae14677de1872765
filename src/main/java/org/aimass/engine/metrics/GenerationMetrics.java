package org.aimass.engine.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The metrics of generated images, of every group, that are functions of sums over images, whose places this class gives.
 */
public final class GenerationMetrics {

    /** Images that were asked for, and those refused. */
    public static final int ASKED = 0;

    public static final int REFUSED = 1;
    /** Images whose likeness to their source is known, and its sum. */
    public static final int COMPARED = 2;

    public static final int SIMILARITY = 3;
    /** Images whose tone is known before and after, and the sum of what it has shifted by. */
    public static final int TONED = 4;

    public static final int SHIFT = 5;
    /** Images that somebody is perceived in; from the next place on those of each kind. */
    public static final int PERCEIVED = 6;

    /** What is known of images. */
    public enum Known {
        REFUSAL,
        SIMILARITY,
        TONE
    }

    private record Formula(BaseMetric metric, int above, int below, boolean share, String without) {}

    private final List<Formula> formulas = new ArrayList<>();
    private final List<Double> reference;
    private final List<BaseMetric> metrics = new ArrayList<>();

    /**
     * @param kinds of people that may be perceived; none where that is not known
     * @param reference by kind its share as it should be
     */
    public GenerationMetrics(Set<Known> known, List<String> kinds, List<Double> reference) {
        this.reference = List.copyOf(reference);
        if (kinds.size() != reference.size()) {
            throw new IllegalArgumentException("a share for each kind");
        }
        if (known.contains(Known.REFUSAL)) {
            formulas.add(
                    new Formula(metric("refusal_rate", Map.of(), false), REFUSED, ASKED, true, "no images asked for"));
        }
        if (known.contains(Known.SIMILARITY)) {
            formulas.add(new Formula(
                    metric("identity_similarity", Map.of(), true),
                    SIMILARITY,
                    COMPARED,
                    false,
                    "no images to compare with their source"));
        }
        if (known.contains(Known.TONE)) {
            formulas.add(new Formula(
                    metric("skin_tone_shift", Map.of(), true), SHIFT, TONED, false, "no images with a skin tone"));
        }
        for (int kind = 0; kind < kinds.size(); kind++) {
            formulas.add(new Formula(
                    metric("attribute_share", Map.of("attribute", kinds.get(kind)), false),
                    PERCEIVED + 1 + kind,
                    PERCEIVED,
                    true,
                    "nobody is perceived"));
        }
        formulas.forEach(formula -> metrics.add(formula.metric));
        if (!kinds.isEmpty()) {
            metrics.add(metric("representation_discrepancy", Map.of(), false));
        }
    }

    private static BaseMetric metric(String name, Map<String, Object> at, boolean signed) {
        return new BaseMetric(name, at, false, signed);
    }

    public List<BaseMetric> list() {
        return metrics;
    }

    /** How many sums there are. */
    public int sums() {
        return PERCEIVED + 1 + reference.size();
    }

    private boolean isDiscrepancy(int metric) {
        return metric == formulas.size();
    }

    boolean isShare(int metric) {
        return !isDiscrepancy(metric) && formulas.get(metric).share;
    }

    /** The sum above and the sum below that a share is the quotient of. */
    double[] quotient(int metric, double[] sums) {
        Formula formula = formulas.get(metric);
        return new double[] {sums[formula.above], sums[formula.below]};
    }

    void evaluate(double[] sums, double[] values) {
        for (int metric = 0; metric < values.length; metric++) {
            if (isDiscrepancy(metric)) {
                values[metric] = discrepancy(sums);
            } else {
                double[] quotient = quotient(metric, sums);
                values[metric] = quotient[1] == 0 ? Double.NaN : quotient[0] / quotient[1];
            }
        }
    }

    /** The Euclidean distance of the shares of all kinds from the reference (Choi et al., ICML 2020): from 0 to the root of 2. */
    private double discrepancy(double[] sums) {
        double square = 0;
        for (int kind = 0; kind < reference.size(); kind++) {
            double gap = sums[PERCEIVED + 1 + kind] / sums[PERCEIVED] - reference.get(kind);
            square += gap * gap;
        }
        return Math.sqrt(square);
    }

    /** How much one image, or all of a person, moves a value: the linear part; empty for what is not linear at the reference. */
    double influence(int metric, double[] sums, double value, double[] unit) {
        double[] below = quotient(metric, sums);
        double[] own = quotient(metric, unit);
        return (own[0] - value * own[1]) / below[1];
    }

    /** Whether a value's sampling error follows from {@link #influence}. */
    boolean isLinear(int metric) {
        return !isDiscrepancy(metric);
    }

    String whyUndefined(int metric) {
        return isDiscrepancy(metric) ? "nobody is perceived" : formulas.get(metric).without;
    }
}
