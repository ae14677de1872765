package org.aimass.dataset.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that is wrong in a file, as the engine found it.
 *
 * @param line of the file for CSV, of the rows for Parquet; 0 where none can be named
 * @param column empty where the whole line is wrong
 * @param expected empty where {@code found} says it all
 */
public record TableFault(long line, String column, String found, String expected) {

    /** So many are listed. */
    public static final int MOST = 1_000;

    static List<TableFault> parse(JsonNode root) {
        List<TableFault> faults = new ArrayList<>();
        EngineJson.items(root, "faults", MOST)
                .forEach(fault -> faults.add(new TableFault(
                        EngineJson.count(fault, "line"),
                        EngineJson.text(fault, "column"),
                        EngineJson.text(fault, "found"),
                        EngineJson.text(fault, "expected"))));
        return faults;
    }
}
