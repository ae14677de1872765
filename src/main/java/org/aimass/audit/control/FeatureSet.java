package org.aimass.audit.control;

import java.util.List;
import java.util.stream.Stream;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.PairTest;

/**
 * The number under which the numbers of one feature or intersection are stored, so that they are found without the others; of a feature
 * within slices another than of the feature itself.
 */
final class FeatureSet {

    /** Of the whole dataset. */
    static final int EVERYBODY = 0;

    private static final int NONE_OF_THE_PLAN = -1;

    private FeatureSet() {}

    /** @param sets that the plan counts groups by, in its order */
    static int of(List<String> features, List<List<String>> sets) {
        if (features.isEmpty()) {
            return EVERYBODY;
        }
        int place = sets.indexOf(features);
        return place < 0 ? NONE_OF_THE_PLAN : place + 1;
    }

    /** A value of a group belongs to the features that form the group, a disparity to those that it is taken over, within its slice. */
    static int of(Measurement measurement, List<List<String>> sets) {
        return of(
                Stream.concat(measurement.over().stream(), measurement.features().keySet().stream())
                        .toList(),
                sets);
    }

    static int of(PairTest test, List<List<String>> sets) {
        return of(
                Stream.concat(test.over().stream(), test.features().keySet().stream())
                        .toList(),
                sets);
    }
}
