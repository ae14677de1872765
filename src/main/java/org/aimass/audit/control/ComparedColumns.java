package org.aimass.audit.control;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aimass.dataset.entity.ColumnProfile;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.DatasetVersion;

/** Which of a dataset's columns form groups, by their profile. */
record ComparedColumns(DatasetVersion dataset) {

    /** The sensitive columns that form groups, in the file's order. */
    List<AuditFit.Feature> features() {
        return profiles(ColumnRole.SENSITIVE)
                .filter(ComparedColumns::isComplete)
                .filter(column -> column.values().size() > 1)
                .map(column -> new AuditFit.Feature(column.name(), column.values()))
                .toList();
    }

    /** Columns within whose values groups can be compared too. */
    List<String> controls() {
        return profiles(ColumnRole.CONTROL)
                .filter(ComparedColumns::isComplete)
                .map(ColumnProfile::name)
                .toList();
    }

    /** Sensitive columns that cannot be compared by: one value only, or too many. */
    List<String> unusable() {
        List<String> usable = features().stream().map(AuditFit.Feature::name).toList();
        return dataset.schema().columns(ColumnRole.SENSITIVE).stream()
                .filter(name -> !usable.contains(name))
                .toList();
    }

    /** Whether several rows bear one id, or are of one person. */
    boolean repeatsIds() {
        return Stream.concat(profiles(ColumnRole.ID), profiles(ColumnRole.CLUSTER))
                .anyMatch(column -> column.distinctIsExact()
                        && column.distinct() + column.missing()
                                < dataset.profile().rows());
    }

    /** The label's values, sorted; none where they are too many to be classes. */
    List<String> labelValues() {
        Optional<ColumnProfile> label = profiles(ColumnRole.LABEL).findFirst().filter(ComparedColumns::isComplete);
        return label.map(column -> List.copyOf(new TreeSet<>(column.values().stream()
                        .map(ColumnProfile.ValueCount::value)
                        .toList())))
                .orElse(List.of());
    }

    private static boolean isComplete(ColumnProfile column) {
        return column.valuesComplete() && column.values().size() <= AuditFit.MOST_GROUPS;
    }

    private Stream<ColumnProfile> profiles(ColumnRole role) {
        return dataset.schema().columns(role).stream().flatMap(name -> dataset.profile().column(name).stream());
    }
}
