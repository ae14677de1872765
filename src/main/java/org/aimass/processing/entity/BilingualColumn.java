package org.aimass.processing.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.aimass.shared.Bilingual;

/** A text in both languages as JSON in one column. */
@Converter
public class BilingualColumn implements AttributeConverter<Bilingual, String> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String convertToDatabaseColumn(Bilingual text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("two strings are always JSON", e);
        }
    }

    @Override
    public Bilingual convertToEntityAttribute(String column) {
        try {
            return JSON.readValue(column, Bilingual.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a text in both languages: " + column, e);
        }
    }
}
