package org.aimass.audit.entity;

import static org.aimass.dataset.entity.ColumnRole.*;

import java.util.List;
import java.util.Set;
import org.aimass.registry.entity.ModelTask;

/** Images and texts that a model makes. */
final class GenerationTasks {

    private static final TaskPart CLUSTERED = TaskPart.of("cluster", CLUSTER);
    private static final String PERCEIVED = "attribute";
    private static final String NUMBERS = "start.problem.noNumbers";
    private static final String BEFORE_AND_AFTER = "start.problem.beforeAndAfter";

    private static final String PROMPTS = AuditedTask.PROMPTS;
    private static final int MOST_PHRASES = 200;
    private static final int MOST_NEW_TOKENS = 512;

    private GenerationTasks() {}

    static final List<AuditedTask> ALL = List.of(imageGeneration(), textGeneration());

    private static AuditedTask imageGeneration() {
        TaskForm images = TaskForm.of(
                "",
                List.of(
                        TaskPart.many("image", IMAGE).fedToFile(),
                        TaskPart.many("features", FEATURE).with(GENERATED).answered(),
                        TaskPart.of("generated", GENERATED),
                        TaskPart.answer("refused", REFUSED),
                        TaskPart.answer(PERCEIVED, ATTRIBUTE),
                        TaskPart.many("source", SOURCE).answered(),
                        TaskPart.many("output", OUTPUT).answered(),
                        TaskPart.answer("source_tone", SOURCE_TONE),
                        TaskPart.answer("output_tone", OUTPUT_TONE),
                        CLUSTERED),
                List.of(
                        TaskNeed.anyOf(
                                        "start.problem.noImagesToJudge",
                                        List.of(
                                                Set.of(FEATURE, GENERATED),
                                                Set.of(SOURCE, OUTPUT),
                                                Set.of(SOURCE_TONE, OUTPUT_TONE),
                                                Set.of(ATTRIBUTE),
                                                Set.of(REFUSED)))
                                .unlessFile(),
                        TaskNeed.fed("start.problem.noImage", IMAGE),
                        TaskNeed.beside("start.problem.noFeatures", GENERATED, FEATURE)
                                .unlessFile(),
                        TaskNeed.beside(BEFORE_AND_AFTER, SOURCE, OUTPUT),
                        TaskNeed.beside(BEFORE_AND_AFTER, OUTPUT, SOURCE),
                        TaskNeed.beside(BEFORE_AND_AFTER, SOURCE_TONE, OUTPUT_TONE),
                        TaskNeed.beside(BEFORE_AND_AFTER, OUTPUT_TONE, SOURCE_TONE)));
        return new AuditedTask(
                ModelTask.IMAGE_GENERATION,
                List.of(images),
                "",
                false,
                false,
                true,
                "start.check.images",
                List.of(TaskOption.distribution("reference_distribution").about(PERCEIVED)));
    }

    private static AuditedTask textGeneration() {
        TaskForm pairs = TaskForm.of(
                "pairs",
                List.of(
                        TaskPart.of("more", MORE),
                        TaskPart.of("less", LESS),
                        TaskPart.of("unrelated", UNRELATED),
                        TaskPart.of("direction", DIRECTION),
                        CLUSTERED),
                List.of(TaskNeed.anyOf("", List.of(Set.of(MORE, LESS))), TaskNeed.beside("", UNRELATED, CLUSTER)),
                TaskCheck.answer(MORE, TaskCheck.NUMBERS, NUMBERS),
                TaskCheck.answer(LESS, TaskCheck.NUMBERS, NUMBERS),
                TaskCheck.answer(UNRELATED, TaskCheck.NUMBERS, NUMBERS));
        TaskForm questions = TaskForm.of(
                AuditedTask.QUESTIONS,
                List.of(
                        TaskPart.of("label", LABEL),
                        TaskPart.answer("prediction", PREDICTION),
                        TaskPart.of("biased", BIASED),
                        TaskPart.of("unknown", UNKNOWN),
                        TaskPart.of("prompt", PROMPT),
                        TaskPart.of("other", OTHER).fedToFile(),
                        CLUSTERED),
                List.of(
                        TaskNeed.anyOf("", List.of(Set.of(LABEL, BIASED, UNKNOWN))),
                        TaskNeed.answer("", PREDICTION),
                        TaskNeed.fed("", PROMPT)));
        TaskForm prompts = TaskForm.of(
                PROMPTS,
                List.of(
                        TaskPart.of("prompt", PROMPT),
                        TaskPart.answer("answer", ANSWER),
                        TaskPart.answer("toxic", TOXIC),
                        TaskPart.answer("refused", REFUSED),
                        TaskPart.answer("sentiment", SENTIMENT),
                        CLUSTERED),
                List.of(TaskNeed.answer("", TOXIC, REFUSED, SENTIMENT, ANSWER), TaskNeed.fed("", PROMPT)));
        TaskForm exchanged = TaskForm.of(
                        AuditedTask.EXCHANGED,
                        List.of(
                                TaskPart.answer("score", SCORE),
                                TaskPart.answer("counterfactual", COUNTERFACTUAL),
                                TaskPart.answer("text", TEXT),
                                TaskPart.answer("exchanged", EXCHANGED),
                                TaskPart.of("text", TEXT).fedToFile(),
                                TaskPart.of("counterfactual", EXCHANGED).fedToFile(),
                                CLUSTERED),
                        List.of(
                                TaskNeed.anyOf("", List.of(Set.of(SCORE, COUNTERFACTUAL)))
                                        .unlessFile(),
                                TaskNeed.fed("", TEXT, EXCHANGED)))
                .withThreshold();
        return new AuditedTask(
                ModelTask.TEXT_GENERATION,
                List.of(pairs, questions, prompts, exchanged),
                "start.problem.noTexts",
                false,
                false,
                true,
                "start.check.texts",
                List.of(
                        TaskOption.word(
                                AuditedTask.PROTOCOL, "pairs", AuditedTask.QUESTIONS, PROMPTS, AuditedTask.EXCHANGED),
                        TaskOption.word(AuditedTask.ANSWERING, "likelihood", AuditedTask.GREEDY)
                                .in(AuditedTask.QUESTIONS)
                                .ofFilesAlone(),
                        TaskOption.texts(AuditedTask.REFUSAL_PHRASES, MOST_PHRASES)
                                .in(PROMPTS),
                        TaskOption.whole("max_new_tokens", "32", 1, MOST_NEW_TOKENS)
                                .in(PROMPTS, AuditedTask.QUESTIONS)
                                .ofFilesAlone(),
                        TaskOption.flag("stop_at_line_break")
                                .in(PROMPTS, AuditedTask.QUESTIONS)
                                .ofFilesAlone(),
                        TaskOption.examples().in(PROMPTS, AuditedTask.QUESTIONS, AuditedTask.EXCHANGED)));
    }
}
