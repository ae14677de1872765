package org.aimass.engine.local;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What images were embedded as already, by their name: one image stands in many pairs, and a model takes its time. For several threads;
 * what no longer fits is embedded anew, with the same result.
 */
final class KnownEmbeddings {

    private static final long MOST_BYTES = 128L << 20;
    private static final int BESIDE = 100;

    private final Map<String, double[]> known = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    Optional<double[]> find(String name) {
        return Optional.ofNullable(known.get(name));
    }

    void add(String name, double[] embedding) {
        long size = BESIDE + 2L * name.length() + (long) Double.BYTES * embedding.length;
        if (bytes.get() + size <= MOST_BYTES && known.putIfAbsent(name, embedding) == null) {
            bytes.addAndGet(size);
        }
    }
}
