package org.aimass.engine.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Plans for tests. */
final class Plans {

    private Plans() {}

    static BinaryPlan plain(List<String> sensitive, List<List<String>> intersections) {
        return new BinaryPlan(
                new GroupPlan(sensitive, intersections, List.of(), Map.of(), false, false, 0.95, 200, 7, 10),
                true,
                true,
                List.of(10),
                OptionalDouble.empty(),
                Optional.empty());
    }
}
