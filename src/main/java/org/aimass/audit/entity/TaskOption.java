package org.aimass.audit.entity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the form of a plan asks for one task alone.
 *
 * @param key in the job's {@code options}
 * @param usual what the form begins with, as it is typed; empty where nothing is usual
 * @param least of its numbers
 * @param most of its numbers
 * @param many how many numbers there may be
 * @param words to choose from; none where it is no choice
 * @param forms of the task in which it is asked; none for all
 * @param ofFiles whether it is asked of models with a file alone
 * @param about the part that columns must play for it to mean something; empty where none has to
 */
public record TaskOption(
        String key,
        Kind kind,
        String usual,
        double least,
        double most,
        int many,
        List<String> words,
        Set<String> forms,
        boolean ofFiles,
        Optional<String> about) {

    /** How it is written. */
    public enum Kind {
        /** one of some words */
        WORD,
        /** a tag such as {@code en} or {@code zh-CN} */
        LANGUAGE,
        /** a whole number */
        WHOLE,
        /** whole numbers */
        WHOLES,
        /** numbers above 0 and below 1 */
        SHARES,
        /** numbers, ascending */
        RISING,
        /** whole numbers, ascending */
        RISING_WHOLES,
        /** numbers, some of which may be the same */
        NUMBERS,
        /** the lowest and the highest number */
        RANGE,
        /** shares by name that add up to 1 */
        DISTRIBUTION,
        /** texts, a line each */
        TEXTS,
        /** some of the features that are compared by */
        FEATURES
    }

    /** One number for each keypoint of the dataset. */
    public static final String SIGMAS = "sigmas";

    /** How many rows are quoted. */
    public static final String EXAMPLES = "examples";

    private static final String NO = "false";
    private static final String YES = "true";
    private static final int FEW = 5;
    private static final int SOME = 100;

    private TaskOption(String key, Kind kind, String usual, double least, double most, int many, List<String> words) {
        this(key, kind, usual, least, most, many, words, Set.of(), false, Optional.empty());
    }

    /** The same, asked in some of the task's forms alone. */
    TaskOption in(String... some) {
        return new TaskOption(key, kind, usual, least, most, many, words, Set.of(some), ofFiles, about);
    }

    /** The same, asked of models with a file alone. */
    TaskOption ofFilesAlone() {
        return new TaskOption(key, kind, usual, least, most, many, words, forms, true, about);
    }

    /** The same, asked where columns play this part. */
    TaskOption about(String part) {
        return new TaskOption(key, kind, usual, least, most, many, words, forms, ofFiles, Optional.of(part));
    }

    /**
     * @param closed whether the model brings no file
     * @param parts that columns play
     */
    public boolean isAsked(String form, boolean closed, Set<String> parts) {
        return (forms.isEmpty() || forms.contains(form))
                && !(ofFiles && closed)
                && about.map(parts::contains).orElse(true);
    }

    static TaskOption texts(String key, int many) {
        return new TaskOption(key, Kind.TEXTS, "", 0, 0, many, List.of());
    }

    static TaskOption word(String key, String... words) {
        return new TaskOption(key, Kind.WORD, words[0], 0, 0, 1, List.of(words));
    }

    /** Yes or no, which the engine reads as such; no where nobody says it. */
    static TaskOption flag(String key) {
        return word(key, NO, YES);
    }

    /** Whether its words are yes and no. */
    public boolean isFlag() {
        return words.equals(List.of(NO, YES));
    }

    static TaskOption language() {
        return new TaskOption("language", Kind.LANGUAGE, "", 0, 0, 1, List.of());
    }

    static TaskOption whole(String key, String usual, double least, double most) {
        return new TaskOption(key, Kind.WHOLE, usual, least, most, 1, List.of());
    }

    static TaskOption examples() {
        return whole(EXAMPLES, "20", 0, SOME);
    }

    static TaskOption wholes(String key, String usual, double most, int many) {
        return new TaskOption(key, Kind.WHOLES, usual, 1, most, many, List.of());
    }

    static TaskOption shares(String key, String usual) {
        return new TaskOption(key, Kind.SHARES, usual, 0, 1, FEW, List.of());
    }

    static TaskOption rising(String key, String usual, double least, double most, int many) {
        return new TaskOption(key, Kind.RISING, usual, least, most, many, List.of());
    }

    static TaskOption risingWholes(String key, String usual, double most, int many) {
        return new TaskOption(key, Kind.RISING_WHOLES, usual, 1, most, many, List.of());
    }

    static TaskOption numbers(String key, double least, double most, int many) {
        return new TaskOption(key, Kind.NUMBERS, "", least, most, many, List.of());
    }

    static TaskOption range(String key, String usual, double largest) {
        return new TaskOption(key, Kind.RANGE, usual, -largest, largest, 2, List.of());
    }

    static TaskOption distribution(String key) {
        return new TaskOption(key, Kind.DISTRIBUTION, "", 0, 1, SOME, List.of());
    }

    static TaskOption features(String key) {
        return new TaskOption(key, Kind.FEATURES, "", 0, 0, 1, List.of());
    }
}
