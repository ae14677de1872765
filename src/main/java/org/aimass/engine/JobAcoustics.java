package org.aimass.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.engine.data.FileBytes;
import org.aimass.engine.speech.Acoustics;
import org.aimass.engine.speech.Vocabulary;
import org.aimass.engine.speech.Voice;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code model.audio} and the vocabulary of a model of speech: a JSON file that maps tokens to their places from 0, or a text
 * file with one token a line.
 */
final class JobAcoustics {

    private static final int LARGEST = 4 << 20;
    private static final int MOST_TOKENS = 100_000;
    private static final int LONGEST_TOKEN = 100;
    private static final int USUAL_RATE = 16_000;
    private static final List<String> BLANKS = List.of("<pad>", "[PAD]", "<blank>", "<blk>", "_");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JobObject model;

    private JobAcoustics(JobObject model) {
        this.model = model;
    }

    /**
     * @param folder the job file, beside which the vocabulary lies
     * @throws BadInput if the vocabulary cannot be read, or is none
     */
    static Acoustics read(JobObject model, Path folder) {
        String vocabulary = model.demandText("vocabulary");
        try {
            return new JobAcoustics(model)
                    .read(folder.toAbsolutePath().resolveSibling(vocabulary), model.object("audio"));
        } catch (InvalidPathException e) {
            throw model.wrong("vocabulary", OneLine.quoted(vocabulary), "a path");
        }
    }

    /**
     * The same of a model that speaks.
     *
     * @throws BadInput if the vocabulary cannot be read, or is none
     */
    static Voice readVoice(JobObject model, Path folder) {
        String vocabulary = model.demandText("vocabulary");
        try {
            Path file = folder.toAbsolutePath().resolveSibling(vocabulary);
            Optional<JobObject> audio = model.object("audio");
            Voice voice = new Voice(rate(audio), new JobAcoustics(model).tokens(file));
            audio.ifPresent(JobObject::demandNothingElse);
            return voice;
        } catch (InvalidPathException e) {
            throw model.wrong("vocabulary", OneLine.quoted(vocabulary), "a path");
        }
    }

    private static int rate(Optional<JobObject> audio) {
        return audio.flatMap(it -> it.integer("sample_rate", 1_000, 384_000))
                .orElse((long) USUAL_RATE)
                .intValue();
    }

    private Acoustics read(Path file, Optional<JobObject> audio) {
        List<String> tokens = tokens(file);
        Optional<String> named = audio.flatMap(it -> it.text("blank"));
        int blank = named.map(tokens::indexOf).orElseGet(() -> BLANKS.stream()
                .mapToInt(tokens::indexOf)
                .filter(it -> it >= 0)
                .findFirst()
                .orElse(-1));
        if (blank < 0) {
            throw model.wrong(
                    "audio.blank",
                    named.map(OneLine::quoted).orElse("none"),
                    "the token of the vocabulary that says nothing");
        }
        String separator = audio.flatMap(it -> it.text("separator")).orElse("|");
        int rate = rate(audio);
        boolean normalized = audio.map(it -> it.isTrue("normalize")).orElse(false);
        audio.ifPresent(JobObject::demandNothingElse);
        return new Acoustics(rate, normalized, new Vocabulary(tokens, blank, separator));
    }

    private List<String> tokens(Path file) {
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
        String text = new String(bytes, StandardCharsets.UTF_8);
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
