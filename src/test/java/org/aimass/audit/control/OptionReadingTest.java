package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.audit.entity.AuditedTask;
import org.aimass.audit.entity.TaskOption;
import org.aimass.registry.entity.ModelTask;
import org.junit.jupiter.api.Test;

/** What is typed into the form of a plan, and what a program sends, come to the same. */
class OptionReadingTest {

    private static TaskOption option(ModelTask task, String key) {
        return AuditedTask.find(task).orElseThrow().options().stream()
                .filter(option -> option.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static final TaskOption TARGETS = option(ModelTask.FACE_VERIFICATION, "target_fmr");
    private static final TaskOption RANKS = option(ModelTask.FACE_IDENTIFICATION, "rank");
    private static final TaskOption BINS = option(ModelTask.SPEECH_RECOGNITION, "duration_bins");
    private static final TaskOption LANGUAGE = option(ModelTask.SPEECH_RECOGNITION, "language");
    private static final TaskOption SCALE = option(ModelTask.SPEECH_SYNTHESIS, "scale");
    private static final TaskOption SHARES = option(ModelTask.IMAGE_GENERATION, "reference_distribution");

    private static Optional<Object> read(TaskOption option, Object given) {
        OptionReading reading = OptionReading.of(option, given, option.words());
        assertEquals(reading.isWrong(), reading.value().isEmpty() && !OptionReading.isNothing(given));
        return reading.value();
    }

    private static void assertWrong(TaskOption option, Object... given) {
        for (Object each : given) {
            assertTrue(OptionReading.of(option, each, option.words()).isWrong(), each::toString);
        }
    }

    @Test
    void numbersAreTypedWithBlanksOrSentAsAList() {
        assertEquals(Optional.of(List.of(0.001, 0.25)), read(TARGETS, " 0.001, 0.25 "));
        assertEquals(Optional.of(List.of(0.001, 0.25)), read(TARGETS, List.of(0.001, 0.25)));
        assertEquals(Optional.of(List.of(0.0001)), read(TARGETS, 1e-4));
        assertEquals(Optional.of(List.of(1.0, 20.0)), read(RANKS, "1 20"));
        assertEquals(Optional.of(12.0), read(BINS, "12"));
        assertEquals(Optional.of(List.of(-2.0, 2.0)), read(SCALE, "-2 2"));
        assertWrong(TARGETS, "0", "1", "0.1 0.1", "x", "0.1 0.2 0.3 0.4 0.5 0.6", List.of("a"), Map.of("a", 1), true);
        assertWrong(RANKS, "0", "1.5", "1000001");
        assertWrong(BINS, "1", "101", "3 4");
        assertWrong(SCALE, "5 1", "1", "1 2 3");
    }

    @Test
    void sharesStandOneALineAndAreOneTogether() {
        assertEquals(Optional.of(Map.of("men", 0.25, "women: all", 0.75)), read(SHARES, "men: 0.25\nwomen: all: 0.75"));
        assertEquals(Optional.of(Map.of("men", 0.25, "women", 0.75)), read(SHARES, Map.of("men", 0.25, "women", 0.75)));
        assertEquals(Optional.empty(), read(SHARES, " "));
        assertWrong(SHARES, "men: 0.5", "men", "men: 0.5\nmen: 0.5", "men: -1\nwomen: 2", "men: x", ": 1");
    }

    @Test
    void wordsAreChosenAndLanguagesAreTags() {
        TaskOption normalizer = option(ModelTask.SPEECH_RECOGNITION, "normalizer");
        assertEquals(Optional.of("whisper_en"), read(normalizer, "whisper_en"));
        assertWrong(normalizer, "other", 3);
        assertEquals(Optional.of("zh-CN"), read(LANGUAGE, "zh-CN"));
        assertWrong(LANGUAGE, "Chinese", "e");
        TaskOption features = option(ModelTask.BINARY_CLASSIFICATION, "identity_features");
        assertEquals(
                Optional.of(List.of("who")),
                OptionReading.of(features, List.of("who"), List.of("who", "how"))
                        .value());
        assertTrue(OptionReading.of(features, List.of("age"), List.of("who", "how"))
                .isWrong());
    }
}
