package org.aimass.engine.task;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Rows kept one by one, in chunks: a code (group's cell), up to three numbers, and the weight and the cluster where rows have one. */
final class KeptRows {

    private static final int CHUNK = 1 << 15;

    /** One chunk's columns; those that are not kept are null. */
    @SuppressWarnings("ArrayRecordComponent") // columns, never compared
    private record Chunk(
            int[] code,
            double @Nullable [] first,
            double @Nullable [] second,
            double @Nullable [] third,
            double @Nullable [] weight,
            int @Nullable [] cluster,
            int[] size) {}

    private static final Chunk NONE = new Chunk(new int[0], null, null, null, null, null, new int[1]);

    private final List<Chunk> chunks = new ArrayList<>();
    private final boolean first;
    private final boolean second;
    private final boolean third;
    private final boolean weighted;
    private final boolean clustered;
    private int size;

    /** Tells which columns are kept; those that are not come back as 0. */
    KeptRows(boolean first, boolean second, boolean third, boolean clustered) {
        this(first, second, third, false, clustered);
    }

    /** The same with a weight beside three other numbers. */
    KeptRows(boolean first, boolean second, boolean third, boolean weighted, boolean clustered) {
        this.first = first;
        this.second = second;
        this.third = third;
        this.weighted = weighted;
        this.clustered = clustered;
    }

    int size() {
        return size;
    }

    void add(int code, double one, double two, double three, int cluster) {
        add(code, one, two, three, 1, cluster);
    }

    void add(int code, double one, double two, double three, double weight, int cluster) {
        Chunk chunk = chunks.isEmpty() ? null : chunks.get(chunks.size() - 1);
        if (chunk == null || chunk.size[0] == CHUNK) {
            chunk = new Chunk(
                    new int[CHUNK],
                    first ? new double[CHUNK] : null,
                    second ? new double[CHUNK] : null,
                    third ? new double[CHUNK] : null,
                    weighted ? new double[CHUNK] : null,
                    clustered ? new int[CHUNK] : null,
                    new int[1]);
            chunks.add(chunk);
        }
        int at = chunk.size[0]++;
        chunk.code[at] = code;
        if (first) {
            requireNonNull(chunk.first)[at] = one;
        }
        if (second) {
            requireNonNull(chunk.second)[at] = two;
        }
        if (third) {
            requireNonNull(chunk.third)[at] = three;
        }
        if (weighted) {
            requireNonNull(chunk.weight)[at] = weight;
        }
        if (clustered) {
            requireNonNull(chunk.cluster)[at] = cluster;
        }
        size++;
    }

    /** Takes over the other's rows, which must keep the same columns. */
    void merge(KeptRows other, IntUnaryOperator codes) {
        for (Chunk chunk : other.chunks) {
            for (int row = 0; row < chunk.size[0]; row++) {
                chunk.code[row] = codes.applyAsInt(chunk.code[row]);
            }
        }
        chunks.addAll(other.chunks);
        size += other.size;
        other.chunks.clear();
        other.size = 0;
    }

    /** What is done with some rows: the first of the columns, and no more of them than told. */
    interface ChunkSink {
        void accept(int[] code, double[] first, int rows);
    }

    /** Shows all rows, chunk by chunk, by the code and the first number, which is kept. */
    void show(ChunkSink sink) {
        for (Chunk chunk : chunks) {
            sink.accept(chunk.code, requireNonNull(chunk.first), chunk.size[0]);
        }
    }

    /** What is done with a row. */
    interface RowSink {
        void accept(int code, double one, double two, double three, int cluster);
    }

    /** What is done with a row that may have a weight; 1 where none is kept. */
    interface WeighedSink {
        void accept(int code, double one, double two, double three, double weight, int cluster);
    }

    /** Forgets all rows. */
    void clear() {
        chunks.clear();
        size = 0;
    }

    /** Hands over every row and forgets it. */
    void forEach(RowSink sink) {
        forEachWeighed((code, one, two, three, weight, cluster) -> sink.accept(code, one, two, three, cluster));
    }

    /** The same with its weight. */
    void forEachWeighed(WeighedSink sink) {
        for (int i = 0; i < chunks.size(); i++) {
            Chunk chunk = chunks.set(i, NONE);
            for (int row = 0; row < chunk.size[0]; row++) {
                sink.accept(
                        chunk.code[row],
                        value(chunk.first, row),
                        value(chunk.second, row),
                        value(chunk.third, row),
                        chunk.weight == null ? 1 : chunk.weight[row],
                        chunk.cluster == null ? 0 : chunk.cluster[row]);
            }
        }
        clear();
    }

    private static double value(double @Nullable [] column, int row) {
        return column == null ? 0 : column[row];
    }
}
