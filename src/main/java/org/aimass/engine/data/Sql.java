package org.aimass.engine.data;

/** The one way in which names and texts enter SQL. */
final class Sql {

    private Sql() {}

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    static String name(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    /** Whether a text may stand in SQL: it holds something, but no control character, of which one would end the query. */
    static boolean isPlain(String value) {
        return !value.isEmpty() && value.chars().noneMatch(Character::isISOControl);
    }
}
