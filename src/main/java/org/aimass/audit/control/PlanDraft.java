package org.aimass.audit.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.AuditPolicy;
import org.aimass.audit.entity.TaskForm;
import org.aimass.audit.entity.TaskOptions;
import org.aimass.registry.entity.ImagePreparation;
import org.aimass.registry.entity.ImageShape;
import org.aimass.registry.entity.ModelSignature;
import org.aimass.shared.Refusal;

/** An auditor's choice on its way to a frozen plan: checked against the data, defaults filled in. */
record PlanDraft(AuditFit fit, AuditChoice choice, AuditPolicy policy, MeasuringModels measuring) {

    /** The field's usual confidence; tests are held against half of the rest on each side. */
    static final double CONFIDENCE = 0.95;

    static final AuditPlan.Bootstrap BOOTSTRAP = new AuditPlan.Bootstrap(1000, 7);

    private static final double USUAL_THRESHOLD = 0.5;

    PlanDraft(AuditFit fit, AuditChoice choice, AuditPolicy policy) {
        this(fit, choice, policy, MeasuringModels.NONE);
    }

    /** What stands against the choice, each at its field; first of all what stands against model and dataset. */
    List<Refusal> problems() {
        List<Refusal> problems = new ArrayList<>(fit.problems());
        if (!problems.isEmpty()) {
            return problems;
        }
        if (!policy.tasks().contains(fit.task())) {
            problems.add(AuditFit.problem("start.problem.policy").at("policy"));
        }
        if (options().problems().isEmpty() && instruments().evaluatorProblem().isEmpty() && !hasNeedsOfPolicy()) {
            problems.add(AuditFit.problem("start.problem.policyNeeds").at("policy"));
        }
        if (policy.needsScores() && !fit.hasScores()) {
            problems.add(AuditFit.problem("start.problem.needsScores").at("policy"));
        }
        groups().problem().or(() -> groups().ofObjects(policy)).ifPresent(problems::add);
        if (choice.threshold().isPresent()
                && !(choice.threshold().getAsDouble() >= 0 && choice.threshold().getAsDouble() <= 1)) {
            problems.add(AuditFit.problem("start.problem.threshold").at("threshold"));
        }
        checkLabel(choice.positiveLabel(), "positive").ifPresent(problems::add);
        checkLabel(choice.favorableLabel(), "favorable").ifPresent(problems::add);
        checkImages().ifPresent(problems::add);
        problems.addAll(instruments().problems());
        problems.addAll(options().problems());
        return problems;
    }

    PlanGroups groups() {
        return new PlanGroups(fit, choice);
    }

    private PlanOptions options() {
        return new PlanOptions(fit, choice);
    }

    private TaskForm form() {
        return fit.form(options().options());
    }

    private PlanInstruments instruments() {
        return new PlanInstruments(fit, options(), measuring, choice.measuring().sought());
    }

    /** Whether all is there that the policy measures: columns tell it, or the models do. */
    private boolean hasNeedsOfPolicy() {
        Set<String> there = new HashSet<>(instruments().columns().byPart().keySet());
        there.addAll(instruments().told());
        return there.containsAll(policy.needs());
    }

    private Optional<Refusal> checkLabel(Optional<String> chosen, String field) {
        return chosen.filter(label -> fit.isBinary() && !fit.labelValues().contains(label))
                .map(label -> AuditFit.problem("start.problem.positive").at(field));
    }

    /** Images come as the model takes them, as far as its signature says what it takes. */
    private Optional<Refusal> checkImages() {
        Optional<ModelSignature.Tensor> input = fit.imageInput();
        if (input.isEmpty()) {
            return Optional.empty();
        }
        Optional<ImagePreparation> said = fit.saidImages();
        if (said.isPresent() && choice.images().isPresent() && !choice.images().equals(said)) {
            return Optional.of(AuditFit.problem("start.problem.saidImages").at("images"));
        }
        if (images().isEmpty()) {
            return Optional.of(AuditFit.problem("start.problem.noImages").at("images"));
        }
        ImagePreparation images = images().get();
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

    /** As the version says, which was registered so; else as the auditor does. */
    private Optional<ImagePreparation> images() {
        return fit.saidImages().or(choice::images);
    }

    private boolean needsThreshold() {
        return fit.needsThreshold(form()) || instruments().needThreshold();
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
        TaskOptions options = options().options();
        return new AuditPlan(
                fit.task(),
                instruments()
                        .plan(fit.model()
                                .feed()
                                .settings()
                                .with(fit.imageInput().flatMap(input -> images()))),
                new AuditPlan.Dataset(
                        fit.dataset().id(),
                        fit.dataset().sha256(),
                        fit.dataset().format(),
                        fit.rows()),
                new AuditPlan.Policy(policy.name(), policy.version(), policy.digest()),
                instruments().columns(),
                fit.isBinary()
                        ? Optional.of(new AuditPlan.Labels(
                                positiveLabel(), choice.favorableLabel().orElseGet(this::positiveLabel)))
                        : Optional.empty(),
                options,
                needsThreshold()
                        ? OptionalDouble.of(choice.threshold().orElse(USUAL_THRESHOLD))
                        : OptionalDouble.empty(),
                groups().features(),
                choice.intersections(),
                groups().references(),
                choice.controls(),
                CONFIDENCE,
                BOOTSTRAP);
    }
}
