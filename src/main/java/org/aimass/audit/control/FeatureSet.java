package org.aimass.audit.control;

import java.util.List;
import org.aimass.engine.metrics.Measurement;

/** The number under which the numbers of one feature or intersection are stored, so that they are found without the others. */
final class FeatureSet {

    /** Of the whole dataset. */
    static final int EVERYBODY = 0;

    private static final int NONE_OF_THE_PLAN = -1;

    private FeatureSet() {}

    /** @param sets of features that the plan compares */
    static int of(List<String> features, List<List<String>> sets) {
        if (features.isEmpty()) {
            return EVERYBODY;
        }
        int place = sets.indexOf(features);
        return place < 0 ? NONE_OF_THE_PLAN : place + 1;
    }

    /** A value of a group belongs to the features that form the group, a disparity to those that it is taken over. */
    static int of(Measurement measurement, List<List<String>> sets) {
        return of(
                measurement.over().isEmpty()
                        ? List.copyOf(measurement.features().keySet())
                        : measurement.over(),
                sets);
    }
}
