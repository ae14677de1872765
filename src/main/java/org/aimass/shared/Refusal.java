package org.aimass.shared;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The portal will not do what was asked, and says why. The one exception family of the rooms: mapped in {@code web} to a
 * page message in the reader's language and to problem+json.
 */
public final class Refusal extends RuntimeException {

    /** What kind of no it is; decides the HTTP status. */
    public enum Kind {
        INVALID(422),
        NOT_FOUND(404),
        FORBIDDEN(403),
        CONFLICT(409),
        TOO_LARGE(413),
        STORE_FULL(507),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String room;
    private final String key;
    private final transient List<Object> arguments;
    private final @Nullable String field;

    private Refusal(Kind kind, String room, String key, @Nullable String field, List<Object> arguments) {
        super(kind + " " + room + ":" + key + (arguments.isEmpty() ? "" : " " + arguments));
        this.kind = kind;
        this.room = room;
        this.key = key;
        this.field = field;
        this.arguments = List.copyOf(arguments);
    }

    /**
     * @param room the room whose words hold the message, such as {@code audit}
     * @param key the message's key in that room's words
     * @param arguments fill the message's places {0}, {1}, ...
     */
    public static Refusal of(Kind kind, String room, String key, Object... arguments) {
        return new Refusal(kind, room, key, null, List.of(arguments));
    }

    /** The same answer for what does not exist and for what the asker may not see. */
    public static Refusal notFound() {
        return of(Kind.NOT_FOUND, "web", "refusal.notFound");
    }

    /** This refusal, shown beside the named form field. */
    public Refusal at(String fieldName) {
        return new Refusal(kind, room, key, fieldName, arguments);
    }

    public Kind kind() {
        return kind;
    }

    public String room() {
        return room;
    }

    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }

    public Optional<String> field() {
        return Optional.ofNullable(field);
    }
}
