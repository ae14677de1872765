package org.aimass.engine.metrics;

import java.util.Arrays;

/** Cuts scores into stretches that are the same for every group, so that counts of groups can be compared field by field. */
public final class ScoreEdges {

    /** Where no rows have scores: one stretch for all. */
    public static final ScoreEdges NONE = new ScoreEdges(new double[0]);

    /** The least score of each stretch but the first. */
    private final double[] edges;

    private ScoreEdges(double[] edges) {
        this.edges = edges;
    }

    /**
     * Stretches that hold about equally many of these rows; fewer where scores are tied.
     *
     * @param rows ascending by score
     * @param wished how many stretches, at least 1
     */
    static ScoreEdges of(GroupRows rows, int wished) {
        return rows.plain() ? ofSingle(rows, wished) : ofWeighted(rows, wished);
    }

    /** Rows that count once each: so many lie before a row as its place tells. */
    private static ScoreEdges ofSingle(GroupRows rows, int wished) {
        double all = rows.size();
        double[] edges = new double[wished];
        int number = 0;
        double wanted = all / wished;
        while (wanted < all) {
            int row = (int) Math.ceil(wanted);
            while (row < rows.size() && rows.score(row) == rows.score(row - 1)) {
                row++;
            }
            if (row < rows.size()) {
                edges[number++] = rows.score(row);
            }
            wanted = all * (Math.floor(row * wished / all) + 1) / wished;
        }
        return new ScoreEdges(Arrays.copyOf(edges, number));
    }

    private static ScoreEdges ofWeighted(GroupRows rows, int wished) {
        double all = 0;
        for (int i = 0; i < rows.size(); i++) {
            all += rows.mass(i);
        }
        double[] edges = new double[wished];
        int number = 0;
        double before = 0;
        double wanted = all / wished;
        if (wanted == 0) {
            return NONE;
        }
        for (int i = 0; i < rows.size() && number + 1 < wished; i++) {
            if (before >= wanted && rows.score(i) > rows.score(i - 1)) {
                edges[number++] = rows.score(i);
                wanted = all * (Math.floor(before * wished / all) + 1) / wished;
            }
            before += rows.mass(i);
        }
        return new ScoreEdges(Arrays.copyOf(edges, number));
    }

    int stretches() {
        return edges.length + 1;
    }

    /** Whether a score that lies below no earlier stretch belongs to this one. */
    boolean holds(int stretch, double score) {
        return stretch == edges.length || score < edges[stretch];
    }
}
