package org.aimass.audit.entity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which classes the rows of a group were taken for: its confusion matrix.
 *
 * @param features feature to value; empty for all rows
 * @param cells those that hold rows, by label, then answer
 */
public record ClassAnswers(Map<String, String> features, List<Cell> cells) {

    /**
     * Rows of one label with one answer.
     *
     * @param label the place of the class that they have, from 0
     * @param answer the place of the class that they were taken for
     */
    public record Cell(int label, int answer, long rows) {}

    public ClassAnswers {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
        cells = List.copyOf(cells);
    }

    public long rows() {
        return cells.stream().mapToLong(Cell::rows).sum();
    }

    /** By [label][answer]. */
    public long[][] matrix(int classes) {
        long[][] matrix = new long[classes][classes];
        cells.forEach(cell -> matrix[cell.label()][cell.answer()] = cell.rows());
        return matrix;
    }
}
