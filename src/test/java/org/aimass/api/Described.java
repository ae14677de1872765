package org.aimass.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Compares what the API answers with the schema that its document gives for it; what the schema does not name must not be there. */
final class Described {

    private final JsonNode document;
    private final List<String> wrong = new ArrayList<>();

    private Described(JsonNode document) {
        this.document = document;
    }

    /** What is wrong with the value, each with its place. */
    static List<String> faults(JsonNode document, JsonNode schema, JsonNode value) {
        Described described = new Described(document);
        described.check(schema, value, "$");
        return described.wrong;
    }

    private void check(JsonNode schema, JsonNode value, String place) {
        if (schema.has("$ref")) {
            check(document.at(schema.path("$ref").asText().substring(1)), value, place);
            return;
        }
        boolean right =
                switch (schema.path("type").asText()) {
                    case "object" -> value.isObject();
                    case "array" -> value.isArray();
                    case "string" -> value.isTextual();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    default -> false;
                };
        if (!right) {
            wrong.add(place + " is no " + schema.path("type") + ": " + value.getNodeType());
        } else if (value.isObject()) {
            object(schema, value, place);
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(schema.path("items"), value.get(i), place + "[" + i + "]");
            }
        } else if (value.isTextual()) {
            text(schema, value.textValue(), place);
        }
    }

    private void object(JsonNode schema, JsonNode value, String place) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                wrong.add(place + " has no " + name);
            }
        });
        for (Iterator<Map.Entry<String, JsonNode>> fields = value.properties().iterator(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            JsonNode known = schema.path("properties").path(field.getKey());
            JsonNode others = schema.path("additionalProperties");
            if (!known.isMissingNode()) {
                check(known, field.getValue(), place + "." + field.getKey());
            } else if (others.isObject()) {
                check(others, field.getValue(), place + "." + field.getKey());
            } else if (!others.asBoolean()) {
                wrong.add(place + "." + field.getKey() + " is not described");
            }
        }
    }

    private void text(JsonNode schema, String value, String place) {
        boolean known = !schema.has("enum");
        for (JsonNode word : schema.path("enum")) {
            known |= word.asText().equals(value);
        }
        if (!known) {
            wrong.add(place + " may not be " + value);
        }
        if (schema.has("pattern") && !value.matches(schema.path("pattern").asText())) {
            wrong.add(place + " does not match: " + value);
        }
        try {
            switch (schema.path("format").asText()) {
                case "uuid" -> UUID.fromString(value);
                case "date-time" -> Instant.parse(value);
                default -> {}
            }
        } catch (RuntimeException e) {
            wrong.add(place + " is no " + schema.path("format") + ": " + value);
        }
    }
}
