package org.aimass.processing.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.aimass.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/** A text in both languages as JSON in one column; where there is no text, there is none in the column. */
@Converter
public class BilingualColumn implements AttributeConverter<Bilingual, String> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Bilingual text) {
        if (text == null) {
            return null;
        }
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("two strings are always JSON", e);
        }
    }

    @Override
    public @Nullable Bilingual convertToEntityAttribute(@Nullable String column) {
        if (column == null) {
            return null;
        }
        try {
            return JSON.readValue(column, Bilingual.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a text in both languages: " + column, e);
        }
    }
}
