package org.aimass.audit.entity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.aimass.engine.metrics.Measurement;

/**
 * What was measured of pairs by the groups of both sides. A pair counts once: whichever side is called left, it is of the same two groups.
 *
 * @param measure that stands in the cells
 * @param groups of either side, in the order of their names
 * @param cells by the groups of both sides, as the engine names them
 */
public record CrossGroups(Measure measure, List<String> groups, Map<List<String>, Measurement> cells) {

    public CrossGroups {
        groups = List.copyOf(groups);
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** @param sides the features of the groups of the two sides */
    public static CrossGroups of(List<Measurement> measurements, List<String> sides, Measure measure) {
        TreeSet<String> groups = new TreeSet<>();
        Map<List<String>, Measurement> cells = new LinkedHashMap<>();
        for (Measurement measurement : measurements) {
            boolean ofSides = List.copyOf(measurement.features().keySet()).equals(sides)
                    && measurement.over().isEmpty();
            if (ofSides && Measure.of(measurement).equals(measure)) {
                List<String> pair = List.copyOf(measurement.features().values());
                groups.addAll(pair);
                cells.put(pair, measurement);
            }
        }
        return new CrossGroups(measure, List.copyOf(groups), cells);
    }

    /** Empty where there are no such pairs. */
    public Optional<Measurement> cell(String one, String other) {
        return Optional.ofNullable(cells.get(List.of(one, other)))
                .or(() -> Optional.ofNullable(cells.get(List.of(other, one))));
    }
}
