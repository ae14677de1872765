package org.aimass.audit.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.aimass.audit.entity.AuditPolicy;
import org.aimass.audit.entity.Detectable;
import org.aimass.audit.entity.Measure;
import org.aimass.audit.entity.PowerForecast;
import org.aimass.audit.entity.PowerForecast.Group;
import org.aimass.audit.entity.Rate;
import org.aimass.dataset.entity.ColumnProfile;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.engine.metrics.GroupName;

/**
 * What a draft's comparisons can show, from the dataset's profile alone. The profile counts each column by itself: how many of a
 * group have the positive label, and how large an intersection is, is worked out as if columns were independent.
 */
final class Forecast {

    private static final double ASSUMED_ERROR = 0.1;

    private final PlanDraft draft;
    private final double rows;

    private Forecast(PlanDraft draft) {
        this.draft = draft;
        this.rows = (double) draft.fit().dataset().rows();
    }

    /**
     * By comparison of the policy and, where each class is held against the others, class; then feature set, then group; without
     * those of what is no share of people, whose spread nobody knows before; empty while the draft has problems.
     */
    static List<Detectable> of(PlanDraft draft) {
        return draft.problems().isEmpty() ? new Forecast(draft).detectable() : List.of();
    }

    private List<Detectable> detectable() {
        List<Detectable> all = new ArrayList<>();
        PowerForecast power = new PowerForecast((1 - PlanDraft.CONFIDENCE) / 2, comparisons());
        for (AuditPolicy.Comparison comparison : draft.policy().comparisons()) {
            Optional<Rate> rate = Measure.of(comparison.metric()).rate();
            if (rate.isPresent() && comparison.eachClass()) {
                for (String name : draft.fit().labelValues()) {
                    rows(power, comparison, rate.get(), name).forEach(row -> all.add(row.of(name)));
                }
            } else if (rate.isPresent()) {
                all.addAll(rows(power, comparison, rate.get(), draft.positiveLabel()));
            }
        }
        return all;
    }

    private List<Detectable> rows(PowerForecast power, AuditPolicy.Comparison comparison, Rate rate, String positive) {
        List<Detectable> rows = new ArrayList<>();
        double share = denominator(rate, positive);
        for (List<String> features : draft.groups().sets()) {
            List<Group> groups = groups(features);
            Group reference = reference(features, groups);
            for (Group group : groups) {
                if (!group.equals(reference)) {
                    rows.add(power.of(
                            comparison,
                            features,
                            new Group(group.name(), group.people() * share),
                            new Group(reference.name(), reference.people() * share),
                            features.size() == 1 && share == 1,
                            baseRate(rate, positive)));
                }
            }
        }
        return rows;
    }

    /** How many comparisons the policy will make, if every combination of values occurs. */
    private int comparisons() {
        long pairs = draft.groups().sets().stream()
                .mapToLong(features -> draft.groups().groups(features) - 1)
                .sum();
        long each = draft.policy().comparisons().stream()
                .mapToLong(comparison ->
                        comparison.eachClass() ? draft.fit().labelValues().size() : 1)
                .sum();
        return (int) Math.max(1, pairs * each);
    }

    private List<Group> groups(List<String> features) {
        List<List<String>> names = List.of(List.of());
        List<Double> shares = List.of(1.0);
        for (String feature : features) {
            List<List<String>> longer = new ArrayList<>();
            List<Double> smaller = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                for (ColumnProfile.ValueCount value :
                        draft.groups().feature(feature).groups()) {
                    List<String> name = new ArrayList<>(names.get(i));
                    name.add(value.value());
                    longer.add(name);
                    smaller.add(shares.get(i) * value.rows() / rows);
                }
            }
            names = longer;
            shares = smaller;
        }
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            groups.add(new Group(GroupName.of(names.get(i)), shares.get(i) * rows));
        }
        return groups;
    }

    private Group reference(List<String> features, List<Group> groups) {
        Optional<Group> named = features.size() > 1
                ? Optional.empty()
                : groups.stream()
                        .filter(group -> group.name()
                                .equals(GroupName.of(List.of(draft.groups().reference(features.get(0))))))
                        .findFirst();
        return named.orElseGet(() ->
                groups.stream().max(Comparator.comparingDouble(Group::people)).orElseThrow());
    }

    /** Which share of a group the rate is taken over. */
    private double denominator(Rate rate, String label) {
        double positive = share(ColumnRole.LABEL, label).orElse(0.5);
        double selected = share(ColumnRole.PREDICTION, label).orElse(positive);
        return switch (rate) {
            case SELECTION_RATE, ACCURACY -> 1;
            case TRUE_POSITIVE_RATE, FALSE_NEGATIVE_RATE -> positive;
            case FALSE_POSITIVE_RATE, TRUE_NEGATIVE_RATE -> 1 - positive;
            case PRECISION, FALSE_DISCOVERY_RATE -> selected;
            case NEGATIVE_PREDICTIVE_VALUE, FALSE_OMISSION_RATE -> 1 - selected;
        };
    }

    /** What the rate is assumed to be: one in ten wrong; as many selected as have the positive label. */
    private double baseRate(Rate rate, String label) {
        return switch (rate) {
            case SELECTION_RATE ->
                Math.min(
                        1 - ASSUMED_ERROR,
                        Math.max(
                                ASSUMED_ERROR,
                                share(ColumnRole.PREDICTION, label)
                                        .or(() -> share(ColumnRole.LABEL, label))
                                        .orElse(0.5)));
            case FALSE_NEGATIVE_RATE, FALSE_POSITIVE_RATE, FALSE_DISCOVERY_RATE, FALSE_OMISSION_RATE -> ASSUMED_ERROR;
            case ACCURACY, TRUE_POSITIVE_RATE, TRUE_NEGATIVE_RATE, PRECISION, NEGATIVE_PREDICTIVE_VALUE ->
                1 - ASSUMED_ERROR;
        };
    }

    private Optional<Double> share(ColumnRole role, String label) {
        return draft.fit()
                .dataset()
                .schema()
                .column(role)
                .flatMap(name -> draft.fit().dataset().profile().column(name))
                .flatMap(column -> column.values().stream()
                        .filter(value -> value.value().equals(label))
                        .findFirst())
                .map(value -> value.rows() / rows);
    }
}
