package org.aimass.audit.control;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aimass.engine.metrics.BinnedRows;
import org.aimass.engine.metrics.Distributions;
import org.aimass.engine.metrics.GroupSummary;

/** How errors or places are spread in an outcome: bins in order, and in them the rows that its groups have. */
final class DistributionsJson {

    private static final int MAX_BINS = 100;
    private static final Set<String> KNOWN = Set.of(Distributions.ERROR, Distributions.PLACE);

    private DistributionsJson() {}

    static Optional<Distributions> read(Fields outcome, List<GroupSummary> groups) {
        return outcome.has("distributions")
                ? Optional.of(outcome.object("distributions", json -> distributions(json, groups)))
                : Optional.empty();
    }

    private static Distributions distributions(Fields json, List<GroupSummary> groups) {
        String of = json.text("of", 40);
        List<Double> edges = GroupLists.ascending(json, "edges", MAX_BINS + 1);
        if (!KNOWN.contains(of) || edges.size() < 2) {
            throw new Fields.Malformed("distributions: expected a known number and two edges or more");
        }
        return new Distributions(
                of,
                edges,
                GroupLists.read(
                        json,
                        "distributions",
                        group -> new BinnedRows(
                                GroupLists.features(group), GroupLists.counts(group, "counts", edges.size() - 1)),
                        BinnedRows::features,
                        group -> group.counts().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        groups));
    }
}
