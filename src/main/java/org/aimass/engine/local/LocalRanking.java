package org.aimass.engine.local;

import java.util.List;
import org.aimass.engine.AuditJob;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.data.Dictionary;
import org.aimass.engine.inference.Lane;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.task.RankedBatch;
import org.aimass.engine.task.Ranking;
import org.aimass.engine.task.RankingPlan;
import org.jspecify.annotations.Nullable;

/** Ranking: items of lists, each with a rank or a score. A list may not lose items, so none of them may lack a value. */
final class LocalRanking implements LocalTask<LocalRanking.Part> {

    private static final double LARGEST = 0x1p40;

    private final RankingPlan plan;
    private final int query;
    private final int order;
    private final int relevance;
    private final Dictionary lists = new Dictionary(Ranking.MOST_ITEMS);

    LocalRanking(AuditJob job, Roles roles) {
        query = roles.of(ColumnRole.QUERY);
        relevance = roles.of(ColumnRole.RELEVANCE);
        boolean ranked = roles.of(ColumnRole.RANK) != Roles.NONE;
        order = roles.of(ranked ? ColumnRole.RANK : ColumnRole.SCORE);
        plan = new RankingPlan(
                roles.groupPlan(job),
                ranked,
                relevance != Roles.NONE,
                job.options().cutoffs());
    }

    @Override
    public boolean leavesOutRowsWithout(ColumnRole role) {
        return role == ColumnRole.QUERY || role == ColumnRole.CLUSTER;
    }

    @Override
    public void code(CodedBatch coded) {
        for (int i = 0; i < coded.count; i++) {
            int row = coded.chosen[i];
            coded.label[i] =
                    RowCoder.demand(coded.rows.code(query, row, lists), coded.rows, query, row, Ranking.MOST_ITEMS);
        }
    }

    @Override
    public Part newPart(@Nullable Lane lane) {
        return new Part(lane);
    }

    @Override
    public void demandAgreement(List<Part> parts) {}

    /** One thread's items. */
    final class Part implements LocalTask.Part<Part> {

        private final @Nullable Lane lane;
        private final Ranking counted = new Ranking(plan);
        private double[] places = {};
        private double[] worth = {};
        private long[] line = {};

        private Part(@Nullable Lane lane) {
            this.lane = lane;
        }

        @Override
        public void answer(CodedBatch coded) {
            if (places.length < coded.chosen.length) {
                places = new double[coded.chosen.length];
                worth = new double[coded.chosen.length];
                line = new long[coded.chosen.length];
            }
            if (lane != null) {
                lane.score(coded.rows, coded.chosen, coded.count, places);
            }
            for (int i = 0; i < coded.count; i++) {
                int row = coded.chosen[i];
                line[i] = coded.rows.line(row);
                if (lane == null) {
                    places[i] = place(coded, row);
                }
                if (relevance != Roles.NONE) {
                    worth[i] = worth(coded, row);
                }
            }
        }

        private double place(CodedBatch coded, int row) {
            double value = coded.rows.numberOrNaN(order, row);
            boolean fits = plan.ranked()
                    ? value >= 1 && value <= Integer.MAX_VALUE && value == Math.rint(value)
                    : Math.abs(value) < LARGEST;
            if (!fits) {
                throw coded.rows.fault(
                        order, row, plan.ranked() ? "a rank, a whole number from 1" : "a number below 2^40 in size");
            }
            return value;
        }

        private double worth(CodedBatch coded, int row) {
            double value = coded.rows.numberOrNaN(relevance, row);
            if (!(value >= 0 && value < LARGEST)) {
                throw coded.rows.fault(relevance, row, "a relevance, a number of at least 0 and below 2^40");
            }
            return value;
        }

        @Override
        public void count(CodedBatch coded, double @Nullable [] weight) {
            counted.add(new RankedBatch(
                    coded.count,
                    coded.label,
                    places,
                    plan.relevant() ? worth : null,
                    line,
                    weight,
                    plan.groups().clustered() ? coded.cluster : null,
                    coded.features));
        }

        @Override
        public void merge(Part other) {
            counted.merge(other.counted);
        }

        @Override
        public TaskOutcome outcome(List<List<String>> dictionaries) {
            return counted.outcome(dictionaries);
        }
    }
}
