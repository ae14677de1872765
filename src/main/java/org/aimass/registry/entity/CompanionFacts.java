package org.aimass.registry.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.OptionalInt;

/**
 * What the engine found in the files beside a model's own.
 *
 * @param vocabulary how many tokens it has; empty where there is none
 * @param hasBlank whether the token that says nothing is among them
 * @param tokenizer above all numbers of its tokens; empty where there is none
 * @param hasBegin whether the token that every text begins with is among them; false also where nobody asked
 */
public record CompanionFacts(
        OptionalInt vocabulary, boolean hasBlank, OptionalInt tokenizer, boolean hasBegin, boolean hasEnd) {

    private static final int MOST = 1_000_000;

    /**
     * Reads them out of the engine's JSON, in which the signature is, too.
     *
     * @throws IllegalArgumentException when a number is none
     */
    public static CompanionFacts parse(String json) {
        try {
            JsonNode root = new ObjectMapper().readTree(json);
            return new CompanionFacts(
                    tokens(root.path("vocabulary")),
                    root.path("vocabulary").has("blank"),
                    tokens(root.path("tokenizer")),
                    root.path("tokenizer").has("begin"),
                    root.path("tokenizer").has("end"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    /** The same, before the engine has looked for other tokens: as if they were there. */
    CompanionFacts unasked() {
        return new CompanionFacts(vocabulary, true, tokenizer, true, true);
    }

    private static OptionalInt tokens(JsonNode file) {
        if (file.isMissingNode()) {
            return OptionalInt.empty();
        }
        JsonNode tokens = file.path("tokens");
        if (!tokens.isInt() || tokens.intValue() < 1 || tokens.intValue() > MOST) {
            throw new IllegalArgumentException("tokens");
        }
        return OptionalInt.of(tokens.intValue());
    }
}
