package org.aimass.audit.entity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What one comparison could show, forecast before anything runs.
 *
 * @param ofClass the class that is held against all others; empty where none is
 * @param features what forms the groups
 * @param group the group's name
 * @param reference the reference group's name
 * @param people how many of the group the rate is expected to be taken over
 * @param exact whether that number is counted, not worked out from shares
 * @param baseRate the rate that is assumed where the groups are equal
 * @param smallest the smallest true gap that would be shown in 4 of 5 cases: a difference above the tolerance, or a ratio
 *     below it; empty where no gap, however large, would be
 * @param enough whether equal groups would be found within tolerance in 4 of 5 cases
 * @param more how many more people of the group that would take; empty where it is enough, or where the reference group is
 *     too small for any number
 */
public record Detectable(
        AuditPolicy.Comparison comparison,
        Optional<String> ofClass,
        List<String> features,
        String group,
        String reference,
        long people,
        boolean exact,
        double baseRate,
        OptionalDouble smallest,
        boolean enough,
        OptionalLong more) {

    public Detectable {
        features = List.copyOf(features);
    }

    /** The same of one class against all others. */
    public Detectable of(String name) {
        return new Detectable(
                comparison,
                Optional.of(name),
                features,
                group,
                reference,
                people,
                exact,
                baseRate,
                smallest,
                enough,
                more);
    }
}
