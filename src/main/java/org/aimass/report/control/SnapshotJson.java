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
        try {
            String json = new JsonCanonicalizer(JSON.writeValueAsString(snapshot)).getEncodedString();
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(json)) {
                throw new IllegalArgumentException("this report holds half of a character");
            }
            return json;
        } catch (IOException e) {
            throw new IllegalArgumentException("this report cannot be written as JSON", e);
        }
    }

    static ReportSnapshot read(byte[] bytes) {
        try {
            return JSON.readValue(bytes, ReportSnapshot.class);
        } catch (IOException e) {
            throw new UncheckedIOException("not a snapshot that this portal wrote", e);
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
