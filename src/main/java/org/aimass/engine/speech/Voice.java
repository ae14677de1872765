package org.aimass.engine.speech;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a text becomes what a model that speaks takes: the places of its characters, or of longer tokens where there are any, the longest
 * first; a capital letter that is no token is taken for the small one.
 */
public final class Voice {

    private final int sampleRate;
    private final List<String> tokens;
    private final Map<String, Integer> places = new HashMap<>();
    private final int longest;

    /**
     * @param sampleRate of what the model says
     * @param tokens in the order of their places
     */
    public Voice(int sampleRate, List<String> tokens) {
        this.sampleRate = sampleRate;
        this.tokens = List.copyOf(tokens);
        for (String token : tokens) {
            places.putIfAbsent(token, places.size());
        }
        longest = tokens.stream().mapToInt(String::length).max().orElse(0);
    }

    public int sampleRate() {
        return sampleRate;
    }

    public List<String> tokens() {
        return tokens;
    }

    /**
     * The places of the text's tokens.
     *
     * @throws UnknownCharacter at the first that there is no token for
     */
    public long[] spell(String text) throws UnknownCharacter {
        long[] spelled = new long[text.length()];
        int size = 0;
        for (int at = 0; at < text.length(); ) {
            int length = known(text, at);
            if (length > 0) {
                spelled[size++] = place(text.substring(at, at + length));
                at += length;
                continue;
            }
            String character = Character.toString(text.codePointAt(at));
            if (place(character.toLowerCase(Locale.ROOT)) < 0) {
                throw new UnknownCharacter(character);
            }
            spelled[size++] = place(character.toLowerCase(Locale.ROOT));
            at += character.length();
        }
        return java.util.Arrays.copyOf(spelled, size);
    }

    /** The length of the longest token there; 0 where there is none. */
    private int known(String text, int at) {
        for (int length = Math.min(longest, text.length() - at); length > 0; length--) {
            if (place(text.substring(at, at + length)) >= 0) {
                return length;
            }
        }
        return 0;
    }

    private int place(String token) {
        return places.getOrDefault(token, -1);
    }

    /** A character that a model cannot say. */
    public static final class UnknownCharacter extends Exception {

        private static final long serialVersionUID = 1L;

        private final String character;

        UnknownCharacter(String character) {
            super("no token for " + character);
            this.character = character;
        }

        public String character() {
            return character;
        }
    }
}
