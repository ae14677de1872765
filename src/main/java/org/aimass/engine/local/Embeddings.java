package org.aimass.engine.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.engine.AuditJob;
import org.aimass.engine.BadInput;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.inference.Lane;
import org.jspecify.annotations.Nullable;

/** The embeddings that one side of rows has: the dataset's own numbers, or a model's for what the dataset shows it. */
final class Embeddings {

    private static final double LARGEST = 0x1p40;

    private final ColumnRole role;
    private final int[] slots;
    private final @Nullable Lane lane;
    private final boolean named;
    private final KnownEmbeddings known;

    /**
     * @param lane that looks at this side; null where the dataset brings the embeddings
     * @param known of images that the only column names
     */
    Embeddings(AuditJob job, Roles roles, ColumnRole role, @Nullable Lane lane, KnownEmbeddings known) {
        List<String> columns = job.columns().vector(role);
        this.role = role;
        slots = columns.stream().mapToInt(roles::slot).toArray();
        this.lane = lane;
        named = columns.size() == 1
                && job.model().flatMap(AuditJob.Model::images).isPresent();
        this.known = known;
    }

    /**
     * By row the embedding.
     *
     * @throws BadInput where one is no direction: not numbers, or nothing but 0
     */
    double[][] of(CodedBatch coded) {
        double[][] embeddings = lane == null ? own(coded) : named ? named(coded, lane) : all(coded, lane);
        for (int i = 0; i < coded.count; i++) {
            demandDirection(coded.rows, coded.chosen[i], embeddings[i], role);
        }
        return embeddings;
    }

    private double[][] own(CodedBatch coded) {
        double[][] embeddings = new double[coded.count][slots.length];
        for (int i = 0; i < coded.count; i++) {
            for (int number = 0; number < slots.length; number++) {
                double value = coded.rows.numberOrNaN(slots[number], coded.chosen[i]);
                if (!(Math.abs(value) < LARGEST)) {
                    throw coded.rows.fault(slots[number], coded.chosen[i], "a number below 2^40 in size");
                }
                embeddings[i][number] = value;
            }
        }
        return embeddings;
    }

    private static double[][] all(CodedBatch coded, Lane lane) {
        return lane.vectors(coded.rows, coded.chosen, coded.count);
    }

    /** Each image once. */
    private double[][] named(CodedBatch coded, Lane lane) {
        double[][] embeddings = new double[coded.count][];
        Map<String, Integer> places = new LinkedHashMap<>();
        int[] rows = new int[coded.count];
        for (int i = 0; i < coded.count; i++) {
            int row = coded.chosen[i];
            String name = coded.rows.text(slots[0], row);
            Optional<double[]> found = known.find(name);
            if (found.isPresent()) {
                embeddings[i] = found.get();
            } else if (places.putIfAbsent(name, places.size()) == null) {
                rows[places.size() - 1] = row;
            }
        }
        double[][] fresh = lane.vectors(coded.rows, rows, places.size());
        places.forEach((name, place) -> known.add(name, fresh[place]));
        for (int i = 0; i < coded.count; i++) {
            Integer place = places.get(coded.rows.text(slots[0], coded.chosen[i]));
            if (place != null) {
                embeddings[i] = fresh[place];
            }
        }
        return embeddings;
    }

    /** @throws BadInput if it is all 0 */
    static void demandDirection(RowBatch rows, int row, double[] embedding, ColumnRole role) {
        double square = 0;
        for (double number : embedding) {
            square += number * number;
        }
        if (square == 0) {
            throw new BadInput("%s: the embedding of %s has nothing but 0; expected a direction"
                    .formatted(rows.where(row), role.word()));
        }
    }

    /** The cosine of the angle between two embeddings, from -1 to 1. */
    static double cosine(double[] one, double[] other) {
        double product = 0;
        double square = 0;
        double otherSquare = 0;
        for (int number = 0; number < one.length; number++) {
            product += one[number] * other[number];
            square += one[number] * one[number];
            otherSquare += other[number] * other[number];
        }
        return Math.max(-1, Math.min(1, product / (Math.sqrt(square) * Math.sqrt(otherSquare))));
    }
}
