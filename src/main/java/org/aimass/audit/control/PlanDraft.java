package org.aimass.audit.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.AuditPolicy;
import org.aimass.audit.entity.ImagePreparation;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.DatasetSchema;
import org.aimass.registry.entity.ModelSignature;
import org.aimass.registry.entity.ModelTask;
import org.aimass.shared.Refusal;

/** An auditor's choice on its way to a frozen plan: checked against the data, defaults filled in. */
record PlanDraft(AuditFit fit, AuditChoice choice, AuditPolicy policy) {

    /** The field's usual confidence; tests are held against half of the rest on each side. */
    static final double CONFIDENCE = 0.95;

    static final AuditPlan.Bootstrap BOOTSTRAP = new AuditPlan.Bootstrap(1000, 7);

    private static final double USUAL_THRESHOLD = 0.5;
    private static final int MOST_IN_AN_INTERSECTION = 3;
    private static final int MOST_GROUPS = 1_000;

    /** Two features of two groups each. */
    private static final int FEWEST_IN_AN_INTERSECTION = 4;

    /** What stands against the choice, each at its field; first of all what stands against model and dataset. */
    List<Refusal> problems() {
        List<Refusal> problems = new ArrayList<>(fit.problems());
        if (!problems.isEmpty()) {
            return problems;
        }
        if (!policy.tasks().contains(fit.task())) {
            problems.add(AuditFit.problem("start.problem.policy").at("policy"));
        }
        if (policy.needsScores() && !fit.hasScores()) {
            problems.add(AuditFit.problem("start.problem.needsScores").at("policy"));
        }
        checkGroups().ifPresent(problems::add);
        if (choice.threshold().isPresent()
                && !(choice.threshold().getAsDouble() >= 0 && choice.threshold().getAsDouble() <= 1)) {
            problems.add(AuditFit.problem("start.problem.threshold").at("threshold"));
        }
        if (fit.isBinary()
                && choice.positiveLabel()
                        .filter(label -> !fit.labelValues().contains(label))
                        .isPresent()) {
            problems.add(AuditFit.problem("start.problem.positive").at("positive"));
        }
        if (fit.isBinary()
                && choice.favorableLabel()
                        .filter(label -> !fit.labelValues().contains(label))
                        .isPresent()) {
            problems.add(AuditFit.problem("start.problem.positive").at("favorable"));
        }
        checkImages().ifPresent(problems::add);
        return problems;
    }

    /** Images come as the model takes them, as far as its signature says what it takes. */
    private Optional<Refusal> checkImages() {
        Optional<ModelSignature.Tensor> input = fit.imageInput();
        if (input.isEmpty()) {
            return Optional.empty();
        }
        if (choice.images().isEmpty()) {
            return Optional.of(AuditFit.problem("start.problem.noImages").at("images"));
        }
        ImagePreparation images = choice.images().get();
        Optional<ImagePreparation.Part> wrong = images.problem();
        if (wrong.isPresent()) {
            return Optional.of(
                    AuditFit.problem("start.problem.images." + wrong.get().word())
                            .at("images." + wrong.get().word()));
        }
        ImageShape shape = new ImageShape(input.get());
        if (!shape.takes(images)) {
            return Optional.of(AuditFit.problem(
                            "start.problem.images.shape",
                            input.get().name(),
                            input.get().shapeText())
                    .at("images"));
        }
        return Optional.empty();
    }

