package org.aimass.audit.entity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aimass.engine.metrics.ErrorTradeOff;
import org.aimass.engine.metrics.ErrorTradeOffs;

/**
 * What a group's two errors are at each threshold: its curve of the detection error trade-off (Martin et al., Eurospeech 1997).
 *
 * @param features feature to value; empty for all pairs
 * @param genuine pairs of one person
 * @param impostor pairs of two people
 * @param points by ascending threshold; none where one of the two has no pairs
 */
public record ErrorCurve(Map<String, String> features, long genuine, long impostor, List<Point> points) {

    /**
     * At one threshold.
     *
     * @param falseMatches pairs of two people that are accepted
     * @param falseNonMatches pairs of one person that are not
     */
    public record Point(
            double threshold,
            long falseMatches,
            double falseMatchRate,
            long falseNonMatches,
            double falseNonMatchRate) {

        /** A logarithm has no place for an error that never occurred. */
        public boolean hasLogarithms() {
            return falseMatches > 0 && falseNonMatches > 0;
        }
    }

    public ErrorCurve {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
        points = List.copyOf(points);
    }

    /** All pairs first, then each group. */
    public static List<ErrorCurve> of(ErrorTradeOffs tradeOffs) {
        return tradeOffs.groups().stream()
                .map(group -> of(tradeOffs.thresholds(), group))
                .toList();
    }

    private static ErrorCurve of(List<Double> thresholds, ErrorTradeOff group) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; group.genuine() > 0 && group.impostor() > 0 && i < thresholds.size(); i++) {
            long matches = group.falseMatches().get(i);
            long nonMatches = group.falseNonMatches().get(i);
            points.add(new Point(
                    thresholds.get(i),
                    matches,
                    (double) matches / group.impostor(),
                    nonMatches,
                    (double) nonMatches / group.genuine()));
        }
        return new ErrorCurve(group.features(), group.genuine(), group.impostor(), points);
    }

    public boolean isEverybody() {
        return features.isEmpty();
    }
}
