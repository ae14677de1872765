package org.aimass.dataset.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every column's role.
 *
 * @param roles by column, in the file's order
 */
public record DatasetSchema(Map<String, ColumnRole> roles) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public DatasetSchema {
        roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
    }

    public Optional<ColumnRole> role(String column) {
        return Optional.ofNullable(roles.get(column));
    }

    /** The columns of this role, in the file's order. */
    public List<String> columns(ColumnRole role) {
        return roles.entrySet().stream()
                .filter(entry -> entry.getValue() == role)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The first column of this role. */
    public Optional<String> column(ColumnRole role) {
        return columns(role).stream().findFirst();
    }

    /** Whether the model's answers are numbers, to be held against numbers, and not labels. */
    public boolean predictsNumbers(Profile profile) {
        return column(ColumnRole.QUERY).isPresent()
                || column(ColumnRole.PREDICTION)
                        .flatMap(profile::column)
                        .filter(column -> column.type() == ColumnType.NUMBER)
                        .isPresent();
    }

    /** With an earlier schema's role for every column that is in both. */
    DatasetSchema overlaid(DatasetSchema earlier) {
        Map<String, ColumnRole> all = new LinkedHashMap<>(roles);
        all.replaceAll((column, guess) -> earlier.role(column).orElse(guess));
        return new DatasetSchema(all);
    }

    String json() {
        try {
            return JSON.writeValueAsString(roles);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("names and roles can always be written", e);
        }
    }

    static DatasetSchema parse(String json) {
        try {
            return new DatasetSchema(JSON.readValue(json, new TypeReference<LinkedHashMap<String, ColumnRole>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored roles are damaged", e);
        }
    }
}
