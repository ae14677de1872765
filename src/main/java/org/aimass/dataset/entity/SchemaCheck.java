package org.aimass.dataset.entity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.aimass.dataset.entity.ColumnProfile.ValueCount;

/** Whether the columns hold what their roles promise. */
final class SchemaCheck {

    private static final List<ColumnRole> ONLY_ONCE = List.of(
            ColumnRole.LABEL,
            ColumnRole.SCORE,
            ColumnRole.PREDICTION,
            ColumnRole.WEIGHT,
            ColumnRole.QUERY,
            ColumnRole.ID);

    private final Profile profile;
    private final DatasetSchema schema;
    private final List<SchemaProblem> problems = new ArrayList<>();

    private SchemaCheck(Profile profile, DatasetSchema schema) {
        this.profile = profile;
        this.schema = schema;
    }

    static List<SchemaProblem> of(Profile profile, DatasetSchema schema) {
        SchemaCheck check = new SchemaCheck(profile, schema);
        check.demandRoles();
        profile.columns().forEach(check::column);
        return List.copyOf(check.problems);
    }

    private void demandRoles() {
        if (schema.columns(ColumnRole.LABEL).isEmpty()) {
            problems.add(SchemaProblem.ofAll("roles.noLabel"));
        }
        if (schema.columns(ColumnRole.SCORE).isEmpty()
                && schema.columns(ColumnRole.PREDICTION).isEmpty()
                && schema.columns(ColumnRole.FEATURE).isEmpty()) {
            problems.add(SchemaProblem.ofAll("roles.noAnswer"));
        }
        for (ColumnRole role : ONLY_ONCE) {
            schema.columns(role).stream()
                    .skip(1)
                    .forEach(second -> problems.add(SchemaProblem.of(
                            second, "roles.twice", schema.column(role).orElseThrow())));
        }
    }

    private void column(ColumnProfile column) {
        switch (schema.role(column.name()).orElse(ColumnRole.IGNORED)) {
            case LABEL -> {
                demandComplete(column);
                demand(column.distinct() >= 2, column, "roles.oneValue");
            }
            case SCORE -> {
                demandComplete(column);
                demand(column.liesWithin(0, 1), column, "roles.score");
            }
            case PREDICTION -> {
                demandComplete(column);
                demandValuesOfLabel(column);
            }
            case WEIGHT -> {
                demandComplete(column);
                demand(column.liesWithin(0, Double.MAX_VALUE), column, "roles.weight");
            }
            case SENSITIVE, CONTROL -> demand(column.valuesComplete(), column, "roles.manyGroups", column.distinct());
            case QUERY -> demandComplete(column);
            case FEATURE, ID, IGNORED -> {
                // anything may be in it
            }
        }
    }

    private void demandComplete(ColumnProfile column) {
        demand(column.missing() == 0, column, "roles.missing", column.missing());
    }

    private void demandValuesOfLabel(ColumnProfile prediction) {
        Optional<ColumnProfile> label = schema.column(ColumnRole.LABEL).flatMap(profile::column);
        if (label.isPresent()
                && !schema.predictsNumbers(profile)
                && label.get().valuesComplete()
                && prediction.valuesComplete()) {
            Set<String> foreign = new HashSet<>(values(prediction));
            foreign.removeAll(values(label.get()));
            demand(
                    foreign.isEmpty(),
                    prediction,
                    "roles.prediction",
                    foreign.stream().sorted().findFirst().orElse(""),
                    label.get().name());
        }
    }

    private static Set<String> values(ColumnProfile column) {
        return column.values().stream().map(ValueCount::value).collect(Collectors.toSet());
    }

    private void demand(boolean holds, ColumnProfile column, String key, Object... arguments) {
        if (!holds) {
            problems.add(SchemaProblem.of(column.name(), key, arguments));
        }
    }
}
