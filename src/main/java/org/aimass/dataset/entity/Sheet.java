package org.aimass.dataset.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody says of a thing, section by section: a model card or a datasheet.
 *
 * @param texts by section; one about which nothing is said is left out
 */
public record Sheet<S extends Enum<S>>(Map<S, String> texts) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Sheet {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /** Empty when nothing is said about it. */
    public String text(S section) {
        return texts.getOrDefault(section, "");
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /** The sections about which something is said, in their order. */
    public List<S> sections() {
        return texts.keySet().stream().sorted().toList();
    }

    /** By the sections' names, in their order. */
    public String json() {
        Map<String, String> named = new LinkedHashMap<>();
        sections().forEach(section -> named.put(section.name(), text(section)));
        try {
            return JSON.writeValueAsString(named);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("names and texts can always be written", e);
        }
    }

    /** @throws IllegalStateException when it is not what {@link #json} has written */
    public static <S extends Enum<S>> Sheet<S> parse(String json, Class<S> sections) {
        try {
            Map<String, String> named = JSON.readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
            Map<S, String> texts = new EnumMap<>(sections);
            Arrays.stream(sections.getEnumConstants())
                    .filter(section -> named.containsKey(section.name()))
                    .forEach(section -> texts.put(section, named.getOrDefault(section.name(), "")));
            return new Sheet<>(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored sheet is damaged", e);
        }
    }
}
