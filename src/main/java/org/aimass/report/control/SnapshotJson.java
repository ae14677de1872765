package org.aimass.report.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.aimass.report.entity.EntryStatement;
import org.aimass.report.entity.Explanation;
import org.aimass.report.entity.ReportSnapshot;
import org.erdtman.jcs.JsonCanonicalizer;

/** A snapshot as it is published: canonical JSON (RFC 8785), so that the same report is the same bytes in UTF-8. */
final class SnapshotJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private SnapshotJson() {}

    /** @throws IllegalArgumentException if a text is no Unicode (half of a surrogate pair) */
    static String write(ReportSnapshot snapshot) {
        return canonical(snapshot);
    }

    /** What an entry of a report's history states. */
    static String write(EntryStatement states) {
        return canonical(states);
    }

    /** A draft's explanation. */
    static String write(Explanation explanation) {
        return canonical(explanation);
    }

    private static String canonical(Object what) {
        try {
            String json = new JsonCanonicalizer(JSON.writeValueAsString(what)).getEncodedString();
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(json)) {
                throw new IllegalArgumentException("this report holds half of a character");
            }
            return json;
        } catch (IOException e) {
            throw new IllegalArgumentException("this report cannot be written as JSON", e);
        }
    }

    static ReportSnapshot read(byte[] bytes) {
        return read(bytes, ReportSnapshot.class);
    }

    static EntryStatement readEntry(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8), EntryStatement.class);
    }

    static Explanation readExplanation(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8), Explanation.class);
    }

    private static <T> T read(byte[] bytes, Class<T> type) {
        try {
            return JSON.readValue(bytes, type);
        } catch (IOException e) {
            throw new UncheckedIOException("not what this portal wrote", e);
        }
    }

    /** Any JSON object, as its keys and values. */
    static Map<String, Object> object(String json) {
        try {
            return JSON.readValue(json, OBJECT);
        } catch (IOException e) {
            throw new UncheckedIOException("not a JSON object", e);
        }
    }
}
