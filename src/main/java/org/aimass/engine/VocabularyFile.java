package org.aimass.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.aimass.engine.data.FileBytes;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a model of speech, in the order of its scores: a JSON file that maps tokens to their places from 0, or a text file with
 * one token a line.
 */
public final class VocabularyFile {

    private static final int LARGEST = 4 << 20;
    private static final int MOST_TOKENS = 100_000;
    private static final int LONGEST_TOKEN = 100;
    private static final List<String> BLANKS = List.of("<pad>", "[PAD]", "<blank>", "<blk>", "_");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private VocabularyFile() {}

    /** @throws BadInput if the file cannot be read, or is no vocabulary */
    public static List<String> read(Path file) {
        String name = FileBytes.name(file);
        byte[] bytes;
        try (FileBytes in = FileBytes.open(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            throw FileBytes.unreadable(file, e);
        }
        if (bytes.length > LARGEST) {
            throw new BadInput(name + ": larger than " + (LARGEST >> 20) + " MiB; expected a vocabulary");
        }
        String text = text(name, bytes);
        List<String> tokens = text.stripLeading().startsWith("{")
                ? ofJson(name, text)
                : text.lines().toList();
        if (tokens.size() < 2 || tokens.size() > MOST_TOKENS) {
            throw new BadInput(name + ": found " + tokens.size() + " tokens, expected 2 to " + MOST_TOKENS);
        }
        tokens.stream().filter(it -> it.length() > LONGEST_TOKEN).findFirst().ifPresent(it -> {
            throw new BadInput(name + ": found the token " + OneLine.quoted(it) + ", expected at most " + LONGEST_TOKEN
                    + " characters in each");
        });
        return tokens;
    }

    /**
     * The place of the token that says nothing.
     *
     * @param named empty to take the first of those that are usual
     * @return empty if the vocabulary has no such token
     */
    public static OptionalInt blank(List<String> tokens, Optional<String> named) {
        return named.map(List::of).orElse(BLANKS).stream()
                .mapToInt(tokens::indexOf)
                .filter(place -> place >= 0)
                .findFirst();
    }

    private static String text(String name, byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadInput(name + ": is no text in UTF-8; expected a vocabulary");
        }
        if (text.indexOf('\0') >= 0) {
            throw new BadInput(name + ": has a NUL character; expected a vocabulary");
        }
        return text;
    }

    private static List<String> ofJson(String name, String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new BadInput(name + ": not JSON as expected (" + e.getOriginalMessage() + ")");
        }
        @Nullable String[] tokens = new String[Math.min(root.size(), MOST_TOKENS + 1)];
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            int place = entry.getValue().isInt() ? entry.getValue().intValue() : -1;
            if (place < 0 || place >= tokens.length || tokens[place] != null) {
                throw new BadInput("%s: token %s: found the place %s, expected each of 0 to %d once"
                        .formatted(
                                name,
                                OneLine.quoted(entry.getKey()),
                                OneLine.of(entry.getValue().toString(), 60),
                                root.size() - 1));
            }
            tokens[place] = entry.getKey();
        }
        return Arrays.stream(tokens).map(String::valueOf).toList();
    }
}
