package org.aimass.engine.task;

import java.util.Map;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.Uncertainty;

/** The threshold that a target asks for, which all groups share. */
final class FixedThreshold {

    private FixedThreshold() {}

    /** @param strangers what sets it, as it is called where there is none */
    static Measurement measured(String parameter, double target, double threshold, String strangers) {
        boolean none = Double.isInfinite(threshold);
        return Place.group(Map.of())
                .either(
                        "threshold",
                        Map.of(parameter, target),
                        none ? Double.NaN : threshold,
                        none
                                ? "more " + strangers + " than the target allows have the highest score"
                                : "no " + strangers,
                        new Uncertainty.NoInterval("held fixed, not an estimate"));
    }
}
