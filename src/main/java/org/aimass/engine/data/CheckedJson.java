package org.aimass.engine.data;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.engine.Fault;

/**
 * A JSON file whose values are read one by one: one that is not as expected is written down, and reading goes on behind it. Where
 * it is no JSON at all, nobody can say what comes behind: that ends it.
 */
final class CheckedJson {

    private final JsonStream json;
    private final FaultList faults;
    private final Deadline deadline;

    CheckedJson(JsonStream json, FaultList faults, Deadline deadline) {
        this.json = json;
        this.faults = faults;
        this.deadline = deadline;
    }

    JsonStream json() {
        return json;
    }

    /**
     * The value at hand; empty where it is not as expected.
     *
     * @throws BadInput where nothing behind it can be read
     */
    <T> Optional<T> read(Supplier<T> value) {
        int depth = json.depth();
        try {
            return Optional.of(value.get());
        } catch (BadInput e) {
            faults.add(e.fault().filter(fault -> fault.line() == 0).orElseThrow(() -> e));
            json.leave(depth);
            return Optional.empty();
        }
    }

    /** Whether the value at hand is as expected. */
    boolean reads(Runnable value) {
        return read(() -> {
                    value.run();
                    return true;
                })
                .isPresent();
    }

    /**
     * Goes through the list at hand, whose items are objects.
     *
     * @param needed fields that each of them must have
     * @param field takes the name of a field, at whose value it then stands
     * @param end comes behind each of them
     * @throws BadInput if there are more
     */
    void objects(int most, List<String> needed, Consumer<String> field, Runnable end) {
        if (!json.isList()) {
            faults.add(json.fault(json.wordOrKind(), "a list"));
            json.skip();
            return;
        }
        for (int i = 0; json.hasItem(); i++) {
            if (i == most) {
                throw json.tooMany("more", most);
            }
            if ((i & 0xFFF) == 0) {
                deadline.check();
            }
            if (!json.isObject()) {
                faults.add(json.fault(json.wordOrKind(), "an object"));
                json.skip();
                continue;
            }
            object(needed, field);
            end.run();
        }
    }

    private void object(List<String> needed, Consumer<String> field) {
        Set<String> given = new HashSet<>();
        for (Optional<String> name = json.field(); name.isPresent(); name = json.field()) {
            if (needed.contains(name.get())) {
                given.add(name.get());
            }
            field.accept(name.get());
        }
        for (String name : needed) {
            if (!given.contains(name)) {
                faults.add(json.fault("no " + name, "each of " + String.join(", ", needed)));
            }
        }
    }

    void fault(Fault fault) {
        faults.add(fault);
    }
}
