package org.aimass.engine.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aimass.engine.BadInput;
import org.aimass.engine.OneLine;

/**
 * Cuts text into a language model's tokens by byte pair encoding over bytes, as GPT-2 and its kin do (Radford et al., 2019;
 * Sennrich et al., ACL 2016), from a {@code tokenizer.json}. Other kinds of tokenizers are refused by name.
 */
public final class Tokenizer {

    /** More text is not cut. */
    public static final int LONGEST_TEXT = 20_000;

    private static final int LONGEST_WORD = 2_000;
    private static final int MOST_TOKENS = 500_000;
    private static final int BYTES = 256;
    private static final int UNKNOWN = -1;

    /** Words with the blank before them, as GPT-2 cuts text before pairs are joined. */
    private static final Pattern WORDS = Pattern.compile(
            "'(?:[sdmt]|ll|ve|re)| ?\\p{L}++| ?\\p{N}++| ?[^\\s\\p{L}\\p{N}]++|\\s+(?!\\S)|\\s++",
            Pattern.UNICODE_CHARACTER_CLASS);

    /** Two tokens that become one, sooner than others of a higher rank. */
    private record Merge(int rank, int token) {}

    private final String label;
    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final Map<Long, Merge> merges = new HashMap<>();
    private final int[] tokenOfByte = new int[BYTES];
    private final List<String[]> pairs = new ArrayList<>();
    private boolean blankBefore;
    private boolean ofBytes;

    private Tokenizer(Path path) {
        label = FileBytes.name(path);
        try (JsonStream json = new JsonStream(label, FileBytes.open(path))) {
            json.object();
            for (Optional<String> field = json.field(); field.isPresent(); field = json.field()) {
                switch (field.get()) {
                    case "model" -> model(json);
                    case "pre_tokenizer" -> words(json);
                    case "normalizer" -> demandNull(json, "null: text is taken as it is");
                    case "added_tokens" -> added(json);
                    default -> json.skip();
                }
            }
            json.finish();
        }
        if (!ofBytes) {
            throw new BadInput(label + ": /pre_tokenizer is missing; expected one of type ByteLevel");
        }
        if (vocabulary.isEmpty()) {
            throw new BadInput(label + ": /model/vocab has no tokens; expected at least one");
        }
        settle();
    }

    /** @throws BadInput if it is no such file */
    public static Tokenizer read(Path path) {
        return new Tokenizer(path);
    }

    private static void demandNull(JsonStream json, String expected) {
        if (json.isObject() || json.word().isPresent()) {
            throw json.wrong(expected);
        }
    }

    private void model(JsonStream json) {
        json.object();
        for (Optional<String> field = json.field(); field.isPresent(); field = json.field()) {
            switch (field.get()) {
                case "type" -> {
                    if (!json.text().equals("BPE")) {
                        throw json.wrong("\"BPE\"");
                    }
                }
                case "vocab" -> vocabulary(json);
                case "merges" -> merges(json);
                default -> json.skip();
            }
        }
    }

    private void vocabulary(JsonStream json) {
        json.object();
        for (Optional<String> token = json.field(); token.isPresent(); token = json.field()) {
            add(token.get(), json);
        }
    }

    private void add(String token, JsonStream json) {
        vocabulary.put(token, (int) json.whole(0, MOST_TOKENS - 1));
        if (vocabulary.size() > MOST_TOKENS) {
            throw json.wrong("at most " + MOST_TOKENS + " tokens");
        }
    }

    /** Each is written as two tokens with a blank between them, or as a list of two. */
    private void merges(JsonStream json) {
        json.list();
        while (json.hasItem()) {
            String[] pair = json.isList() ? two(json) : json.text().split(" ", -1);
            if (pair.length != 2 || pairs.size() == MOST_TOKENS) {
                throw json.wrong("two tokens, of at most " + MOST_TOKENS + " pairs");
            }
            pairs.add(pair);
        }
    }

    private static String[] two(JsonStream json) {
        List<String> two = new ArrayList<>();
        json.list();
        while (json.hasItem()) {
            two.add(json.text());
            if (two.size() > 2) {
                throw json.wrong("two tokens");
            }
        }
        return two.toArray(new String[0]);
    }

    private void words(JsonStream json) {
        json.object();
        for (Optional<String> field = json.field(); field.isPresent(); field = json.field()) {
            switch (field.get()) {
                case "type" -> {
                    if (!json.text().equals("ByteLevel")) {
                        throw json.wrong("\"ByteLevel\"");
                    }
                    ofBytes = true;
                }
                case "add_prefix_space" -> blankBefore = json.flag();
                case "use_regex" -> {
                    if (!json.flag()) {
                        throw json.wrong("true");
                    }
                }
                default -> json.skip();
            }
        }
    }

    private void added(JsonStream json) {
        json.list();
        while (json.hasItem()) {
            json.object();
            String content = "";
            int id = UNKNOWN;
            for (Optional<String> field = json.field(); field.isPresent(); field = json.field()) {
                switch (field.get()) {
                    case "content" -> content = json.text();
                    case "id" -> id = (int) json.whole(0, MOST_TOKENS - 1);
                    default -> json.skip();
                }
            }
            if (id != UNKNOWN) {
                vocabulary.put(content, id);
            }
        }
    }

    private void settle() {
        Arrays.fill(tokenOfByte, UNKNOWN);
        int[] shown = shown();
        for (int value = 0; value < BYTES; value++) {
            tokenOfByte[value] = vocabulary.getOrDefault(String.valueOf((char) shown[value]), UNKNOWN);
        }
        for (int rank = 0; rank < pairs.size(); rank++) {
            String[] pair = pairs.get(rank);
            merges.putIfAbsent(key(known(pair[0]), known(pair[1])), new Merge(rank, known(pair[0] + pair[1])));
        }
        pairs.clear();
    }

    private int known(String token) {
        Integer known = vocabulary.get(token);
        if (known == null) {
            throw new BadInput(label + ": /model/merges: found the token " + OneLine.quoted(token)
                    + ", expected one of the vocabulary");
        }
        return known;
    }

    private static long key(int first, int second) {
        return (long) first << Integer.SIZE | second;
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
        return vocabulary.values().stream().mapToInt(id -> id + 1).max().orElse(0);
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
        String whole = blankBefore && !text.startsWith(" ") ? " " + text : text;
        int[] tokens = new int[whole.getBytes(StandardCharsets.UTF_8).length];
        int size = 0;
        Matcher words = WORDS.matcher(whole);
        while (words.find()) {
            int[] word = word(words.group().getBytes(StandardCharsets.UTF_8));
            System.arraycopy(word, 0, tokens, size, word.length);
            size += word.length;
        }
        return Arrays.copyOf(tokens, size);
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
        int size = tokens.length;
        while (true) {
            int at = UNKNOWN;
            Merge best = null;
            for (int i = 0; i + 1 < size; i++) {
                Merge merge = merges.get(key(tokens[i], tokens[i + 1]));
                if (merge != null && (best == null || merge.rank < best.rank)) {
                    best = merge;
                    at = i;
                }
            }
            if (best == null) {
                return Arrays.copyOf(tokens, size);
            }
            tokens[at] = best.token;
            System.arraycopy(tokens, at + 2, tokens, at + 1, size - at - 2);
            size--;
        }
    }
}
