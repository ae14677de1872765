package org.aimass.engine.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aimass.engine.BadInput;
import org.aimass.engine.OneLine;

/** What a table's column names must be like. */
final class ColumnNames {

    private static final int LONGEST = 1_000;

    private ColumnNames() {}

    /**
     * @throws BadInput if a name is empty, too long or used twice
     */
    static void check(String file, List<String> names) {
        if (names.size() > CsvScanner.MOST_FIELDS) {
            throw new BadInput(
                    "%s: %d columns; at most %d are read".formatted(file, names.size(), CsvScanner.MOST_FIELDS));
        }
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isEmpty()) {
                throw new BadInput("%s: column %d has no name".formatted(file, i + 1));
            }
            if (name.length() > LONGEST) {
                throw new BadInput(
                        "%s: the name of column %d is longer than %d characters".formatted(file, i + 1, LONGEST));
            }
            Integer before = seen.put(name, i + 1);
            if (before != null) {
                throw new BadInput(
                        "%s: columns %d and %d are both named %s".formatted(file, before, i + 1, OneLine.quoted(name)));
            }
        }
    }
}
