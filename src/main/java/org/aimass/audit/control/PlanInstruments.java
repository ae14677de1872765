package org.aimass.audit.control;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.AuditedTask;
import org.aimass.audit.entity.PlanColumns;
import org.aimass.audit.entity.TaskForm;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.registry.entity.CompanionKind;
import org.aimass.registry.entity.ModelFeed;
import org.aimass.registry.entity.ModelSettings;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;

/** The models that an auditor chose to measure with: checked, and as a plan freezes them. */
record PlanInstruments(AuditFit fit, PlanOptions options, MeasuringModels models, SoughtAnswer sought) {

    /** What tells of a synthesized voice without anybody who listens to it. */
    private static final List<Set<ColumnRole>> TOLD = List.of(
            Set.of(ColumnRole.RATING),
            Set.of(ColumnRole.TEXT, ColumnRole.TRANSCRIPT),
            Set.of(ColumnRole.AUDIO, ColumnRole.REFERENCE_AUDIO),
            Set.of(ColumnRole.EMBEDDING, ColumnRole.REFERENCE_EMBEDDING));

    /** The parts that say how a language model answered. */
    private static final Set<String> JUDGED = Set.of("toxic", "refused", "sentiment");

    /** Each at its field. */
    List<Refusal> problems() {
        List<Refusal> problems = new ArrayList<>();
        evaluatorProblem().or(this::soughtProblem).ifPresent(problems::add);
        models.speaker()
                .filter(version -> !fit.comparesVoices() || !ComparedVoices.takes(version))
                .ifPresent(version ->
                        problems.add(AuditFit.problem("start.problem.speaker").at("speaker")));
        models.sentiment()
                .filter(version -> !judgesAnswers() || !new TextJudge(version).tellsSentiment())
                .ifPresent(version ->
                        problems.add(AuditFit.problem("start.problem.sentiment").at("sentiment")));
        return problems;
    }

    /** Whether answers to prompts are there to be judged, and the plan is about them. */
    private boolean judgesAnswers() {
        return fit.answersPrompts() && isEvaluated();
    }

    /** What measures is there where it has to be, and is of the right kind. */
    Optional<Refusal> evaluatorProblem() {
        Optional<Evaluation> asked = fit.evaluation().filter(evaluation -> isEvaluated());
        boolean silent = asked.isPresent()
                && models.evaluator().isEmpty()
                && (asked.get().required() || !isTold());
        boolean wrong = models.evaluator().isPresent()
                && asked.filter(evaluation ->
                                evaluation.takes(models.evaluator().get()))
                        .isEmpty();
        String texts = fit.task() == ModelTask.TEXT_GENERATION ? ".texts" : "";
        return silent || wrong
                ? Optional.of(
                        AuditFit.problem((silent ? "start.problem.noEvaluator" : "start.problem.evaluator") + texts)
                                .at("evaluator"))
                : Optional.empty();
    }

    private Optional<Refusal> soughtProblem() {
        return judge().isPresent()
                ? judge().get().problem(sought)
                : sought.field().map(field -> AuditFit.problem("start.problem.sought.alone")
                        .at(field));
    }

    /** What scores texts: the audited model itself, or what says how toxic its answers are; empty where no model does. */
    private Optional<TextJudge> judge() {
        return readsExchanged() ? Optional.of(new TextJudge(fit.model())) : evaluating();
    }

    private boolean readsExchanged() {
        return ExchangedNames.areReadBy(fit.model(), fit.dataset());
    }

    private Optional<TextJudge> evaluating() {
        return fit.task() == ModelTask.TEXT_GENERATION ? models.evaluator().map(TextJudge::new) : Optional.empty();
    }

    /** Whether a number of a judge decides, from a threshold on. */
    boolean needThreshold() {
        return evaluating().filter(TextJudge::answersWithNumbers).isPresent();
    }

    private boolean isPrompts() {
        return fit.form(options.options()).name().equals(AuditedTask.PROMPTS);
    }

    /** Of language models nothing but their answers to prompts. */
    private boolean isEvaluated() {
        return fit.task() != ModelTask.TEXT_GENERATION || !options.problems().isEmpty() || isPrompts();
    }

    /** Whether something is told without an evaluator. */
    private boolean isTold() {
        return fit.task() == ModelTask.TEXT_GENERATION
                ? !options.problems().isEmpty()
                        || columns().byPart().keySet().stream().anyMatch(JUDGED::contains)
                        || !told().isEmpty()
                : TOLD.stream().anyMatch(this::tells);
    }

    private boolean tells(Set<ColumnRole> roles) {
        return roles.stream()
                .allMatch(role -> fit.dataset().schema().column(role).isPresent());
    }

    /** What another model or an option tells, no column says. */
    PlanColumns columns() {
        TaskForm form = fit.form(options.options());
        Map<String, List<String>> columns = new LinkedHashMap<>(
                form.columns(fit.dataset().schema(), fit.model().isClosed()));
        columns.keySet().removeAll(told());
        return new PlanColumns(columns);
    }

    /** The parts that no column plays, for another model was chosen, or words that tell refusals. */
    Set<String> told() {
        Set<String> told = new HashSet<>();
        if (models.evaluator().isPresent()) {
            fit.evaluation().map(Evaluation::part).ifPresent(told::add);
        }
        if (options.options().find(AuditedTask.REFUSAL_PHRASES).isPresent()) {
            told.add("refused");
        }
        if (models.speaker().isPresent()) {
            told.addAll(ComparedVoices.TOLD);
        }
        if (models.sentiment().isPresent()) {
            told.add("sentiment");
        }
        return told;
    }

    /** @param settings how the audited model is fed and read */
    AuditPlan.Model plan(ModelSettings settings) {
        return new AuditPlan.Model(
                fit.model().id(),
                fit.model().sha256(),
                fit.inputs(),
                readsExchanged() ? new TextJudge(fit.model()).settings(sought) : settings,
                digests(fit.model().feed()),
                models.evaluator()
                        .map(version -> measuring(
                                version,
                                evaluating()
                                        .map(it -> it.settings(sought))
                                        .orElse(version.feed().settings()))),
                models.speaker()
                        .map(version -> measuring(version, version.feed().settings())),
                models.sentiment()
                        .map(version -> measuring(version, version.feed().settings())),
                sought.label());
    }

    private static AuditPlan.Evaluator measuring(ModelVersion version, ModelSettings settings) {
        return new AuditPlan.Evaluator(version.id(), version.sha256().orElseThrow(), settings, digests(version.feed()));
    }

    private static Map<CompanionKind, Sha256Digest> digests(ModelFeed feed) {
        Map<CompanionKind, Sha256Digest> digests = new EnumMap<>(CompanionKind.class);
        feed.companions().forEach(file -> digests.put(file.kind(), file.sha256()));
        return digests;
    }
}
