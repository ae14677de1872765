package org.aimass.engine;

import java.util.Optional;
import org.aimass.engine.metrics.SpeechMetrics.Unit;
import org.aimass.engine.speech.Normalizer;

/** Reads in which language people speak, and how their words are written alike. */
final class SpokenLanguage {

    private static final String CHINESE = "zh";

    private SpokenLanguage() {}

    /** @throws BadInput if it is no language tag */
    static Optional<String> language(JobObject options) {
        Optional<String> language = options.text("language");
        language.filter(tag -> !tag.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")).ifPresent(tag -> {
            throw options.wrong("language", OneLine.quoted(tag), "a language tag such as \"en\" or \"zh-CN\"");
        });
        return language;
    }

    /** @throws BadInput if there is none of that name, or it is for another language */
    static Normalizer normalizer(JobObject options, Optional<String> language) {
        Normalizer normalizer = options.text("normalizer")
                .map(word -> Normalizer.of(word)
                        .orElseThrow(() -> options.wrong(
                                "normalizer", OneLine.quoted(word), "one of " + OneLine.list(Normalizer.words()))))
                .orElse(Normalizer.NONE);
        boolean chinese = language.filter(SpokenLanguage::isChinese).isPresent();
        if ((normalizer == Normalizer.WHISPER_EN && chinese)
                || (normalizer == Normalizer.ZH && language.isPresent() && !chinese)) {
            throw options.wrong("normalizer", OneLine.quoted(normalizer.word()), "one for language " + language.get());
        }
        return normalizer;
    }

    /** Nobody writes blanks between Chinese words: there errors are counted by character. */
    static Unit unit(Optional<String> language, Normalizer normalizer) {
        return normalizer == Normalizer.ZH
                        || language.filter(SpokenLanguage::isChinese).isPresent()
                ? Unit.CHARACTER
                : Unit.WORD;
    }

    private static boolean isChinese(String tag) {
        return tag.equals(CHINESE) || tag.startsWith(CHINESE + "-");
    }
}
