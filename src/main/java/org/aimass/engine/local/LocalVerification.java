package org.aimass.engine.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aimass.engine.AuditJob;
import org.aimass.engine.BadInput;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.OneLine;
import org.aimass.engine.VerificationSettings;
import org.aimass.engine.data.Dictionary;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.inference.Lane;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.task.PairBatch;
import org.aimass.engine.task.Verification;
import org.aimass.engine.task.VerificationPlan;
import org.jspecify.annotations.Nullable;

/** Verification: pairs of faces, whether they are one person, and how alike they are. */
final class LocalVerification implements LocalTask<LocalVerification.Part> {

    private static final int MOST_GROUPS = 200;

    private final AuditJob job;
    private final Roles roles;
    private final VerificationPlan plan;
    private final int genuine;
    private final int score;
    private final int[] sides;
    private final int[] people;
    private final boolean embedded;
    private final Dictionary groups = new Dictionary(MOST_GROUPS);
    private final MissingWord word = new MissingWord();
    private final KnownEmbeddings known = new KnownEmbeddings();

    /** @throws BadInput if the roles do not fit together */
    LocalVerification(AuditJob job, Roles roles) {
        this.job = job;
        this.roles = roles;
        genuine = roles.of(ColumnRole.GENUINE);
        score = roles.of(ColumnRole.SCORE);
        sides = both(roles, ColumnRole.GROUP_LEFT, ColumnRole.GROUP_RIGHT);
        people = roles.of(ColumnRole.CLUSTER) != Roles.NONE
                ? both(roles, ColumnRole.CLUSTER, ColumnRole.CLUSTER)
                : both(roles, ColumnRole.CLUSTER_LEFT, ColumnRole.CLUSTER_RIGHT);
        embedded = score == Roles.NONE;
        if (embedded) {
            demandVectors();
        }
        VerificationSettings settings = (VerificationSettings) job.settings().orElseThrow();
        plan = new VerificationPlan(
                roles.groupPlan(job), sideNames(), people.length > 0, settings.targets(), settings.alpha());
    }

    private static int[] both(Roles roles, ColumnRole left, ColumnRole right) {
        return roles.of(left) == Roles.NONE ? new int[0] : new int[] {roles.of(left), roles.of(right)};
    }

    private List<String> sideNames() {
        if (sides.length == 0) {
            return List.of();
        }
        List<String> names =
                List.of(job.columns().get(ColumnRole.GROUP_LEFT), job.columns().get(ColumnRole.GROUP_RIGHT));
        for (String name : names) {
            if (job.sensitiveFeatures().contains(name) || job.controlFeatures().contains(name)) {
                throw new BadInput("columns: %s is the group of a side already; expected it in no list of features"
                        .formatted(OneLine.quoted(name)));
            }
        }
        return names;
    }

    private void demandVectors() {
        int left = job.columns().vector(ColumnRole.LEFT).size();
        int right = job.columns().vector(ColumnRole.RIGHT).size();
        if (left != right) {
            throw new BadInput("columns.right: found %d columns, expected %d as on the left".formatted(right, left));
        }
        if (job.model().isEmpty() && left < 2) {
            throw new BadInput("columns.left: found one column, expected those of an embedding, or a model");
        }
    }

    /** Pairs in which a side's group is not known form a group of their own, as everywhere. */
    @Override
    public boolean leavesOutRowsWithout(ColumnRole role) {
        return role != ColumnRole.GROUP_LEFT && role != ColumnRole.GROUP_RIGHT;
    }

    /** The group that comes first by value stands on the left: which image is on which side says nothing. */
    @Override
    public void code(CodedBatch coded) {
        for (int i = 0; i < coded.count && sides.length > 0; i++) {
            int left = group(coded.rows, sides[0], coded.chosen[i]);
            int right = group(coded.rows, sides[1], coded.chosen[i]);
            boolean inOrder = left == right || groups.value(left).compareTo(groups.value(right)) <= 0;
            coded.label[i] = inOrder ? left : right;
            coded.prediction[i] = inOrder ? right : left;
        }
    }

