package org.aimass.engine.task;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Rows kept one by one, in chunks: score, code (group's cell), weight and cluster, as far as the plan has them. */
final class KeptRows {

    private static final int CHUNK = 1 << 15;

    /** One chunk's columns. */
    @SuppressWarnings("ArrayRecordComponent") // columns, never compared
    private record Chunk(
            int[] code, double @Nullable [] score, double @Nullable [] weight, int @Nullable [] cluster, int[] size) {}

    private final List<Chunk> chunks = new ArrayList<>();
    private final boolean scored;
    private final boolean weighted;
    private final boolean clustered;
    private int size;

    KeptRows(boolean scored, boolean weighted, boolean clustered) {
        this.scored = scored;
        this.weighted = weighted;
        this.clustered = clustered;
    }

    int size() {
        return size;
    }

    void add(int code, double score, double weight, int cluster) {
        Chunk chunk = chunks.isEmpty() ? null : chunks.get(chunks.size() - 1);
        if (chunk == null || chunk.size[0] == CHUNK) {
            chunk = new Chunk(
                    new int[CHUNK],
                    scored ? new double[CHUNK] : null,
                    weighted ? new double[CHUNK] : null,
                    clustered ? new int[CHUNK] : null,
                    new int[1]);
            chunks.add(chunk);
        }
        int at = chunk.size[0]++;
        chunk.code[at] = code;
        if (scored) {
            requireNonNull(chunk.score)[at] = score;
        }
        if (weighted) {
            requireNonNull(chunk.weight)[at] = weight;
        }
        if (clustered) {
            requireNonNull(chunk.cluster)[at] = cluster;
        }
        size++;
    }

    /** Takes over the other's rows. */
    void merge(KeptRows other, IntUnaryOperator codes) {
        other.forEach((code, score, weight, cluster) -> add(codes.applyAsInt(code), score, weight, cluster));
    }

    /** What is done with a row. */
    interface RowSink {
        void accept(int code, double score, double weight, int cluster);
    }

    /** Hands over every row and forgets it. */
    void forEach(RowSink sink) {
        for (int i = 0; i < chunks.size(); i++) {
            Chunk chunk = chunks.set(i, new Chunk(new int[0], null, null, null, new int[1]));
            double[] score = chunk.score;
            double[] weight = chunk.weight;
            int[] cluster = chunk.cluster;
            for (int row = 0; row < chunk.size[0]; row++) {
                sink.accept(
                        chunk.code[row],
                        score == null ? 0 : score[row],
                        weight == null ? 1 : weight[row],
                        cluster == null ? 0 : cluster[row]);
            }
        }
        chunks.clear();
        size = 0;
    }
}
