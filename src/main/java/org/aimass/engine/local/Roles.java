package org.aimass.engine.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.aimass.engine.AuditJob;
import org.aimass.engine.BadInput;
import org.aimass.engine.OneLine;

/** Which of a dataset's columns are read, and under which number the batches hold them. */
final class Roles {

    /** No column has that role. */
    static final int NONE = -1;

    private final List<String> features;
    private final Set<String> taken = new LinkedHashSet<>();
    private final AuditJob.Columns columns;
    private final boolean model;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<Integer> selected = new TreeSet<>();
    private final Map<Integer, Integer> slots = new HashMap<>();

    /**
     * @throws BadInput if a column that the job names does not exist
     */
    Roles(AuditJob job, String file, List<String> all) {
        for (int number = 0; number < all.size(); number++) {
            numbers.put(all.get(number), number);
        }
        columns = job.columns();
        model = job.model().isPresent();
        features = new ArrayList<>(job.sensitiveFeatures());
        features.addAll(job.controlFeatures());
        take(columns.label());
        columns.score().ifPresent(this::take);
        columns.prediction().ifPresent(this::take);
        columns.weight().ifPresent(this::take);
        columns.cluster().ifPresent(this::take);
        features.forEach(this::take);
        for (String column : taken) {
            boolean unused = model
                    && !features.contains(column)
                    && (columns.score().filter(column::equals).isPresent()
                            || columns.prediction().filter(column::equals).isPresent());
            if (!numbers.containsKey(column) && !unused) {
                throw new BadInput("%s: no column %s; its columns are %s"
                        .formatted(file, OneLine.quoted(column), OneLine.list(all)));
            }
            if (!unused) {
                select(column);
            }
        }
    }

    private void take(String column) {
        taken.add(column);
    }

    /** Has that column read too. */
    void select(String column) {
        selected.add(number(column));
    }

    private int number(String column) {
        Integer number = numbers.get(column);
        if (number == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return number;
    }

    /** All columns that have a role, whether it is used or not. */
    Set<String> taken() {
        return taken;
    }

    /** The numbers of all columns that are read, ascending; settles under which number the batches hold them. */
    int[] selection() {
        slots.clear();
        for (int number : selected) {
            slots.put(number, slots.size());
        }
        return selected.stream().mapToInt(Integer::intValue).toArray();
    }

    int slot(String column) {
        return slots.getOrDefault(number(column), NONE);
    }

    int label() {
        return slot(columns.label());
    }

    /** The dataset's own score, unless a model gives it. */
    int score() {
        return own(columns.score());
    }

    /** The dataset's own prediction, unless a model gives it. */
    int prediction() {
        return own(columns.prediction());
    }

    int weight() {
        return columns.weight().map(this::slot).orElse(NONE);
    }

    int cluster() {
        return columns.cluster().map(this::slot).orElse(NONE);
    }

    /** The sensitive features, then the control features. */
    int[] features() {
        return features.stream().mapToInt(this::slot).toArray();
    }

    private int own(Optional<String> column) {
        return model ? NONE : column.map(this::slot).orElse(NONE);
    }
}
