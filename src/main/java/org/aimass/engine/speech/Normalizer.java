package org.aimass.engine.speech;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How two texts are written alike before they are compared. */
public enum Normalizer {
    /** Texts are compared as they are. */
    NONE,
    /** English, in the steps that Radford and others describe (Robust Speech Recognition via Large-Scale Weak Supervision, 2022, appendix C). */
    WHISPER_EN,
    /** Chinese: width, case, punctuation, blanks and numbers. */
    ZH;

    /** The name in job files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Normalizer> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    /** All names, in order. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Normalizer::word).toList();
    }

    public String normalize(String text) {
        return switch (this) {
            case NONE -> text;
            case WHISPER_EN -> EnglishSpelling.normalize(text);
            case ZH -> ChineseSpelling.normalize(text);
        };
    }
}
