package org.aimass.engine.metrics;

import java.util.Map;

/**
 * How unequally benefits are spread over people (Speicher et al., KDD 2018), as AIF360 0.6.1 computes it: the benefit is
 * prediction less label plus 1 with the favourable label as 1, so 2 for the unduly favoured, 0 for the unduly refused.
 */
public enum EntropyIndex {
    GENERALIZED_ENTROPY_INDEX("generalized_entropy_index"),
    THEIL_INDEX("theil_index"),
    COEFFICIENT_OF_VARIATION("coefficient_of_variation");

    private final String metric;

    EntropyIndex(String metric) {
        this.metric = metric;
    }

    /** The name without prefix. */
    public String metric() {
        return metric;
    }

    /** Its parameters. */
    public Map<String, Object> at() {
        return this == GENERALIZED_ENTROPY_INDEX ? Map.of("alpha", 2) : Map.of();
    }

    /** The index over all that was added; NaN where nobody has a benefit. */
    public double of(Benefits benefits) {
        return switch (this) {
            case GENERALIZED_ENTROPY_INDEX -> benefits.variation() / 2;
            case THEIL_INDEX -> benefits.theil();
            case COEFFICIENT_OF_VARIATION -> Math.sqrt(benefits.variation());
        };
    }

    /** Benefits of people, one by one or by their group's mean. */
    public static final class Benefits {

        private final boolean positiveIsFavorable;
        private double people;
        private double sum;
        private double mean;
        /** Of the deviations from the mean, which stays 0 where all have the same (West, Communications of the ACM 22, 1979). */
        private double sumOfSquares;

        private double sumOfLogs;

        public Benefits(boolean positiveIsFavorable) {
            this.positiveIsFavorable = positiveIsFavorable;
        }

        /** Adds a group whose people all have its mean benefit; a group of nobody says nothing. */
        public Benefits addGroup(double[] confusion) {
            double all = confusion[0] + confusion[1] + confusion[2] + confusion[3];
            return add(all, confusion[0] + confusion[3] + 2 * unduly(confusion, positiveIsFavorable));
        }

        /** Adds people, each having their own benefit. */
        public Benefits addPeople(double[] confusion) {
            double rightly = confusion[0] + confusion[3];
            double favoured = unduly(confusion, positiveIsFavorable);
            return add(rightly, rightly).add(favoured, 2 * favoured).add(unduly(confusion, !positiveIsFavorable), 0);
        }

        private static double unduly(double[] confusion, boolean predictedPositive) {
            return confusion[predictedPositive ? 1 : 2];
        }

        private Benefits add(double number, double benefits) {
            if (number == 0) {
                return this;
            }
            people += number;
            double deviation = benefits / number - mean;
            mean += deviation * number / people;
            sumOfSquares += number * deviation * (benefits / number - mean);
            if (benefits > 0) {
                sum += benefits;
                sumOfLogs += benefits * StrictMath.log(benefits / number);
            }
            return this;
        }

        /** The squared coefficient of variation. */
        private double variation() {
            return sum == 0 ? Double.NaN : Math.max(0, people * sumOfSquares / (sum * sum));
        }

        private double theil() {
            return sum == 0 ? Double.NaN : Math.max(0, sumOfLogs / sum - StrictMath.log(sum / people));
        }
    }
}
