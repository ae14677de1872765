package org.aimass.audit.entity;

import static org.aimass.dataset.entity.ColumnRole.*;

import java.util.List;
import java.util.Set;
import org.aimass.registry.entity.ModelTask;

/** Speech that is understood, and speech that is made. */
final class SpeechTasks {

    private static final int MANY = 1_000_000;
    private static final TaskPart CLUSTERED = TaskPart.of("cluster", CLUSTER);

    private SpeechTasks() {}

    static final List<AuditedTask> ALL = List.of(recognition(), synthesis());

    private static AuditedTask recognition() {
        TaskForm snippets = TaskForm.of(
                "",
                List.of(
                        TaskPart.of("reference", REFERENCE),
                        TaskPart.answer("hypothesis", HYPOTHESIS),
                        TaskPart.of("audio", AUDIO).fedToFile(),
                        TaskPart.of("duration", DURATION),
                        CLUSTERED),
                List.of(
                        TaskNeed.of("start.problem.noReference", REFERENCE),
                        TaskNeed.answer("start.problem.noHypothesis", HYPOTHESIS),
                        TaskNeed.fed("start.problem.noAudio", AUDIO)));
        return new AuditedTask(
                ModelTask.SPEECH_RECOGNITION,
                List.of(snippets),
                "",
                false,
                false,
                true,
                "start.check.snippets",
                List.of(
                        TaskOption.language(),
                        TaskOption.word("normalizer", "none", "whisper_en", "zh"),
                        TaskOption.whole("duration_bins", "10", 2, 100),
                        TaskOption.examples()));
    }

    private static AuditedTask synthesis() {
        TaskForm rows = TaskForm.of(
                "",
                List.of(
                        TaskPart.of("text", TEXT),
                        TaskPart.answer("transcript", TRANSCRIPT),
                        TaskPart.of("utterance", UTTERANCE),
                        TaskPart.of("rating", RATING),
                        TaskPart.of("listener", LISTENER),
                        TaskPart.answer("audio", AUDIO),
                        TaskPart.of("reference_audio", REFERENCE_AUDIO),
                        TaskPart.answer("embedding", EMBEDDING),
                        TaskPart.answer("reference_embedding", REFERENCE_EMBEDDING),
                        CLUSTERED),
                List.of(
                        TaskNeed.anyOf(
                                        "start.problem.noVoice",
                                        List.of(
                                                Set.of(RATING),
                                                Set.of(TEXT, TRANSCRIPT),
                                                Set.of(TEXT, AUDIO),
                                                Set.of(AUDIO, REFERENCE_AUDIO),
                                                Set.of(EMBEDDING, REFERENCE_EMBEDDING)))
                                .unlessFile(),
                        TaskNeed.fed("start.problem.noText", TEXT),
                        TaskNeed.beside("start.problem.noVoice", TRANSCRIPT, TEXT),
                        TaskNeed.beside("start.problem.noRating", LISTENER, RATING),
                        TaskNeed.beside("start.problem.noVoice", REFERENCE_AUDIO, AUDIO)
                                .unlessFile(),
                        TaskNeed.beside("start.problem.noVoice", EMBEDDING, REFERENCE_EMBEDDING),
                        TaskNeed.beside("start.problem.noVoice", REFERENCE_EMBEDDING, EMBEDDING)));
        return new AuditedTask(
                ModelTask.SPEECH_SYNTHESIS,
                List.of(rows),
                "",
                false,
                false,
                true,
                "start.check.voices",
                List.of(
                        TaskOption.language(),
                        TaskOption.word("normalizer", "none", "whisper_en", "zh"),
                        TaskOption.range("scale", "1 5", MANY)));
    }
}
