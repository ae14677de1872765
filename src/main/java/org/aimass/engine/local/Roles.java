package org.aimass.engine.local;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.aimass.engine.AuditJob;
import org.aimass.engine.BadInput;
import org.aimass.engine.ColumnRole;
import org.aimass.engine.OneLine;
import org.aimass.engine.task.GroupPlan;

/** Which of a dataset's columns are read, and under which number the batches hold them. */
final class Roles {

    /** No column has that role. */
    static final int NONE = -1;

    private static final Set<ColumnRole> ANSWERS = Set.of(ColumnRole.SCORE, ColumnRole.PREDICTION, ColumnRole.RANK);

    private final List<String> features;
    private final Map<ColumnRole, String> own = new EnumMap<>(ColumnRole.class);
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
        Set<String> used = new HashSet<>(features);
        columns.byRole().forEach((role, column) -> {
            if (job.model().isEmpty() || !ANSWERS.contains(role)) {
                own.put(role, column);
                used.add(column);
            }
        });
        if (job.model().isEmpty()) {
            used.addAll(columns.scores());
            if (!own.containsKey(ColumnRole.SCORE)) {
                columns.vectors().values().forEach(used::addAll);
            }
        }
        columns.vectors().values().forEach(taken::addAll);
        taken.addAll(columns.byRole().values());
        taken.addAll(columns.scores());
        taken.addAll(features);
        for (String column : taken) {
            boolean unused = !used.contains(column);
            if (!numbers.containsKey(column) && !unused) {
                throw absent(file, column, all);
            }
            if (!unused) {
                select(column);
            }
        }
        for (String column : LocalTasks.columns(job)) {
            if (!numbers.containsKey(column)) {
                throw absent(file, column, all);
            }
            select(column);
        }
    }

    private static BadInput absent(String file, String column, List<String> all) {
        return new BadInput(
                "%s: no column %s; its columns are %s".formatted(file, OneLine.quoted(column), OneLine.list(all)));
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

    /** The groups that the job asks for. */
    GroupPlan groupPlan(AuditJob job) {
        return new GroupPlan(
                job.sensitiveFeatures(),
                job.intersections(),
                job.controlFeatures(),
                job.referenceGroups(),
                own.containsKey(ColumnRole.WEIGHT),
                own.containsKey(ColumnRole.CLUSTER),
                job.confidence(),
                job.replicates(),
                job.seed(),
                job.minimumGroupSize(),
                job.options().rateInterval());
    }

    /** Where a role's column stands; {@link #NONE} too for answers of the dataset where a model gives them. */
    int of(ColumnRole role) {
        String column = own.get(role);
        return column == null ? NONE : slot(column);
    }

    /** The dataset's own score for each class; empty where a model gives them. */
    int[] scores() {
        return model
                ? new int[0]
                : columns.scores().stream().mapToInt(this::slot).toArray();
    }

    /** Where the columns stand that play a role together and that no model is fed with; empty where none do. */
    int[] vector(ColumnRole role) {
        return model
                ? new int[0]
                : columns.vector(role).stream().mapToInt(this::slot).toArray();
    }

    /** The sensitive features, then the control features. */
    int[] features() {
        return features.stream().mapToInt(this::slot).toArray();
    }
}
