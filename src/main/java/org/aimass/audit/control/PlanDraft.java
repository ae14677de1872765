package org.aimass.audit.control;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.AuditPolicy;
import org.aimass.audit.entity.AuditedTask;
import org.aimass.audit.entity.PlanColumns;
import org.aimass.audit.entity.TaskForm;
import org.aimass.audit.entity.TaskOptions;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.registry.entity.CompanionKind;
import org.aimass.registry.entity.ImagePreparation;
import org.aimass.registry.entity.ImageShape;
import org.aimass.registry.entity.ModelFeed;
import org.aimass.registry.entity.ModelSignature;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;

/** An auditor's choice on its way to a frozen plan: checked against the data, defaults filled in. */
record PlanDraft(
        AuditFit fit,
        AuditChoice choice,
        AuditPolicy policy,
        Optional<ModelVersion> evaluator,
        Optional<ModelVersion> speaker) {

    /** The field's usual confidence; tests are held against half of the rest on each side. */
    static final double CONFIDENCE = 0.95;

    static final AuditPlan.Bootstrap BOOTSTRAP = new AuditPlan.Bootstrap(1000, 7);

    private static final double USUAL_THRESHOLD = 0.5;

    /** What tells of a synthesized voice without anybody who listens to it. */
    private static final List<Set<ColumnRole>> TOLD = List.of(
            Set.of(ColumnRole.RATING),
            Set.of(ColumnRole.TEXT, ColumnRole.TRANSCRIPT),
            Set.of(ColumnRole.AUDIO, ColumnRole.REFERENCE_AUDIO),
            Set.of(ColumnRole.EMBEDDING, ColumnRole.REFERENCE_EMBEDDING));

    /** The parts that say how a language model answered. */
    private static final Set<String> JUDGED = Set.of("toxic", "refused", "sentiment");

    PlanDraft(AuditFit fit, AuditChoice choice, AuditPolicy policy) {
        this(fit, choice, policy, Optional.empty(), Optional.empty());
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
        if (options().problems().isEmpty() && checkEvaluator().isEmpty() && !hasNeedsOfPolicy()) {
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
        checkEvaluator().ifPresent(problems::add);
        checkSpeaker().ifPresent(problems::add);
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

    /** What another model or an option tells, no column says. */
    private PlanColumns columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>(
                form().columns(fit.dataset().schema(), fit.model().isClosed()));
        columns.keySet().removeAll(toldOtherwise());
        return new PlanColumns(columns);
    }

    /** The parts that no column plays, for another model was chosen, or words that tell refusals. */
    private Set<String> toldOtherwise() {
        Set<String> told = new HashSet<>();
        if (evaluator.isPresent()) {
            fit.evaluation().map(AuditFit.Evaluation::part).ifPresent(told::add);
        }
        if (options().options().find(AuditedTask.REFUSAL_PHRASES).isPresent()) {
            told.add("refused");
        }
        if (speaker.isPresent()) {
            told.addAll(ComparedVoices.TOLD);
        }
        return told;
    }

    /** Whether all is there that the policy measures: columns tell it, or the models do. */
    private boolean hasNeedsOfPolicy() {
        Set<String> there = new HashSet<>(columns().byPart().keySet());
        there.addAll(toldOtherwise());
        return there.containsAll(policy.needs());
    }

    private Optional<Refusal> checkLabel(Optional<String> chosen, String field) {
        return chosen.filter(label -> fit.isBinary() && !fit.labelValues().contains(label))
                .map(label -> AuditFit.problem("start.problem.positive").at(field));
    }

    /** What measures is there where it has to be, and is of the right kind. */
    private Optional<Refusal> checkEvaluator() {
        Optional<AuditFit.Evaluation> asked = fit.evaluation().filter(evaluation -> isEvaluated());
        boolean silent =
                asked.isPresent() && evaluator.isEmpty() && (asked.get().required() || !isTold());
        boolean wrong = evaluator.isPresent()
                && asked.filter(evaluation -> evaluation.takes(evaluator.get())).isEmpty();
        String texts = fit.task() == ModelTask.TEXT_GENERATION ? ".texts" : "";
        return silent || wrong
                ? Optional.of(
                        AuditFit.problem((silent ? "start.problem.noEvaluator" : "start.problem.evaluator") + texts)
                                .at("evaluator"))
                : Optional.empty();
    }

    /** Of language models nothing but their answers to prompts. */
    private boolean isEvaluated() {
        return fit.task() != ModelTask.TEXT_GENERATION
                || !options().problems().isEmpty()
                || form().name().equals(AuditedTask.PROMPTS);
    }

    /** Whether something is told without an evaluator. */
    private boolean isTold() {
        return fit.task() == ModelTask.TEXT_GENERATION
                ? !options().problems().isEmpty()
                        || columns().byPart().keySet().stream().anyMatch(JUDGED::contains)
                        || !toldOtherwise().isEmpty()
                : TOLD.stream().anyMatch(this::tells);
    }

    /** What compares voices tells them apart, and has two to compare. */
    private Optional<Refusal> checkSpeaker() {
        return speaker.filter(version -> !fit.comparesVoices() || !ComparedVoices.takes(version))
                .map(version -> AuditFit.problem("start.problem.speaker").at("speaker"));
    }

    private boolean tells(Set<ColumnRole> roles) {
        return roles.stream()
                .allMatch(role -> fit.dataset().schema().column(role).isPresent());
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

    private AuditPlan.Model model() {
        ModelFeed feed = fit.model().feed();
        return new AuditPlan.Model(
                fit.model().id(),
                fit.model().sha256(),
                fit.inputs(),
                feed.settings().with(fit.imageInput().flatMap(input -> images())),
                digests(feed),
                evaluator.map(PlanDraft::measuring),
                speaker.map(PlanDraft::measuring));
    }

    private static AuditPlan.Evaluator measuring(ModelVersion version) {
        return new AuditPlan.Evaluator(
                version.id(), version.sha256().orElseThrow(), version.feed().settings(), digests(version.feed()));
    }

    private static Map<CompanionKind, Sha256Digest> digests(ModelFeed feed) {
        Map<CompanionKind, Sha256Digest> digests = new EnumMap<>(CompanionKind.class);
        feed.companions().forEach(file -> digests.put(file.kind(), file.sha256()));
        return digests;
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
                model(),
                new AuditPlan.Dataset(
                        fit.dataset().id(),
                        fit.dataset().sha256(),
                        fit.dataset().format(),
                        fit.rows()),
                new AuditPlan.Policy(policy.name(), policy.version(), policy.digest()),
                columns(),
                fit.isBinary()
                        ? Optional.of(new AuditPlan.Labels(
                                positiveLabel(), choice.favorableLabel().orElseGet(this::positiveLabel)))
                        : Optional.empty(),
                options,
                fit.needsThreshold(form())
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
