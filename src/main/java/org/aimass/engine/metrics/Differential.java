package org.aimass.engine.metrics;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * How far apart the error rates of groups are, as ISO/IEC 19795-10 and NIST's FRVT Part 8 (NISTIR 8429) sum them up; the one or
 * both kinds of error of a comparison.
 *
 * @param at parameters of the rates underneath
 * @param first the rate; of two that of strangers taken for the same person
 * @param second the rate of people not known again; the first again where the form asks for one rate only
 * @param alpha how much the first weighs, from 0 to 1; the second weighs the rest
 */
public record Differential(String name, Map<String, Object> at, Form form, int first, int second, double alpha)
        implements Disparity {

    /** How the rates of all groups become one number. */
    public enum Form {
        /** at least 1 */
        MAX_OVER_MIN(false),
        /** NIST's choice: at least 1, and less swayed by a single small group */
        MAX_OVER_GEOMETRIC_MEAN(false),
        /** from 0, all alike, to 1, all errors in one group (Howard et al., ICPR 2022) */
        GINI(false),
        /** alpha times the Gini coefficient of the first plus the rest times that of the second (Howard et al., ICPR 2022) */
        GARBE(true),
        /** 1 where there is no difference (de Freitas Pereira and Marcel, IEEE TBIOM 4, 2022) */
        FAIRNESS_DISCREPANCY_RATE(true),
        /** at least 1 (Grother, NISTIR 8429, 2022) */
        INEQUITY_RATE(true);

        private final boolean ofBoth;

        Form(boolean ofBoth) {
            this.ofBoth = ofBoth;
        }
    }

    /** The three of one rate. */
    public static List<Disparity> of(BaseMetric rate, int metric) {
        return List.of(
                new Differential(rate.name() + "_max_over_min", rate.at(), Form.MAX_OVER_MIN, metric, metric, 1),
                new Differential(
                        rate.name() + "_max_over_geometric_mean",
                        rate.at(),
                        Form.MAX_OVER_GEOMETRIC_MEAN,
                        metric,
                        metric,
                        1),
                new Differential(rate.name() + "_gini", rate.at(), Form.GINI, metric, metric, 1));
    }

    /** The three of both kinds of error. */
    public static List<Disparity> ofBoth(Map<String, Object> at, int first, int second, double alpha) {
        Map<String, Object> weighed = new LinkedHashMap<>(at);
        weighed.put("alpha", alpha);
        return List.of(
                new Differential("garbe", weighed, Form.GARBE, first, second, alpha),
                new Differential(
                        "fairness_discrepancy_rate", weighed, Form.FAIRNESS_DISCREPANCY_RATE, first, second, alpha),
                new Differential("inequity_rate", weighed, Form.INEQUITY_RATE, first, second, alpha));
    }

    @Override
    public double value(Spread spread) {
        if (rates().stream().anyMatch(rate -> spread.groups(rate) < 2)) {
            return Double.NaN;
        }
        return switch (form) {
            case MAX_OVER_MIN -> maxOverMin(spread, first);
            case MAX_OVER_GEOMETRIC_MEAN -> maxOverGeometricMean(spread.each(first));
            case GINI -> gini(spread.each(first));
            case GARBE -> weighed(rate -> gini(spread.each(rate)));
            case FAIRNESS_DISCREPANCY_RATE -> 1 - weighed(rate -> range(spread, rate));
            case INEQUITY_RATE -> factor(spread, first, alpha) * factor(spread, second, 1 - alpha);
        };
    }

    /** Alpha of the first and the rest of the second; what weighs nothing has no part, whether it has a value or not. */
    private double weighed(IntToDoubleFunction of) {
        return (alpha == 0 ? 0 : alpha * of.applyAsDouble(first))
                + (alpha == 1 ? 0 : (1 - alpha) * of.applyAsDouble(second));
    }

    private static double factor(Spread spread, int rate, double weight) {
        return weight == 0 ? 1 : StrictMath.pow(maxOverMin(spread, rate), weight);
    }

    private static double range(Spread spread, int metric) {
        return spread.greatest(metric) - spread.least(metric);
    }

    private static double maxOverMin(Spread spread, int metric) {
        return spread.least(metric) == 0 ? Double.NaN : spread.greatest(metric) / spread.least(metric);
    }

    private static double maxOverGeometricMean(double[] rates) {
        Compensated logarithms = new Compensated();
        double greatest = 0;
        for (double rate : rates) {
            if (rate == 0) {
                return Double.NaN;
            }
            logarithms.add(StrictMath.log(rate));
            greatest = Math.max(greatest, rate);
        }
        return rates.length == 0 ? Double.NaN : greatest / StrictMath.exp(logarithms.value() / rates.length);
    }

    /** n / (n - 1) times the mean absolute difference over twice the mean; NaN where all are 0. */
    private static double gini(double[] rates) {
        double[] sorted = rates.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        Compensated total = new Compensated();
        Compensated differences = new Compensated();
        for (int i = 0; i < n; i++) {
            total.add(sorted[i]);
            differences.add((2.0 * i - n + 1) * sorted[i]);
        }
        return total.value() == 0 ? Double.NaN : differences.value() / ((n - 1) * total.value());
    }

    @Override
    public String whyUndefined(Spread spread) {
        if (rates().stream().anyMatch(rate -> spread.groups(rate) < 2)) {
            return "fewer than two groups have a value";
        }
        boolean nothing = rates().stream().anyMatch(rate -> spread.greatest(rate) == 0);
        return nothing ? "no group is above 0" : "a group's rate is 0, and nothing can be divided by it";
    }

    @Override
    public List<Integer> groups(Spread spread) {
        return switch (form) {
            case MAX_OVER_MIN -> List.of(spread.greatestGroup(first), spread.leastGroup(first));
            case MAX_OVER_GEOMETRIC_MEAN -> List.of(spread.greatestGroup(first));
            default -> List.of();
        };
    }

    @Override
    public List<Integer> everyGroup() {
        return switch (form) {
            case MAX_OVER_GEOMETRIC_MEAN, GINI -> List.of(first);
            case GARBE -> rates();
            default -> List.of();
        };
    }

    /** Whether it is a quotient that a group without any error leaves undefined. */
    public boolean dividesByRates() {
        return form == Form.MAX_OVER_MIN || form == Form.MAX_OVER_GEOMETRIC_MEAN || form == Form.INEQUITY_RATE;
    }

    /** The rates that it is made of, those that weigh nothing aside. */
    public List<Integer> rates() {
        if (!form.ofBoth || alpha == 1) {
            return List.of(first);
        }
        return alpha == 0 ? List.of(second) : List.of(first, second);
    }
}
