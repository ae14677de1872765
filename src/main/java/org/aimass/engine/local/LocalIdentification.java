package org.aimass.engine.local;

import java.util.List;
import org.aimass.engine.AuditJob;
import org.aimass.engine.BadInput;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.IdentificationSettings;
import org.aimass.engine.OneLine;
import org.aimass.engine.data.Dictionary;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.inference.Lane;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.task.CandidateBatch;
import org.aimass.engine.task.FaceBatch;
import org.aimass.engine.task.Identification;
import org.aimass.engine.task.IdentificationPlan;
import org.jspecify.annotations.Nullable;

/** Identification: searches with their candidates, or faces that are enrolled and faces that are searched for among them. */
final class LocalIdentification implements LocalTask<LocalIdentification.Part> {

    private static final int MOST_SEARCHES = 10_000_000;
    private static final double LARGEST = 0x1p40;
    private static final double LARGEST_RANK = 1e9;

    private final AuditJob job;
    private final Roles roles;
    private final IdentificationPlan plan;
    private final boolean embedded;
    private final int probe;
    private final int identity;
    private final int candidate;
    private final int score;
    private final int rank;
    private final int mated;
    private final int enrolled;
    private final int person;
    private final Dictionary searches = new Dictionary(MOST_SEARCHES);
    private final KnownEmbeddings known = new KnownEmbeddings();

    /** @throws BadInput if the roles do not fit together */
    LocalIdentification(AuditJob job, Roles roles) {
        this.job = job;
        this.roles = roles;
        probe = roles.of(ColumnRole.PROBE);
        identity = roles.of(ColumnRole.IDENTITY);
        candidate = roles.of(ColumnRole.CANDIDATE);
        score = roles.of(ColumnRole.SCORE);
        rank = roles.of(ColumnRole.RANK);
        mated = roles.of(ColumnRole.MATED);
        enrolled = roles.of(ColumnRole.ENROLLED);
        person = roles.of(ColumnRole.CLUSTER);
        embedded = score == Roles.NONE;
        if (job.model().isEmpty()
                && embedded
                && job.columns().vector(ColumnRole.IMAGE).size() < 2) {
            throw new BadInput("columns.image: found one column, expected those of an embedding, or a model");
        }
        IdentificationSettings settings =
                (IdentificationSettings) job.settings().orElseThrow();
        plan = new IdentificationPlan(roles.groupPlan(job), settings.targets(), settings.ranks(), settings.alpha());
    }

    /** A stranger need not be known, and a search may find nobody; who is enrolled is known. A search loses no candidate for want of a weight. */
    @Override
    public boolean leavesOutRowsWithout(ColumnRole role) {
        return switch (role) {
            case IDENTITY, CANDIDATE, SCORE, RANK, WEIGHT -> false;
            default -> true;
        };
    }

    @Override
    public void code(CodedBatch coded) {
        for (int i = 0; i < coded.count && !embedded; i++) {
            int row = coded.chosen[i];
            coded.label[i] =
                    RowCoder.demand(coded.rows.code(probe, row, searches), coded.rows, probe, row, MOST_SEARCHES);
        }
    }

    @Override
    public Part newPart(@Nullable Lane lane) {
        return new Part(lane);
    }

    @Override
    public void demandAgreement(List<Part> parts) {}

    /** One thread's rows. */
    final class Part implements LocalTask.Part<Part> {

        private final Identification counted = new Identification(plan);
        private final @Nullable Embeddings images;
        private double[][] vectors = {};
        private int[] kind = {};
        private int[] said = {};
        private double[] alike = {};
        private double[] place = {};
        private long[] who = {};
        private long[] whose = {};

        private Part(@Nullable Lane lane) {
            images = embedded ? new Embeddings(job, roles, ColumnRole.IMAGE, lane, known) : null;
        }

        @Override
        public void answer(CodedBatch coded) {
            if (kind.length < coded.chosen.length) {
                int size = coded.chosen.length;
                kind = new int[size];
                said = new int[size];
                alike = new double[size];
                place = new double[size];
                who = new long[size];
                whose = new long[size];
            }
            for (int i = 0; i < coded.count; i++) {
                int row = coded.chosen[i];
                who[i] = coded.rows.hash(identity, row);
                if (plan.groups().clustered()) {
                    whose[i] = coded.rows.hash(person, row);
                }
                if (embedded) {
                    kind[i] = RowCoder.whether(coded.rows, enrolled, row, "1 for a face that is enrolled, or 0");
                    if (kind[i] == 1 && coded.rows.isMissing(identity, row)) {
                        throw coded.rows.fault(identity, row, "who the enrolled face is");
                    }
                } else {
                    candidate(coded.rows, row, i);
                }
            }
            if (images != null) {
                vectors = images.of(coded);
            }
        }

        private void candidate(RowBatch rows, int row, int i) {
            boolean nobody = rows.isMissing(candidate, row);
            boolean mate = !nobody
                    && !rows.isMissing(identity, row)
                    && rows.hash(candidate, row) == who[i]
                    && rows.text(candidate, row).equals(rows.text(identity, row));
            kind[i] = nobody ? CandidateBatch.NOBODY : mate ? CandidateBatch.MATE : CandidateBatch.STRANGER;
            alike[i] = nobody ? 0 : number(rows, score, row, -LARGEST, LARGEST, "a number below 2^40 in size");
            if (rank != Roles.NONE) {
                place[i] = nobody ? 0 : number(rows, rank, row, 1, LARGEST_RANK, "a rank, a whole number from 1");
                if (place[i] != Math.rint(place[i])) {
                    throw rows.fault(rank, row, "a rank, a whole number from 1");
                }
            }
            if (mated != Roles.NONE) {
                said[i] = RowCoder.whether(rows, mated, row, "1 where the person is enrolled, or 0");
            }
        }

        private double number(RowBatch rows, int column, int row, double low, double high, String expected) {
            double value = rows.numberOrNaN(column, row);
            if (!(value >= low && value <= high)) {
                throw rows.fault(column, row, expected);
            }
            return value;
        }

        @Override
        public void count(CodedBatch coded, double @Nullable [] weight) {
            long[] people = plan.groups().clustered() ? whose : null;
            if (embedded) {
                counted.add(new FaceBatch(coded.count, who, kind, vectors, people, weight, coded.features));
            } else {
                counted.add(new CandidateBatch(
                        coded.count,
                        coded.label,
                        kind,
                        alike,
                        rank == Roles.NONE ? null : place,
                        mated == Roles.NONE ? null : said,
                        people,
                        weight,
                        coded.features));
            }
        }

        @Override
        public void merge(Part other) {
            counted.merge(other.counted);
        }

        @Override
        public TaskOutcome outcome(List<List<String>> dictionaries) {
            return counted.outcome(dictionaries, search -> OneLine.quoted(searches.value(search)));
        }
    }
}
