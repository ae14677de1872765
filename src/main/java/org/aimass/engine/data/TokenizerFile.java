package org.aimass.engine.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.engine.BadInput;
import org.aimass.engine.OneLine;

/** A {@code tokenizer.json} of byte pair encoding over bytes; other kinds are refused by name. */
final class TokenizerFile {

    private static final int MOST_TOKENS = 500_000;
    private static final int UNKNOWN = -1;

    /** Two tokens that become one, sooner than others of a higher rank. */
    record Merge(int rank, int token) {}

    private final String label;
    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final Map<Integer, byte[]> added = new HashMap<>();
    private final List<String[]> pairs = new ArrayList<>();
    private boolean blankBefore;
    private boolean ofBytes;

    /** @throws BadInput if it is no such file */
    TokenizerFile(Path path) {
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
    }

    /** By token its number. */
    Map<String, Integer> vocabulary() {
        return vocabulary;
    }

    /** By number what a token that was added says; nothing if it is a special one. */
    Map<Integer, byte[]> added() {
        return added;
    }

    /** Whether a blank stands before every text. */
    boolean blankBefore() {
        return blankBefore;
    }

    /**
     * By two tokens' numbers, the first in the upper half, what becomes of them.
     *
     * @throws BadInput if one is none of the vocabulary
     */
    Map<Long, Merge> merges() {
        Map<Long, Merge> merges = new HashMap<>();
        for (int rank = 0; rank < pairs.size(); rank++) {
            String[] pair = pairs.get(rank);
            merges.putIfAbsent(key(known(pair[0]), known(pair[1])), new Merge(rank, known(pair[0] + pair[1])));
        }
        return merges;
    }

    private int known(String token) {
        Integer known = vocabulary.get(token);
        if (known == null) {
            throw new BadInput(label + ": /model/merges: found the token " + OneLine.quoted(token)
                    + ", expected one of the vocabulary");
        }
        return known;
    }

    static long key(int first, int second) {
        return (long) first << Integer.SIZE | second;
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
            boolean special = false;
            for (Optional<String> field = json.field(); field.isPresent(); field = json.field()) {
                switch (field.get()) {
                    case "content" -> content = json.text();
                    case "id" -> id = (int) json.whole(0, MOST_TOKENS - 1);
                    case "special" -> special = json.flag();
                    default -> json.skip();
                }
            }
            if (id != UNKNOWN) {
                vocabulary.put(content, id);
                added.put(id, special ? new byte[0] : content.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
