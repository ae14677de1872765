package org.aimass.engine.inference;

import java.util.EnumMap;
import java.util.Map;
import org.aimass.engine.inference.OnnxWalk.Forbidden;

/**
 * How many things of a kind one file may bring. Two bytes of a file make an object of a hundred and more in native memory;
 * the largest models that people train stay far below these numbers.
 */
final class Limits {

    enum Kind {
        GRAPHS(10_000),
        NODES(1_000_000),
        ATTRIBUTES(4_000_000),
        TENSORS(1_000_000),
        VALUES(2_000_000),
        OPERATOR_SETS(100),
        TEXTS(20_000_000);

        private final int most;

        Kind(int most) {
            this.most = most;
        }
    }

    private final Map<Kind, Integer> seen = new EnumMap<>(Kind.class);

    /**
     * @throws Forbidden if there are too many by now
     */
    void count(Kind kind) throws Forbidden {
        if (seen.merge(kind, 1, Integer::sum) > kind.most) {
            String what = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
            throw new Forbidden("more than " + kind.most + " " + what);
        }
    }
}
