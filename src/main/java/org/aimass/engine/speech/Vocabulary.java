package org.aimass.engine.speech;

import java.util.List;

/**
 * What the scores of a frame stand for, and how frames become text: connectionist temporal classification (Graves and others, ICML
 * 2006), decoded greedily. Special tokens, {@code <...>} or {@code [...]}, are no text.
 *
 * @param tokens in the order of the scores
 * @param blank the place of the token that says nothing
 * @param separator what stands for a blank between words, alone or in a token
 */
public record Vocabulary(List<String> tokens, int blank, String separator) {

    /** The start of a word, as SentencePiece writes it. */
    private static final String WORD_START = "\u2581";

    public Vocabulary {
        tokens = List.copyOf(tokens);
        if (blank < 0 || blank >= tokens.size()) {
            throw new IllegalArgumentException("no token " + blank + " of " + tokens.size());
        }
    }

    /**
     * The text of the likeliest token of each frame: repeated ones are one, then those that say nothing are left out.
     *
     * @param likeliest by frame
     */
    public String decode(int[] likeliest) {
        StringBuilder text = new StringBuilder();
        int before = blank;
        for (int token : likeliest) {
            if (token != before && token != blank && !isSpecial(tokens.get(token))) {
                text.append(tokens.get(token));
            }
            before = token;
        }
        String joined = text.toString().replace(WORD_START, " ");
        return String.join(" ", Words.of(separator.isEmpty() ? joined : joined.replace(separator, " ")));
    }

    private static boolean isSpecial(String token) {
        return token.length() > 2
                && ((token.startsWith("<") && token.endsWith(">")) || (token.startsWith("[") && token.endsWith("]")));
    }
}
