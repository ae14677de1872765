package org.aimass.api;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.aimass.shared.Bookmark;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Bookmark} as the API hands it out: opaque, and good for the list and the search that it comes from alone. It checks itself,
 * so that a mangled one is refused and not read as another place. It holds no secret and opens nothing: whoever made one up would
 * read from that place what they may read anyway.
 */
public final class Cursor {

    private static final int LONGEST = 400;
    private static final int CHECK_BYTES = 8;

    /** The check keeps out mistakes, not people: what they make up stays within what every database can compare. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST = Instant.parse("9000-01-01T00:00:00Z");

    private Cursor() {}

    /** @param list with everything that was asked for, such as {@code models?text=rent} */
    static String of(Bookmark place, String list) {
        byte[] text = (place.at() + " " + place.id()).getBytes(StandardCharsets.UTF_8);
        byte[] check = check(text, list);
        byte[] all = Arrays.copyOf(check, CHECK_BYTES + text.length);
        System.arraycopy(text, 0, all, CHECK_BYTES, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /**
     * @param cursor as it came; null or empty for the beginning
     * @throws Refusal INVALID at {@code cursor} unless it was handed out for this list
     */
    public static Optional<Bookmark> read(@Nullable String cursor, String list) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] all = cursor.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(cursor);
            if (all.length <= CHECK_BYTES) {
                throw refused();
            }
            byte[] text = Arrays.copyOfRange(all, CHECK_BYTES, all.length);
            if (!Arrays.equals(check(text, list), Arrays.copyOf(all, CHECK_BYTES))) {
                throw refused();
            }
            String[] parts = new String(text, StandardCharsets.UTF_8).split(" ", 2);
            Instant at = Instant.parse(parts[0]);
            if (at.isBefore(FIRST) || at.isAfter(LAST) || !parts[1].matches("[A-Za-z0-9-]{1,60}")) {
                throw refused();
            }
            return Optional.of(new Bookmark(at, parts[1]));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw refused();
        }
    }

    /** As {@link #read}, of a list whose entries are named by ids. */
    public static Optional<Bookmark> readId(@Nullable String cursor, String list) {
        return read(cursor, list).map(place -> {
            try {
                return new Bookmark(place.at(), UUID.fromString(place.id()).toString());
            } catch (IllegalArgumentException e) {
                throw refused();
            }
        });
    }

    private static byte[] check(byte[] text, String list) {
        var digest = Sha256Digest.newMessageDigest();
        digest.update(list.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return Arrays.copyOf(digest.digest(text), CHECK_BYTES);
    }

    private static Refusal refused() {
        return Refusal.of(Refusal.Kind.INVALID, "api", "refusal.cursor").at("cursor");
    }
}
