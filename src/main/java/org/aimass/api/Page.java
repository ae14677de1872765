package org.aimass.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.aimass.shared.Bookmark;

/**
 * Some entries of a list, newest first.
 *
 * @param next the cursor for what follows; absent at the end
 */
public record Page<T>(List<T> items, Optional<String> next) {

    /** How many entries come at once where nobody says how many. */
    public static final String USUAL = "50";

    /** One more than is shown tells whether anything follows. */
    public static int wanted(int limit) {
        return limit + 1;
    }

    /**
     * @param found at most {@link #wanted} entries
     * @param list as for {@link Cursor}
     */
    public static <E, T> Page<T> of(
            List<E> found, int limit, String list, Function<E, Bookmark> place, Function<E, T> view) {
        List<E> shown = found.size() > limit ? found.subList(0, limit) : found;
        Optional<String> next = found.size() > limit
                ? Optional.of(Cursor.of(place.apply(shown.get(limit - 1)), list))
                : Optional.empty();
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
