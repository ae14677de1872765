package org.aimass.audit.entity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aimass.registry.entity.ModelTask;

/**
 * What tells one task from the others when it is audited: what a dataset must bring and in which forms, and what the form of a plan asks.
 *
 * @param forms in which a dataset may come; at least one
 * @param noForm the key of what to say where there are several and the dataset has none of them
 * @param fedByColumns whether columns without a part feed a model's file; otherwise those of parts do
 * @param sharesOfPeople whether what is measured are shares of people, whose spread follows from their size
 * @param comparesPeople whether groups rest on different people, unless a column says otherwise; items of a ranking compete for the
 *     places of one list
 * @param check the key of what the form says of a dataset that fits
 * @param options what the form of a plan asks
 */
public record AuditedTask(
        ModelTask task,
        List<TaskForm> forms,
        String noForm,
        boolean fedByColumns,
        boolean sharesOfPeople,
        boolean comparesPeople,
        String check,
        List<TaskOption> options) {

    /** The form of language models is an option of theirs. */
    public static final String PROTOCOL = "protocol";
    /** The form in which a language model's answers to prompts are judged. */
    public static final String PROMPTS = "prompts";
    /** The form in which a language model answers questions, or chooses among answers. */
    public static final String QUESTIONS = "question_answering";
    /** The form in which texts are scored before and after a name is exchanged. */
    public static final String EXCHANGED = "counterfactual";
    /** How a model answers questions, as an option of that form. */
    public static final String ANSWERING = "answering";
    /** In its own words, as a word of that option. */
    public static final String GREEDY = "greedy";
    /** The options of answers in a model's own words. */
    public static final List<String> DECODING = List.of("max_new_tokens", "stop_at_line_break");
    /** What a refusal begins with, as an option of that form. */
    public static final String REFUSAL_PHRASES = "refusal_phrases";

    private static final Map<ModelTask, AuditedTask> ALL = Stream.of(
                    ClassicTasks.ALL, FaceTasks.ALL, SpeechTasks.ALL, GenerationTasks.ALL, ObjectTasks.ALL)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(AuditedTask::task, Function.identity()));

    /** The parts of all forms, each once. */
    public List<TaskPart> parts() {
        Map<String, TaskPart> parts = new LinkedHashMap<>();
        forms.forEach(form -> form.parts().forEach(part -> parts.putIfAbsent(part.key(), part)));
        return List.copyOf(parts.values());
    }

    /** Options that nobody is asked: where the answers are that the dataset brings. */
    public Map<String, String> given(boolean closed) {
        return closed && ObjectTasks.ALL.contains(this) ? ObjectTasks.GIVEN : Map.of();
    }

    /** Empty for a task that the portal does not audit yet. */
    public static Optional<AuditedTask> find(ModelTask task) {
        return Optional.ofNullable(ALL.get(task));
    }
}
