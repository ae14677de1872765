package org.aimass.audit.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.audit.entity.AuditedTask;
import org.aimass.audit.entity.TaskOption;
import org.aimass.audit.entity.TaskOptions;
import org.aimass.shared.Refusal;

/** What an auditor chose of the task's own options: checked, and filled in with what is usual. */
record PlanOptions(AuditFit fit, AuditChoice choice) {

    private static final String NORMALIZER = "normalizer";
    /** How many keypoints the people of the COCO challenge have. */
    private static final int OF_COCO = 17;

    private static final String LANGUAGE = "language";

    /** Each at {@code options.} and its key. */
    List<Refusal> problems() {
        List<Refusal> problems = new ArrayList<>();
        List<String> known = fit.options().stream().map(TaskOption::key).toList();
        choice.options().keySet().stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .forEach(key -> problems.add(problem("start.problem.option.unknown", key, key)));
        for (TaskOption option : fit.options()) {
            if (reading(option).isWrong()) {
                problems.add(problem(
                        "start.problem.option." + option.kind(),
                        option.key(),
                        option.many(),
                        option.least(),
                        option.most()));
            }
        }
        return problems.isEmpty() ? together() : problems;
    }

    /** Words are written alike by the rules of their language. */
    private List<Refusal> together() {
        Map<String, Object> values = values();
        boolean chinese = String.valueOf(values.get(LANGUAGE)).matches("zh(-.*)?");
        boolean english = "whisper_en".equals(values.get(NORMALIZER));
        boolean ofChinese = "zh".equals(values.get(NORMALIZER));
        Optional<Refusal> sigmas = sigmas(values);
        if (sigmas.isPresent()) {
            return List.of(sigmas.get());
        }
        if (values.containsKey(AuditedTask.REFUSAL_PHRASES) && !fit.answersPrompts()) {
            return List.of(problem("start.problem.noAnswerColumn", AuditedTask.REFUSAL_PHRASES));
        }
        boolean wrong = (english && chinese) || (ofChinese && values.containsKey(LANGUAGE) && !chinese);
        return wrong ? List.of(problem("start.problem.option.normalizer", NORMALIZER)) : List.of();
    }

    /** Each keypoint of the dataset has its own. */
    private Optional<Refusal> sigmas(Map<String, Object> values) {
        boolean asked = fit.options().stream().anyMatch(option -> option.key().equals(TaskOption.SIGMAS));
        int given = values.get(TaskOption.SIGMAS) instanceof List<?> list ? list.size() : OF_COCO;
        return fit.dataset()
                .profile()
                .annotations()
                .filter(there -> asked && there.keypoints() != given)
                .map(there -> problem("start.problem.sigmas", TaskOption.SIGMAS, there.keypoints()));
    }

    /** @throws IllegalStateException while there are problems */
    TaskOptions options() {
        return TaskOptions.ofClasses(fit.classes()).and(values()).and(fit.given());
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        fit.options().forEach(option -> reading(option).value().ifPresent(value -> values.put(option.key(), value)));
        List<TaskOption> unasked = fit.options().stream()
                .filter(option -> !fit.asks(option, fit.form(new TaskOptions(values))))
                .toList();
        unasked.forEach(option -> values.remove(option.key()));
        if (AuditedTask.QUESTIONS.equals(values.get(AuditedTask.PROTOCOL))
                && !AuditedTask.GREEDY.equals(values.get(AuditedTask.ANSWERING))) {
            AuditedTask.DECODING.forEach(values::remove);
        }
        return values;
    }

    private OptionReading reading(TaskOption option) {
        Object given = Optional.ofNullable(choice.options().get(option.key()))
                .filter(chosen -> !OptionReading.isNothing(chosen))
                .orElseGet(() -> usual(option));
        List<String> words = option.kind() == TaskOption.Kind.FEATURES ? choice.features() : fit.words(option);
        return OptionReading.of(option, given, words);
    }

    private String usual(TaskOption option) {
        return option.key().equals(AuditedTask.PROTOCOL) ? fit.words(option).get(0) : option.usual();
    }

    private static Refusal problem(String key, String option, Object... arguments) {
        return AuditFit.problem(key, arguments).at("options." + option);
    }
}
