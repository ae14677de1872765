package org.aimass.audit.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.audit.entity.AuditedTask;
import org.aimass.audit.entity.TaskPart;
import org.aimass.web.Wording;

/** What a plan says of its task alone, in the reader's words: its options and the parts that columns play. */
@Named("optionText")
@ApplicationScoped
public class OptionText {

    /** Of a vector no more columns than these are named. */
    private static final int MOST_NAMED = 4;

    @Inject
    AuditText text;

    /** One line of a plan: what it is called and what it is. */
    public record Line(String name, String value) {}

    /** The options, in the order of their keys; words in the reader's language. */
    public List<Line> of(AuditPlan plan) {
        List<Line> lines = new ArrayList<>();
        plan.options()
                .asked()
                .forEach((key, value) -> lines.add(new Line(text.say("option." + key), value(plan, key, value))));
        return lines;
    }

    private String value(AuditPlan plan, String key, Object value) {
        boolean word = AuditedTask.find(plan.task()).stream()
                .flatMap(task -> task.options().stream())
                .anyMatch(option -> option.key().equals(key) && option.words().contains(String.valueOf(value)));
        return word ? text.say("option." + key + "." + value) : typed(value).replace("\n", text.say("list.separator"));
    }

    /** The threshold with all its digits; empty text where nothing is decided by one. */
    public String threshold(AuditPlan plan) {
        return plan.threshold().isPresent() ? typed(plan.threshold().getAsDouble()) : "";
    }

    /** Which columns play which parts, in the order of the task. */
    public List<Line> columns(AuditPlan plan) {
        List<Line> lines = new ArrayList<>();
        for (TaskPart part :
                AuditedTask.find(plan.task()).map(AuditedTask::parts).orElse(List.of())) {
            List<String> columns = plan.columns().byPart().getOrDefault(part.key(), List.of());
            if (!columns.isEmpty()) {
                String role = "role." + part.roles().get(0);
                lines.add(new Line(Wording.text("dataset", role, AuditText.locale()), names(columns)));
            }
        }
        return lines;
    }

    private String names(List<String> columns) {
        return columns.size() <= MOST_NAMED
                ? text.list(columns)
                : text.say("plan.columns.many", columns.get(0), columns.get(columns.size() - 1), columns.size());
    }

    /** As a form has it: numbers with blanks between, texts and shares a line each. */
    static String typed(Object value) {
        if (value instanceof List<?> list) {
            boolean texts = list.stream().allMatch(String.class::isInstance);
            return list.stream().map(OptionText::typed).collect(Collectors.joining(texts ? "\n" : " "));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + typed(entry.getValue()))
                    .collect(Collectors.joining("\n"));
        }
        return value instanceof Double number
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : value.toString();
    }
}
