package org.aimass.engine.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The places of ids in a list; of one that is there twice, one of them. */
final class IdPlaces {

    private final long[] sorted;
    private final int[] places;

    IdPlaces(Longs ids) {
        places = IntStream.range(0, ids.size())
                .boxed()
                .sorted(Comparator.comparingLong(ids::get))
                .mapToInt(Integer::intValue)
                .toArray();
        sorted = ids.sorted();
    }

    /** -1 where it is not there. */
    int of(long id) {
        int at = Arrays.binarySearch(sorted, id);
        return at < 0 ? -1 : places[at];
    }
}
