package org.aimass.audit.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.aimass.shared.Sha256Digest;
import org.erdtman.jcs.JsonCanonicalizer;

/** JSON as this room reads and writes it: nothing unknown, nothing twice, nothing after the end, nothing deep or long. */
final class StrictJson {

    private static final int LONGEST_TEXT = 10_000;
    private static final int DEEPEST = 12;

    static final ObjectMapper MAPPER = mapper();

    private StrictJson() {}

    private static ObjectMapper mapper() {
        ObjectMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(LONGEST_TEXT)
                        .maxNameLength(LONGEST_TEXT)
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(40)
                        .build());
        return mapper;
    }

    /** RFC 8785: the one way to write this value. */
    static String canonical(JsonNode value) {
        try {
            return new JsonCanonicalizer(MAPPER.writeValueAsBytes(value)).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Sha256Digest digest(String canonical) {
        return Sha256Digest.of(canonical.getBytes(StandardCharsets.UTF_8));
    }

    /** For values that this room wrote itself. */
    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
