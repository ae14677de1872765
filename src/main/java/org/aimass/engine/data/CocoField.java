package org.aimass.engine.data;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The values of one field of images, or of objects, thing by thing. */
final class CocoField {

    static final int NONE = -1;
    private static final int MOST_VALUES = 10_000;
    private static final int MOST_BYTES = 1 << 20;
    /** The code of values for which there was no more room. */
    private static final int BEYOND = -2;

    private final Dictionary values = new Dictionary(MOST_VALUES, MOST_BYTES);
    private final Set<ValueKind> kinds = EnumSet.noneOf(ValueKind.class);
    private int[] codes = {};
    private boolean usable = true;
    private boolean complete = true;

    /** @return by how many cells it has grown */
    int put(int thing, JsonStream json) {
        Optional<ValueKind> kind = json.kind();
        if (kind.isEmpty()) {
            usable = false;
            json.skip();
            return 0;
        }
        int before = codes.length;
        if (thing >= before) {
            codes = Arrays.copyOf(codes, Math.max(thing + 1, Math.max(16, before + (before >> 1))));
            Arrays.fill(codes, before, codes.length, NONE);
        }
        if (kind.get() != ValueKind.MISSING) {
            codes[thing] = code(kind.get(), json);
        }
        return codes.length - before;
    }

    private int code(ValueKind kind, JsonStream json) {
        kinds.add(kind);
        int code = values.code(json.word().orElseThrow());
        complete &= code != Dictionary.FULL;
        return code == Dictionary.FULL ? BEYOND : code;
    }

    /** Whether all its values are texts, numbers, true or false. */
    boolean isUsable() {
        return usable;
    }

    /** Whether all its values were kept. */
    boolean isComplete() {
        return complete;
    }

    boolean isEmpty() {
        return kinds.isEmpty();
    }

    Set<ValueKind> kinds() {
        return kinds;
    }

    Dictionary values() {
        return values;
    }

    /** The number of a thing's value; {@link #NONE} where it has none, another number below 0 where it was not kept. */
    int code(int thing) {
        return thing < codes.length ? codes[thing] : NONE;
    }
}
