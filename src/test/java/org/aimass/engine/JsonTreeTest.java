package org.aimass.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTreeTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static JsonNode read(String text) throws IOException {
        return JsonTree.read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The trees and texts are those of Jackson's mapper. */
    @Test
    void asTheMapper() throws IOException {
        for (String text : List.of(
                "{\"a\": [1, -2147483649, 123456789012345678901234567890, 0.1, 1e-7, true, false, null], \"b\": {\"c\": {}}, \"d\": []}",
                "\"\\u4e2d \\\" \\n\"",
                "17",
                "[[[\"x\"]]]")) {
            JsonNode tree = read(text);
            assertEquals(MAPPER.readTree(text), tree);
            assertEquals(MAPPER.writeValueAsString(tree), JsonTree.write(tree));
        }
        assertTrue(read(" ").isMissingNode());
    }

    @Test
    void whatIsNotOneValueIsRefused() {
        for (String text : List.of(
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "[1",
                "{\"a\"",
                "{\"a\":}",
                "nul",
                "[".repeat(21) + "]".repeat(21),
                "NaN")) {
            assertThrows(JsonProcessingException.class, () -> read(text), text);
        }
    }
}
