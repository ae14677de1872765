package org.aimass.engine.metrics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How wrongly one snippet of speech was understood.
 *
 * @param words of the reference
 * @param ofWords what turns the words of the reference into those of the answer
 * @param characters of the reference: Unicode code points
 * @param ofCharacters the same of them
 */
public record SnippetErrors(int words, Edits ofWords, int characters, Edits ofCharacters) {

    /** Words are compared as they are written, characters between them included in the characters. */
    public static SnippetErrors of(List<String> words, String text, List<String> answeredWords, String answeredText) {
        Map<String, Integer> codes = new HashMap<>();
        int[] characters = text.codePoints().toArray();
        return new SnippetErrors(
                words.size(),
                Edits.between(coded(words, codes), coded(answeredWords, codes)),
                characters.length,
                Edits.between(characters, answeredText.codePoints().toArray()));
    }

    private static int[] coded(List<String> words, Map<String, Integer> codes) {
        return words.stream()
                .mapToInt(word -> codes.computeIfAbsent(word, key -> codes.size()))
                .toArray();
    }

    /** Errors for each word; for each word but the first where there is none to be understood. */
    public double wordErrorRate() {
        return (double) ofWords.all() / Math.max(1, words);
    }

    /** The same of characters. */
    public double characterErrorRate() {
        return (double) ofCharacters.all() / Math.max(1, characters);
    }
}
