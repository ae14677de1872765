package org.aimass.shared;

import java.util.List;

/**
 * One page of a longer list.
 *
 * @param items the items of this page, in order
 * @param offset how many items come before this page, at least 0
 * @param total how many items there are in all
 */
public record Slice<T>(List<T> items, long offset, long total) {

    public Slice {
        items = List.copyOf(items);
    }

    public boolean hasMore() {
        return offset + items.size() < total;
    }
}
