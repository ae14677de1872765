package org.aimass.dataset.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** The roles of the fields of annotated images: they form groups, or what groups are compared within. Everything else is read by name. */
public final class AnnotatedRoles {

    /** In the order offered. */
    public static final List<ColumnRole> ALL = List.of(ColumnRole.SENSITIVE, ColumnRole.CONTROL, ColumnRole.IGNORED);

    private static final int MOST_GROUPS = 20;
    /** What tells skin tones, beside the words that tell people apart in tables. */
    private static final List<String> OF_SKIN = List.of("skin", "fitzpatrick", "monk", "肤色");

    private AnnotatedRoles() {}

    /** @param sensitive whether a field's name tells that it is about people */
    static DatasetSchema guesses(Profile profile, Predicate<ColumnProfile> sensitive) {
        Map<String, ColumnRole> roles = new LinkedHashMap<>();
        for (ColumnProfile column : profile.columns()) {
            boolean people = sensitive.test(column)
                    || OF_SKIN.stream().anyMatch(column.name().toLowerCase(Locale.ROOT)::contains);
            boolean groups =
                    people && column.valuesComplete() && column.values().size() <= MOST_GROUPS;
            roles.put(column.name(), groups ? ColumnRole.SENSITIVE : ColumnRole.IGNORED);
        }
        return new DatasetSchema(roles);
    }

    static List<SchemaProblem> problems(Profile profile, DatasetSchema schema) {
        List<SchemaProblem> problems = new ArrayList<>();
        if (profile.columns().isEmpty()) {
            problems.add(SchemaProblem.ofAll("roles.noFields"));
        } else if (schema.columns(ColumnRole.SENSITIVE).isEmpty()) {
            problems.add(SchemaProblem.ofAll("roles.noSensitive"));
        }
        for (ColumnProfile column : profile.columns()) {
            ColumnRole role = schema.role(column.name()).orElse(ColumnRole.IGNORED);
            if (!ALL.contains(role)) {
                problems.add(SchemaProblem.of(column.name(), "roles.annotated"));
            } else if (role != ColumnRole.IGNORED && !column.valuesComplete()) {
                problems.add(SchemaProblem.of(column.name(), "roles.manyGroups", column.distinct()));
            }
        }
        return problems;
    }
}
