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
        boolean wrong = (english && chinese) || (ofChinese && values.containsKey(LANGUAGE) && !chinese);
        return wrong ? List.of(problem("start.problem.option.normalizer", NORMALIZER)) : List.of();
    }

    /** @throws IllegalStateException while there are problems */
    TaskOptions options() {
        return TaskOptions.ofClasses(fit.classes()).and(values());
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        fit.options().forEach(option -> reading(option).value().ifPresent(value -> values.put(option.key(), value)));
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
