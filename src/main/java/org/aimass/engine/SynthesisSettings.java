package org.aimass.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.aimass.engine.metrics.SpeechMetrics.Unit;
import org.aimass.engine.speech.Normalizer;

/**
 * What only speech synthesis asks for.
 *
 * @param language as BCP 47 has it; empty where it makes no difference
 * @param normalizer how texts and transcripts are written alike before they are compared
 * @param lowest rating there is
 * @param highest rating there is
 */
public record SynthesisSettings(Optional<String> language, Normalizer normalizer, double lowest, double highest)
        implements TaskSettings {

    /** Absolute category rating, of ITU-T P.800. */
    private static final List<Double> SCALE = List.of(1.0, 5.0);

    private static final double LARGEST = 1e6;

    static SynthesisSettings read(JobObject options) {
        Optional<String> language = SpokenLanguage.language(options);
        List<Double> scale = options.numbers("scale", -LARGEST, LARGEST, 2).orElse(SCALE);
        if (scale.size() != 2 || scale.get(0) >= scale.get(1)) {
            throw options.wrong("scale", "no two numbers in order", "the lowest and the highest rating");
        }
        return new SynthesisSettings(
                language, SpokenLanguage.normalizer(options, language), scale.get(0), scale.get(1));
    }

    /** What errors are counted in. */
    public Unit unit() {
        return SpokenLanguage.unit(language, normalizer);
    }

    @Override
    public void write(ObjectNode options) {
        language.ifPresent(it -> options.put("language", it));
        options.put("normalizer", normalizer.word());
        options.putArray("scale").add(lowest).add(highest);
    }
}
