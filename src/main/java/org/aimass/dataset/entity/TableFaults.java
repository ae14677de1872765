package org.aimass.dataset.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What is wrong in a file.
 *
 * @param first the first 1,000
 * @param total how many there are
 */
public record TableFaults(List<TableFault> first, long total) {

    public TableFaults {
        first = List.copyOf(first);
    }

    /**
     * Reads the engine's JSON, trusting nothing in it.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static TableFaults parse(String json) {
        JsonNode root = EngineJson.tree(json);
        return new TableFaults(TableFault.parse(root), EngineJson.count(root, "faults_total"));
    }
}
