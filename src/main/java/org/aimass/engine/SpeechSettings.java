package org.aimass.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.aimass.engine.metrics.SpeechMetrics.Unit;
import org.aimass.engine.speech.Normalizer;

/**
 * What only speech recognition asks for.
 *
 * @param language as BCP 47 has it; empty where it makes no difference
 * @param normalizer how references and answers are written alike before they are compared
 * @param durationBins into how many bins durations are cut to compare snippets of like duration
 * @param examples how many of the snippets that were understood worst are told
 */
public record SpeechSettings(Optional<String> language, Normalizer normalizer, int durationBins, int examples)
        implements TaskSettings {

    private static final int BINS = 10;
    private static final int MOST_BINS = 100;
    private static final int MOST_EXAMPLES = 100;

    static SpeechSettings read(JobObject options) {
        Optional<String> language = SpokenLanguage.language(options);
        return new SpeechSettings(
                language,
                SpokenLanguage.normalizer(options, language),
                options.integer("duration_bins", 2, MOST_BINS)
                        .orElse((long) BINS)
                        .intValue(),
                options.integer("examples", 0, MOST_EXAMPLES).orElse(0L).intValue());
    }

    /** What errors are counted in. */
    public Unit unit() {
        return SpokenLanguage.unit(language, normalizer);
    }

    @Override
    public void write(ObjectNode options) {
        language.ifPresent(it -> options.put("language", it));
        options.put("normalizer", normalizer.word());
        options.put("duration_bins", durationBins);
        options.put("examples", examples);
    }
}
