package org.aimass.engine.data;

/**
 * A column as the query asks for it.
 *
 * @param known of a column of texts; none of another
 */
record ParquetField(String name, Kind kind, KnownTexts known) {

    /** How a column's values are held; everything that is no number or boolean is text. */
    enum Kind {
        WHOLE,
        REAL,
        BOOLEAN,
        TEXT;

        static Kind of(String type) {
            return switch (type) {
                case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" -> WHOLE;
                case "FLOAT", "DOUBLE" -> REAL;
                case "BOOLEAN" -> BOOLEAN;
                default -> TEXT;
            };
        }
    }

    ParquetField knowing(KnownTexts texts) {
        return new ParquetField(name, kind, texts);
    }

    /** How many columns of the query's answer are its own: its values; where texts are known, their places behind them. */
    int vectors() {
        return known.size() > 0 ? 2 : 1;
    }

    /** What the query says for it. */
    String select() {
        String value =
                switch (kind) {
                    case TEXT -> "CAST(" + Sql.name(name) + " AS VARCHAR)";
                    case REAL -> "CAST(" + Sql.name(name) + " AS DOUBLE)";
                    case WHOLE -> "CAST(" + Sql.name(name) + " AS BIGINT)";
                    case BOOLEAN -> Sql.name(name);
                };
        return vectors() == 1 ? value : value + ", list_position(" + known.list() + ", " + value + ")";
    }

    /** The place for its values in a batch. */
    ParquetColumn newColumn(int capacity) {
        return switch (kind) {
            case TEXT -> new ParquetTexts(known, capacity);
            case REAL -> new ParquetColumn.Real(capacity);
            case WHOLE -> new ParquetColumn.Whole(capacity);
            case BOOLEAN -> new ParquetColumn.Flag(capacity);
        };
    }
}
