package org.aimass.dataset.entity;

import java.util.List;
import java.util.Optional;

/**
 * Why columns cannot have the roles that somebody chose.
 *
 * @param column the column that it is about; empty when it is about all
 * @param key of the message in the room's words
 * @param arguments fill the message's places
 */
public record SchemaProblem(Optional<String> column, String key, List<Object> arguments) {

    public SchemaProblem {
        arguments = List.copyOf(arguments);
    }

    static SchemaProblem of(String column, String key, Object... arguments) {
        return new SchemaProblem(Optional.of(column), key, List.of(arguments));
    }

    static SchemaProblem ofAll(String key) {
        return new SchemaProblem(Optional.empty(), key, List.of());
    }
}
