package org.aimass.dataset.control;

import java.io.InputStream;
import java.util.UUID;

/** A file that somebody hands in: with the request itself, or sent before in pieces by {@link Uploads}. */
public sealed interface GivenFile {

    /**
     * The whole file, from its first byte to its last.
     *
     * @param name what its sender calls it; may be empty
     */
    record Stream(String name, InputStream content) implements GivenFile {}

    /** A finished upload. */
    record Uploaded(UUID upload) implements GivenFile {}

    static GivenFile of(InputStream content) {
        return new Stream("", content);
    }

    static GivenFile of(String name, InputStream content) {
        return new Stream(name, content);
    }

    static GivenFile uploaded(UUID upload) {
        return new Uploaded(upload);
    }
}
