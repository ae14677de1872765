package org.aimass.dataset.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** Reads what the engine wrote, trusting nothing in it. Each method throws IllegalArgumentException when it is something else. */
final class EngineJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_TEXT = 300;

    private EngineJson() {}

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    static List<JsonNode> items(JsonNode node, String name, int most) {
        JsonNode found = node.path(name);
        demand(found.isArray() && found.size() <= most, name);
        List<JsonNode> items = new ArrayList<>();
        found.forEach(items::add);
        return items;
    }

    static String text(JsonNode node, String name) {
        return text(node.path(name));
    }

    static String text(JsonNode value) {
        demand(value.isTextual() && value.textValue().length() <= MAX_TEXT, "text");
        return value.textValue();
    }

    static long count(JsonNode node, String name) {
        return count(node.path(name));
    }

    static long count(JsonNode value) {
        demand(value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0, "count");
        return value.longValue();
    }

    static double number(JsonNode node, String name) {
        JsonNode value = node.path(name);
        demand(value.isNumber() && Double.isFinite(value.doubleValue()), name);
        return value.doubleValue();
    }

    private static void demand(boolean holds, String where) {
        if (!holds) {
            throw new IllegalArgumentException(where);
        }
    }
}
