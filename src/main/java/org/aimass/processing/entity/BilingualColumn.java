package org.aimass.processing.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.aimass.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/** A text in both languages as JSON in one column; no text is none there, too. */
@Converter
public class BilingualColumn implements AttributeConverter<Bilingual, String> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Bilingual text) {
        try {
            return text == null ? null : JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("two strings are always JSON", e);
        }
    }

    @Override
    public @Nullable Bilingual convertToEntityAttribute(@Nullable String column) {
        try {
            return column == null ? null : JSON.readValue(column, Bilingual.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a text in both languages: " + column, e);
        }
    }
}
