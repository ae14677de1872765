package org.aimass.registry.entity;

import java.util.Locale;

/** What a file beside a model's own is. */
public enum CompanionKind {
    /** The tokens of a model of speech, in the order of its scores. */
    VOCABULARY("vocabulary"),
    /** What cuts text into a language model's tokens. */
    TOKENIZER("tokenizer.json");

    private final String fileName;

    CompanionKind(String fileName) {
        this.fileName = fileName;
    }

    /** What the file is called beside a job file, whatever its sender calls it. */
    public String fileName() {
        return fileName;
    }

    /** As forms, programs and the engine name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
