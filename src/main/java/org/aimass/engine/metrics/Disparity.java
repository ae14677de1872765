package org.aimass.engine.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** A number that says how far apart groups are: described, never judged, for it grows with the number of small groups. */
public sealed interface Disparity
        permits Disparity.Of, Disparity.ErrorRatio, Disparity.Extreme, Disparity.Odds, Differential {

    /** Fairlearn's name. */
    String name();

    /** Parameters of the metric underneath. */
    Map<String, Object> at();

    /** NaN where undefined. */
    double value(Spread spread);

    /** The reason, where there is no value. */
    String whyUndefined(Spread spread);

    /** The indices of the groups with the highest and the lowest value, or of the one farthest from all; may be empty. */
    List<Integer> groups(Spread spread);

    /** The metrics of which it needs the value of every group, not of the extremes alone. */
    default List<Integer> everyGroup() {
        return List.of();
    }

    /** The difference and the ratio of the extremes of each metric. */
    static List<Disparity> ofEach(List<BaseMetric> metrics) {
        List<Disparity> all = new ArrayList<>();
        for (Form form : List.of(Form.DIFFERENCE, Form.RATIO)) {
            for (int metric = 0; metric < metrics.size(); metric++) {
                BaseMetric base = metrics.get(metric);
                all.add(new Of(base.name() + form.ending, base.at(), metric, form, base.divides()));
            }
        }
        return all;
    }

    /**
     * The same, but of errors the ratio is the greatest over the least.
     *
     * @param error which metrics are errors
     */
    static List<Disparity> ofEach(List<BaseMetric> metrics, IntPredicate error) {
        List<Disparity> all = ofEach(metrics);
        for (int metric = 0; metric < metrics.size(); metric++) {
            if (error.test(metric)) {
                BaseMetric base = metrics.get(metric);
                all.set(metrics.size() + metric, new ErrorRatio(base.name() + "_ratio", base.at(), metric));
            }
        }
        return all;
    }

    /** All that are measured over the groups of a binary classifier, in a fixed order. */
    static List<Disparity> all(BaseMetrics metrics) {
        List<Disparity> all = new ArrayList<>(ofEach(metrics.list()));
        for (Form form : Form.values()) {
            Of selected = of("demographic_parity", BaseMetrics.SELECTION_RATE, form);
            Of opportunity = of("equal_opportunity", BaseMetrics.TRUE_POSITIVE_RATE, form);
            Of alarm = of("equalized_odds", BaseMetrics.FALSE_POSITIVE_RATE, form);
            String mean = "equalized_odds" + (form.ratio ? "_ratio_mean" : "_difference_mean");
            all.add(selected);
            all.add(opportunity);
            all.add(new Odds(alarm.name(), opportunity, alarm, false));
            all.add(new Odds(mean + (form.toOverall ? "_to_overall" : ""), opportunity, alarm, true));
        }
        return all;
    }

    private static Of of(String name, int metric, Form form) {
        return new Of(name + form.ending, Map.of(), metric, form, BaseMetric.Divides.ALWAYS);
    }

    /** Between the extreme groups, or to the value over all rows. */
    enum Form {
        DIFFERENCE("_difference", false, false),
        RATIO("_ratio", true, false),
        DIFFERENCE_TO_OVERALL("_difference_to_overall", false, true),
        RATIO_TO_OVERALL("_ratio_to_overall", true, true);

        private final String ending;
        private final boolean ratio;
        private final boolean toOverall;

        Form(String ending, boolean ratio, boolean toOverall) {
            this.ending = ending;
            this.ratio = ratio;
            this.toOverall = toOverall;
        }
    }

    /**
     * The disparity of one metric.
     *
     * @param divides when a ratio says something
     */
    record Of(String name, Map<String, Object> at, int metric, Form form, BaseMetric.Divides divides)
            implements Disparity {

        @Override
        public double value(Spread spread) {
            double least = spread.least(metric);
            double greatest = spread.greatest(metric);
            double overall = spread.overall(metric);
            if (spread.groups(metric) < 2) {
                return Double.NaN;
            }
            return switch (form) {
                case DIFFERENCE -> greatest - least;
                case DIFFERENCE_TO_OVERALL -> Math.max(greatest - overall, overall - least);
                case RATIO -> greatest == 0 || saysNothing(least) ? Double.NaN : least / greatest;
                case RATIO_TO_OVERALL -> overall == 0 ? Double.NaN : Math.min(least / overall, overall / greatest);
            };
        }

        private boolean saysNothing(double least) {
            return switch (divides) {
                case ALWAYS -> false;
                case FROM_ZERO -> least < 0;
                case NEVER -> true;
            };
        }

        @Override
        public String whyUndefined(Spread spread) {
            if (spread.groups(metric) < 2) {
                return "fewer than two groups have a value";
            }
            if (divides == BaseMetric.Divides.NEVER) {
                return "a ratio of values that may be negative says nothing";
            }
            return saysNothing(spread.least(metric))
                    ? "a group is below 0, where a ratio says nothing"
                    : "no group is above 0";
        }

        @Override
        public List<Integer> groups(Spread spread) {
            double least = spread.least(metric);
            double greatest = spread.greatest(metric);
            double overall = spread.overall(metric);
            boolean upper = form.ratio ? overall / greatest < least / overall : greatest - overall >= overall - least;
            if (!form.toOverall) {
                return List.of(spread.greatestGroup(metric), spread.leastGroup(metric));
            }
            return List.of(upper ? spread.greatestGroup(metric) : spread.leastGroup(metric));
        }
    }

    /** How many times the least error the greatest is: at least 1. */
    record ErrorRatio(String name, Map<String, Object> at, int metric) implements Disparity {

        @Override
        public double value(Spread spread) {
            double least = spread.least(metric);
            return spread.groups(metric) < 2 || least == 0 ? Double.NaN : spread.greatest(metric) / least;
        }

        @Override
        public String whyUndefined(Spread spread) {
            return spread.groups(metric) < 2
                    ? "fewer than two groups have a value"
                    : "a group has none of these errors";
        }

        @Override
        public List<Integer> groups(Spread spread) {
            return List.of(spread.greatestGroup(metric), spread.leastGroup(metric));
        }
    }

    /** The lowest or the highest value of a metric. */
    record Extreme(String name, Map<String, Object> at, int metric, boolean greatest) implements Disparity {

        @Override
        public double value(Spread spread) {
            if (spread.groups(metric) == 0) {
                return Double.NaN;
            }
            return greatest ? spread.greatest(metric) : spread.least(metric);
        }

        @Override
        public String whyUndefined(Spread spread) {
            return "no group has a value";
        }

        @Override
        public List<Integer> groups(Spread spread) {
            return List.of(greatest ? spread.greatestGroup(metric) : spread.leastGroup(metric));
        }
    }

    /** The worse, or the mean, of the disparities of the true and the false positive rate. */
    record Odds(String name, Of opportunity, Of alarm, boolean mean) implements Disparity {

        @Override
        public Map<String, Object> at() {
            return Map.of();
        }

        @Override
        public double value(Spread spread) {
            double first = opportunity.value(spread);
            double second = alarm.value(spread);
            if (mean) {
                return (first + second) / 2;
            }
            return alarm.form.ratio ? Math.min(first, second) : Math.max(first, second);
        }

        @Override
        public String whyUndefined(Spread spread) {
            return Double.isNaN(opportunity.value(spread))
                    ? "true positive rate: " + opportunity.whyUndefined(spread)
                    : "false positive rate: " + alarm.whyUndefined(spread);
        }

        @Override
        public List<Integer> groups(Spread spread) {
            if (mean) {
                return List.of();
            }
            return (value(spread) == opportunity.value(spread) ? opportunity : alarm).groups(spread);
        }
    }
}
