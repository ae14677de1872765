package org.aimass.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How a language model is let answer: greedily, the likeliest token each time.
 *
 * @param mostTokens after so many an answer ends, at least 1
 * @param oneLine whether it ends before its first line break
 */
public record Decoding(int mostTokens, boolean oneLine) {

    private static final String TOKENS = "max_new_tokens";
    private static final String LINE = "stop_at_line_break";
    private static final int USUAL = 32;
    private static final int MOST = 512;

    static Decoding read(JobObject options) {
        return new Decoding(
                options.integer(TOKENS, 1, MOST).orElse((long) USUAL).intValue(), options.isTrue(LINE));
    }

    void write(ObjectNode options) {
        options.put(TOKENS, mostTokens).put(LINE, oneLine);
    }
}
