package org.aimass.audit.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.audit.entity.AuditPolicy;
import org.aimass.dataset.entity.Annotations;
import org.aimass.shared.Refusal;

/** What an auditor chose to compare by, and within: checked against the groups that the dataset has. */
record PlanGroups(AuditFit fit, AuditChoice choice) {

    private static final int MOST_IN_AN_INTERSECTION = 3;
    private static final int MOST_GROUPS = 1_000;
    private static final int MOST_CONTROLS = 3;

    /** Two features of two groups each. */
    private static final int FEWEST_IN_AN_INTERSECTION = 4;

    /** The first that stands against the choice, at {@code features} or {@code controls}. */
    Optional<Refusal> problem() {
        List<String> known = fit.features().stream().map(AuditFit.Feature::name).toList();
        boolean none = choice.features().isEmpty() && !fit.isOfSides();
        if (none || !known.containsAll(choice.features())) {
            return Optional.of(problem("start.problem.features"));
        }
        long atLeast = (long) choice.intersections().size() * FEWEST_IN_AN_INTERSECTION;
        if (atLeast > MOST_GROUPS) {
            return Optional.of(problem("start.problem.tooManyGroups", atLeast, MOST_GROUPS));
        }
        for (List<String> intersection : choice.intersections()) {
            if (intersection.size() < 2
                    || intersection.size() > MOST_IN_AN_INTERSECTION
                    || intersection.stream().distinct().count() < intersection.size()
                    || !choice.features().containsAll(intersection)) {
                return Optional.of(problem("start.problem.intersection", String.join(" × ", intersection)));
            }
        }
        for (Map.Entry<String, String> reference : choice.references().entrySet()) {
            if (!reference.getValue().isEmpty()
                    && feature(reference.getKey()).groups().stream()
                            .noneMatch(group -> group.value().equals(reference.getValue()))) {
                return Optional.of(problem("start.problem.reference", reference.getKey()));
            }
        }
        return controls();
    }

    /** Features that tell objects of an image apart, where the policy compares what only whole images have. */
    Optional<Refusal> ofObjects(AuditPolicy policy) {
        List<String> ofObjects =
                fit.dataset().profile().annotations().map(Annotations::fields).orElse(Map.of()).entrySet().stream()
                        .filter(field -> !field.getValue().ofImages())
                        .map(Map.Entry::getKey)
                        .filter(choice.features()::contains)
                        .sorted()
                        .toList();
        return policy.needsWholeImages() && !ofObjects.isEmpty()
                ? Optional.of(problem("start.problem.ofObjects", String.join(", ", ofObjects)))
                : Optional.empty();
    }

    private Optional<Refusal> controls() {
        if (choice.controls().size() > MOST_CONTROLS || !fit.controls().containsAll(choice.controls())) {
            return Optional.of(
                    AuditFit.problem("start.problem.controls", MOST_CONTROLS).at("controls"));
        }
        long groups = sets().stream().mapToLong(this::groups).sum();
        long slices = choice.controls().stream()
                .flatMap(name -> fit.dataset().profile().column(name).stream())
                .mapToLong(column -> column.values().size() + (column.missing() > 0 ? 1 : 0))
                .reduce(1, (a, b) -> a * b);
        long all = choice.controls().isEmpty() ? groups : groups * (1 + slices);
        return all > MOST_GROUPS
                ? Optional.of(problem("start.problem.tooManyGroups", all, MOST_GROUPS))
                : Optional.empty();
    }

    private static Refusal problem(String key, Object... arguments) {
        return AuditFit.problem(key, arguments).at("features");
    }

    /** The features, in the dataset's order, each alone; then the intersections. */
    List<List<String>> sets() {
        List<List<String>> sets = new ArrayList<>();
        features().forEach(feature -> sets.add(List.of(feature)));
        sets.addAll(choice.intersections());
        return sets;
    }

    List<String> features() {
        return fit.features().stream()
                .map(AuditFit.Feature::name)
                .filter(choice.features()::contains)
                .toList();
    }

    /** How many groups the features form at most. */
    long groups(List<String> features) {
        return features.stream()
                .mapToLong(name -> feature(name).groups().size())
                .reduce(1, (a, b) -> a * b);
    }

    AuditFit.Feature feature(String name) {
        return fit.features().stream()
                .filter(feature -> feature.name().equals(name))
                .findFirst()
                .orElseThrow(() -> problem("start.problem.features"));
    }

    /** The comparison group of one feature: the chosen one, else the largest. */
    String reference(String feature) {
        String chosen = choice.references().getOrDefault(feature, "");
        return chosen.isEmpty() ? feature(feature).groups().get(0).value() : chosen;
    }

    Map<String, String> references() {
        Map<String, String> references = new LinkedHashMap<>();
        features().forEach(feature -> references.put(feature, reference(feature)));
        return references;
    }
}
