package org.aimass.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.aimass.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** What a request must give or may give, with the same refusals as a page's. */
public final class Given {

    /** Entries of a list that come at once, at most. */
    private static final int MOST = 200;

    private static final int LONGEST_SEARCH = 200;

    private Given() {}

    /** @throws Refusal INVALID at the field where there is nothing */
    public static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw Refusal.of(Refusal.Kind.INVALID, "api", "refusal.missing").at(field);
        }
        return value;
    }

    /** @throws Refusal INVALID at the field where one of its entries is nothing */
    public static <T> List<T> list(@Nullable List<T> values, String field) {
        if (values == null) {
            return List.of();
        }
        values.forEach(value -> required(value, field));
        return List.copyOf(values);
    }

    /** @throws Refusal INVALID at the field where one of its values is nothing */
    public static <V> Map<String, V> map(@Nullable Map<String, V> values, String field) {
        if (values == null) {
            return Map.of();
        }
        values.forEach((key, value) -> required(value, field + "." + key));
        return new LinkedHashMap<>(values);
    }

    /** What is left out counts as empty: the control says what is missing, as it does for a page. */
    public static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** @throws Refusal NOT_FOUND unless it is an id in its usual form */
    public static UUID id(String text) {
        if (!text.toLowerCase(Locale.ROOT).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw Refusal.notFound();
        }
        return UUID.fromString(text);
    }

    /** @throws Refusal INVALID at {@code limit} unless it is from 1 to 200 */
    public static int limit(String text) {
        if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > MOST) {
            throw Refusal.of(Refusal.Kind.INVALID, "api", "refusal.limit", MOST).at("limit");
        }
        return Integer.parseInt(text);
    }

    /** @throws Refusal INVALID at {@code text} when it is longer than 200 characters */
    public static String search(@Nullable String text) {
        String wanted = text(text);
        if (wanted.length() > LONGEST_SEARCH) {
            throw Refusal.of(Refusal.Kind.INVALID, "api", "refusal.search", LONGEST_SEARCH)
                    .at("text");
        }
        return wanted;
    }
}