    private int group(RowBatch rows, int slot, int row) {
        boolean missing = rows.isMissing(slot, row);
        int code = missing ? groups.code(RowCoder.MISSING) : rows.code(slot, row, groups);
        RowCoder.demand(code, rows, slot, row, MOST_GROUPS);
        if (groups.value(code).equals(RowCoder.MISSING)) {
            word.see(rows, slot, row, missing);
        }
        return code;
    }

    @Override
    public Part newPart(@Nullable Lane lane) {
        return new Part(lane);
    }

    @Override
    public void demandAgreement(List<Part> parts) {}

    /** One thread's pairs. */
    final class Part implements LocalTask.Part<Part> {

        private final Verification counted = new Verification(plan);
        private final @Nullable Embeddings left;
        private final @Nullable Embeddings right;
        private int[] same = {};
        private double[] alike = {};
        private long[] leftPerson = {};
        private long[] rightPerson = {};

        private Part(@Nullable Lane lane) {
            left = embedded ? side(lane, ColumnRole.LEFT, 0) : null;
            right = embedded ? side(lane, ColumnRole.RIGHT, 1) : null;
        }

        private Embeddings side(@Nullable Lane lane, ColumnRole role, int side) {
            return new Embeddings(job, roles, role, lane == null ? null : lane.side(side), known);
        }

        @Override
        public void answer(CodedBatch coded) {
            if (same.length < coded.chosen.length) {
                same = new int[coded.chosen.length];
                alike = new double[coded.chosen.length];
                leftPerson = new long[coded.chosen.length];
                rightPerson = new long[coded.chosen.length];
            }
            for (int i = 0; i < coded.count; i++) {
                int row = coded.chosen[i];
                same[i] = RowCoder.whether(coded.rows, genuine, row, "1 for a pair of one person, or 0");
                if (!embedded) {
                    alike[i] = LocalRegression.number(coded.rows, score, row);
                }
                if (people.length > 0) {
                    leftPerson[i] = coded.rows.hash(people[0], row);
                    rightPerson[i] = coded.rows.hash(people[1], row);
                    demandAgreement(coded.rows, row, same[i] == 1, leftPerson[i] == rightPerson[i]);
                }
            }
            if (left != null && right != null) {
                double[][] lefts = left.of(coded);
                double[][] rights = right.of(coded);
                for (int i = 0; i < coded.count; i++) {
                    alike[i] = Embeddings.cosine(lefts[i], rights[i]);
                }
            }
        }

        /** A single person of a pair says nothing of its sides. */
        private void demandAgreement(RowBatch rows, int row, boolean genuinePair, boolean onePerson) {
            if (people[0] != people[1] && genuinePair != onePerson) {
                throw rows.fault(
                        genuine,
                        row,
                        onePerson ? "1, for both sides are one person" : "0, for the sides are two people");
            }
        }

        @Override
        public void count(CodedBatch coded, double @Nullable [] weight) {
            counted.add(new PairBatch(
                    coded.count,
                    same,
                    alike,
                    plan.ofPeople() ? leftPerson : null,
                    plan.ofPeople() ? rightPerson : null,
                    weight,
                    features(coded)));
        }

        private int[][] features(CodedBatch coded) {
            int own = coded.features.length;
            int[][] features = Arrays.copyOf(coded.features, own + sides.length);
            if (sides.length > 0) {
                features[own] = coded.label;
                features[own + 1] = coded.prediction;
            }
            return features;
        }

        @Override
        public void merge(Part other) {
            counted.merge(other.counted);
        }

        @Override
        public TaskOutcome outcome(List<List<String>> dictionaries) {
            List<List<String>> all = new ArrayList<>(dictionaries);
            for (int side = 0; side < sides.length; side++) {
                all.add(groups.values());
            }
            return counted.outcome(all);
        }
    }
}
