package org.aimass.engine.metrics;

import java.util.List;

/**
 * The detection error trade-off (Martin et al., Eurospeech 1997): for each threshold how many pairs of strangers are taken for the
 * same person, and how many pairs of one person are not, group by group over the same thresholds.
 *
 * @param thresholds ascending; a score at or above one is accepted
 * @param groups all rows first, then each group
 */
public record ErrorTradeOffs(List<Double> thresholds, List<ErrorTradeOff> groups) {

    public ErrorTradeOffs {
        thresholds = List.copyOf(thresholds);
        groups = List.copyOf(groups);
        for (ErrorTradeOff group : groups) {
            if (group.falseMatches().size() != thresholds.size()
                    || group.falseNonMatches().size() != thresholds.size()) {
                throw new IllegalArgumentException("as many counts as there are thresholds");
            }
        }
    }
}