    private Optional<Refusal> checkGroups() {
        List<String> known = fit.features().stream().map(AuditFit.Feature::name).toList();
        if (choice.features().isEmpty() || !known.containsAll(choice.features())) {
            return Optional.of(AuditFit.problem("start.problem.features").at("features"));
        }
        long atLeast = (long) choice.intersections().size() * FEWEST_IN_AN_INTERSECTION;
        if (atLeast > MOST_GROUPS) {
            return Optional.of(AuditFit.problem("start.problem.tooManyGroups", atLeast, MOST_GROUPS)
                    .at("features"));
        }
        for (List<String> intersection : choice.intersections()) {
            if (intersection.size() < 2
                    || intersection.size() > MOST_IN_AN_INTERSECTION
                    || intersection.stream().distinct().count() < intersection.size()
                    || !choice.features().containsAll(intersection)) {
                return Optional.of(AuditFit.problem("start.problem.intersection", String.join(" × ", intersection))
                        .at("features"));
            }
        }
        for (Map.Entry<String, String> reference : choice.references().entrySet()) {
            if (!reference.getValue().isEmpty()
                    && feature(reference.getKey()).groups().stream()
                            .noneMatch(group -> group.value().equals(reference.getValue()))) {
                return Optional.of(AuditFit.problem("start.problem.reference", reference.getKey())
                        .at("features"));
            }
        }
        long groups = featureSets().stream().mapToLong(this::groups).sum();
        return groups > MOST_GROUPS
                ? Optional.of(AuditFit.problem("start.problem.tooManyGroups", groups, MOST_GROUPS)
                        .at("features"))
                : Optional.empty();
    }

    /** The features, in the dataset's order, each alone; then the intersections. */
    List<List<String>> featureSets() {
        List<List<String>> sets = new ArrayList<>();
        features().forEach(feature -> sets.add(List.of(feature)));
        sets.addAll(choice.intersections());
        return sets;
    }

    private List<String> features() {
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
                .orElseThrow(() -> AuditFit.problem("start.problem.features").at("features"));
    }

    /** The comparison group of one feature: the chosen one, else the largest. */
    String reference(String feature) {
        String chosen = choice.references().getOrDefault(feature, "");
        return chosen.isEmpty() ? feature(feature).groups().get(0).value() : chosen;
    }

    /** "1" where it is a value of the label, else the later of the two by name. */
    String positiveLabel() {
        return choice.positiveLabel()
                .orElseGet(() -> fit.labelValues().contains("1")
                        ? "1"
                        : fit.labelValues().get(fit.labelValues().size() - 1));
    }

    /** @throws Refusal the first problem */
    AuditPlan freeze() {
        List<Refusal> problems = problems();
        if (!problems.isEmpty()) {
            throw problems.get(0);
        }
        Map<String, String> references = new LinkedHashMap<>();
        features().forEach(feature -> references.put(feature, reference(feature)));
        DatasetSchema schema = fit.dataset().schema();
        return new AuditPlan(
                fit.task(),
                new AuditPlan.Model(
                        fit.model().id(),
                        fit.model().sha256(),
                        fit.inputs(),
                        fit.imageInput().flatMap(input -> choice.images())),
                new AuditPlan.Dataset(
                        fit.dataset().id(),
                        fit.dataset().sha256(),
                        fit.dataset().format()),
                new AuditPlan.Policy(policy.name(), policy.version(), policy.digest()),
                fit.model().isClosed() ? withAnswers(schema) : columns(Optional.empty(), Optional.empty(), schema),
                fit.isBinary()
                        ? Optional.of(new AuditPlan.Labels(
                                positiveLabel(), choice.favorableLabel().orElseGet(this::positiveLabel)))
                        : Optional.empty(),
                fit.classes(),
                fit.needsThreshold()
                        ? OptionalDouble.of(choice.threshold().orElse(USUAL_THRESHOLD))
                        : OptionalDouble.empty(),
                features(),
                choice.intersections(),
                references,
                CONFIDENCE,
                BOOTSTRAP);
    }

    /** Only what the task reads. */
    private AuditPlan.Columns withAnswers(DatasetSchema schema) {
        Optional<String> score = schema.column(ColumnRole.SCORE);
        Optional<String> prediction = schema.column(ColumnRole.PREDICTION);
        return switch (fit.task()) {
            case BINARY_CLASSIFICATION -> columns(score, prediction, schema);
            case RANKING -> columns(prediction.or(() -> score), Optional.empty(), schema);
            default -> columns(Optional.empty(), prediction, schema);
        };
    }

    private AuditPlan.Columns columns(Optional<String> score, Optional<String> prediction, DatasetSchema schema) {
        Optional<String> query = fit.task() == ModelTask.RANKING ? schema.column(ColumnRole.QUERY) : Optional.empty();
        return new AuditPlan.Columns(fit.label(), score, prediction, query);
    }
}
