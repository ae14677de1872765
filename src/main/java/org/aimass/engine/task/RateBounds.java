package org.aimass.engine.task;

import java.util.List;
import java.util.Optional;
import org.aimass.engine.metrics.Differential;
import org.aimass.engine.metrics.Disparity;
import org.aimass.engine.metrics.Intervals;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.Proportion;

/**
 * How high the rate of a group without any error may be, for what cannot be divided by it: the upper end of Clopper and Pearson's
 * interval. Of several such groups that with most cases.
 *
 * @param names of the groups
 * @param shares of each group the rate
 */
record RateBounds(List<Disparity> disparities, List<String> names, Shares shares, double confidence) {

    /** What a rate counts in a group. */
    interface Shares {
        Optional<Proportion> of(int group, int rate);
    }

    /** The same with the bound beside, where it is undefined for want of errors. */
    Measurement beside(Measurement measured) {
        if (measured.over().isEmpty() || !(measured.value() instanceof MetricValue.Undefined)) {
            return measured;
        }
        return disparities.stream()
                .filter(it -> it.name().equals(measured.metric()) && it.at().equals(measured.at()))
                .filter(Differential.class::isInstance)
                .map(Differential.class::cast)
                .filter(Differential::dividesByRates)
                .findFirst()
                .map(it -> bounded(measured, it))
                .orElse(measured);
    }

    private Measurement bounded(Measurement measured, Differential differential) {
        for (int rate : differential.rates()) {
            int most = -1;
            double casesOfMost = 0;
            for (int group = 0; group < names.size(); group++) {
                Optional<Proportion> share = shares.of(group, rate);
                if (share.isPresent()
                        && share.get().numerator() == 0
                        && share.get().effectiveRows() > casesOfMost) {
                    most = group;
                    casesOfMost = share.get().effectiveRows();
                }
            }
            if (most >= 0) {
                double bound =
                        Intervals.clopperPearson(0, casesOfMost, confidence).high();
                return measured.at("upper_bound", bound).at("upper_bound_of", names.get(most));
            }
        }
        return measured;
    }
}
