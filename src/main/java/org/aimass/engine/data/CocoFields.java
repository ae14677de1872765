package org.aimass.engine.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Fields of images, or of objects, that may form groups: those that the format itself has no use for. */
final class CocoFields {

    private static final int MOST_FIELDS = 200;
    private static final int LONGEST_NAME = 200;
    /** Values of all fields together. */
    private static final long MOST_CELLS = 60_000_000;

    private static final String ATTRIBUTES = "attributes";

    private final Map<String, CocoField> byName = new LinkedHashMap<>();
    private long cells;

    /** Takes the value at hand, or what an object {@code attributes} holds. */
    void put(int thing, String name, JsonStream json) {
        if (name.equals(ATTRIBUTES) && !json.isObject()) {
            json.skip();
        } else if (name.equals(ATTRIBUTES)) {
            for (Optional<String> own = json.field(); own.isPresent(); own = json.field()) {
                putOne(thing, own.get(), json);
            }
        } else {
            putOne(thing, name, json);
        }
    }

    private void putOne(int thing, String name, JsonStream json) {
        CocoField field = byName.get(name);
        if (field == null) {
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                json.skip();
                return;
            }
            if (byName.size() == MOST_FIELDS) {
                throw json.tooMany("one more field of its own", MOST_FIELDS);
            }
            field = new CocoField();
            byName.put(name, field);
        }
        cells += field.put(thing, json);
        if (cells > MOST_CELLS) {
            throw json.tooMany("more values of own fields", MOST_CELLS);
        }
    }

    /** In the order in which they were met. */
    Map<String, CocoField> byName() {
        return Collections.unmodifiableMap(byName);
    }
}
