package org.aimass.dataset.entity;

/** What every present value of a column can be read as. */
public enum ColumnType {
    INTEGER,
    NUMBER,
    BOOLEAN,
    TEXT;

    public boolean isNumeric() {
        return this == INTEGER || this == NUMBER;
    }
}
