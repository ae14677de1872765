package org.aimass.engine.local;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    private final Map<Integer, String> selected = new TreeMap<>();
    private final List<Integer> slots = new ArrayList<>();
    private final List<String> all;

    /**
     * @throws BadInput if a column that the job names does not exist
     */
    Roles(AuditJob job, String file, List<String> all) {
        this.all = all;
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
                    && (columns.score().filter(column::equals).isPresent()
                            || columns.prediction().filter(column::equals).isPresent());
            if (!all.contains(column) && !unused) {
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
        selected.put(all.indexOf(column), column);
    }

    /** All columns that have a role, whether it is used or not. */
    Set<String> taken() {
        return taken;
    }

    /** The numbers of all columns that are read; settles under which number the batches hold them. */
    int[] selection() {
        slots.clear();
        slots.addAll(selected.keySet());
        return slots.stream().mapToInt(Integer::intValue).toArray();
    }

    int slot(String column) {
        return slots.indexOf(all.indexOf(column));
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
