package org.aimass.engine.data;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aimass.engine.BadInput;

/**
 * Cuts text into a language model's tokens by byte pair encoding over bytes, as GPT-2 and its kin do (Radford et al., 2019;
 * Sennrich et al., ACL 2016), and makes text of tokens.
 */
public final class Tokenizer {

    /** More text is not cut. */
    public static final int LONGEST_TEXT = 20_000;

    private static final int LONGEST_WORD = 2_000;
    private static final int BYTES = 256;
    private static final int UNKNOWN = -1;

    /** Words with the blank before them, as GPT-2 cuts text before pairs are joined. */
    private static final Pattern WORDS = Pattern.compile(
            "'(?:[sdmt]|ll|ve|re)| ?\\p{L}++| ?\\p{N}++| ?[^\\s\\p{L}\\p{N}]++|\\s+(?!\\S)|\\s++",
            Pattern.UNICODE_CHARACTER_CLASS);

    private final Map<String, Integer> vocabulary;
    private final Map<Long, TokenizerFile.Merge> merges;
    private final Map<Integer, byte[]> said = new HashMap<>();
    private final int[] tokenOfByte = new int[BYTES];
    private final boolean blankBefore;
    private final int size;

    private Tokenizer(TokenizerFile file) {
        vocabulary = file.vocabulary();
        merges = file.merges();
        blankBefore = file.blankBefore();
        size = vocabulary.values().stream().mapToInt(id -> id + 1).max().orElse(0);
        int[] shown = shown();
        Map<Character, Integer> byteOf = new HashMap<>();
        for (int value = 0; value < BYTES; value++) {
            tokenOfByte[value] = vocabulary.getOrDefault(String.valueOf((char) shown[value]), UNKNOWN);
            byteOf.put((char) shown[value], value);
        }
        vocabulary.forEach((token, id) -> said.put(id, bytes(token, byteOf)));
        said.putAll(file.added());
    }

    /** What no byte is shown as stands for itself. */
    private static byte[] bytes(String token, Map<Character, Integer> byteOf) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < token.length(); i++) {
            Integer value = byteOf.get(token.charAt(i));
            if (value == null) {
                return token.getBytes(StandardCharsets.UTF_8);
            }
            bytes.write(value);
        }
        return bytes.toByteArray();
    }

    /** @throws BadInput if it is no such file, or one of another kind */
    public static Tokenizer read(Path path) {
        return new Tokenizer(new TokenizerFile(path));
    }

    /** GPT-2 writes each byte as a character that can be seen: itself where it can, else one from 256 on. */
    private static int[] shown() {
        int[] shown = new int[BYTES];
        int next = BYTES;
        for (int value = 0; value < BYTES; value++) {
            boolean seen = (value >= '!' && value <= '~')
                    || (value >= 0xA1 && value <= 0xAC)
                    || (value >= 0xAE && value <= 0xFF);
            shown[value] = seen ? value : next++;
        }
        return shown;
    }

    /** The number of a token that stands for itself, such as the one that begins a text. */
    public OptionalInt token(String content) {
        Integer known = vocabulary.get(content);
        return known == null ? OptionalInt.empty() : OptionalInt.of(known);
    }

    /** Above all numbers of tokens. */
    public int size() {
        return size;
    }

    /** Whether there is a token of that number. */
    public boolean has(int token) {
        return said.containsKey(token);
    }

    /**
     * The text that tokens make, without special ones; bytes that are no character are replaced (U+FFFD).
     *
     * @param tokens that there are; the first {@code count} of them
     */
    public String decode(int[] tokens, int count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            bytes.writeBytes(said.getOrDefault(tokens[i], new byte[0]));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /**
     * The tokens of a text.
     *
     * @throws IllegalArgumentException if the text is too long, or has a byte that there is no token for
     */
    public int[] encode(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("a text of at most " + LONGEST_TEXT + " characters");
        }
        String whole = blankBefore && !text.isEmpty() && !text.startsWith(" ") ? " " + text : text;
        int[] tokens = new int[whole.getBytes(StandardCharsets.UTF_8).length];
        int count = 0;
        Matcher words = WORDS.matcher(whole);
        while (words.find()) {
            int[] word = word(words.group().getBytes(StandardCharsets.UTF_8));
            System.arraycopy(word, 0, tokens, count, word.length);
            count += word.length;
        }
        return Arrays.copyOf(tokens, count);
    }

    private int[] word(byte[] bytes) {
        if (bytes.length > LONGEST_WORD) {
            throw new IllegalArgumentException("words of at most " + LONGEST_WORD + " bytes");
        }
        int[] tokens = new int[bytes.length];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = tokenOfByte[bytes[i] & 0xFF];
            if (tokens[i] == UNKNOWN) {
                throw new IllegalArgumentException("bytes that the tokenizer has tokens for, not " + (bytes[i] & 0xFF));
            }
        }
        int left = tokens.length;
        while (true) {
            int at = UNKNOWN;
            TokenizerFile.Merge best = null;
            for (int i = 0; i + 1 < left; i++) {
                TokenizerFile.Merge merge = merges.get(TokenizerFile.key(tokens[i], tokens[i + 1]));
                if (merge != null && (best == null || merge.rank() < best.rank())) {
                    best = merge;
                    at = i;
                }
            }
            if (best == null) {
                return Arrays.copyOf(tokens, left);
            }
            tokens[at] = best.token();
            System.arraycopy(tokens, at + 2, tokens, at + 1, left - at - 2);
            left--;
        }
    }
}
