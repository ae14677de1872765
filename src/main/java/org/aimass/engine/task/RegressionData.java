package org.aimass.engine.task;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.aimass.engine.metrics.AnswerDistance;
import org.aimass.engine.metrics.MeasuredGroup;
import org.aimass.engine.metrics.NumberRows;
import org.aimass.engine.metrics.RegressionGroup;
import org.aimass.engine.metrics.RegressionTotals;
import org.aimass.engine.metrics.SummedRegressionGroup;
import org.jspecify.annotations.Nullable;

/** All that a regression's audit has counted, ready to be read group by group: its rows, or their sums where they were too many. */
final class RegressionData {

    private final @Nullable SortedNumbers rows;
    private final @Nullable RegressionTotals totals;
    private final boolean plain;

    private RegressionData(@Nullable SortedNumbers rows, @Nullable RegressionTotals totals, boolean plain) {
        this.rows = rows;
        this.totals = totals;
        this.plain = plain;
    }

    static RegressionData of(KeptRows kept, GroupPlan plan) {
        return new RegressionData(SortedNumbers.of(kept, plan), null, true);
    }

    static RegressionData summed(RegressionTotals totals, GroupPlan plan) {
        return new RegressionData(null, totals, !plan.weighted() && !plan.clustered());
    }

    /** The groups of a partition, in its order. */
    List<MeasuredGroup> groups(Partition partition) {
        int size = partition.groups().size();
        if (rows == null) {
            return summed(partition, size);
        }
        NumberRows[] groups = rows.deal(partition.groupOfCell(), size);
        NumberRows[] slices =
                rows.deal(partition.sliceOfCell(), partition.slices().size());
        int[] sliceOf = partition.sliceOfGroup();
        return IntStream.range(0, size)
                .parallel()
                .<MeasuredGroup>mapToObj(group -> new RegressionGroup(groups[group], slices[sliceOf[group]]))
                .toList();
    }

    private List<MeasuredGroup> summed(Partition partition, int size) {
        RegressionTotals sums = new RegressionTotals(size);
        for (int cell = 0; cell < partition.groupOfCell().length; cell++) {
            sums.merge(partition.groupOfCell()[cell], requireNonNull(totals), cell);
        }
        return IntStream.range(0, size)
                .<MeasuredGroup>mapToObj(group -> new SummedRegressionGroup(sums, group, plain))
                .toList();
    }

    /**
     * How far the distribution of each group's answers is from that of its slice's reference group; none where rows were not
     * kept. A group whose slice lacks the reference has null.
     *
     * @param reference the group of the same slice, or -1, by group
     */
    List<@Nullable AnswerDistance> distances(Partition partition, int[] reference) {
        List<@Nullable AnswerDistance> distances = new ArrayList<>();
        if (rows == null) {
            return distances;
        }
        NumberRows[] groups =
                rows.deal(partition.groupOfCell(), partition.groups().size());
        for (int group = 0; group < groups.length; group++) {
            distances.add(
                    reference[group] < 0 ? null : AnswerDistance.between(groups[group], groups[reference[group]]));
        }
        return distances;
    }
}
