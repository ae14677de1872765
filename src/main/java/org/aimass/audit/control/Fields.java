package org.aimass.audit.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.aimass.shared.Sha256Digest;

/**
 * One JSON object, read key by key; what is missing, of another type or left over is named by its path.
 *
 * @see Malformed
 */
final class Fields {

    /** The JSON is not as its reader expects; the message says where and what, in English. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    private final String path;
    private final JsonNode object;
    private final Set<String> read = new HashSet<>();

    private Fields(String path, JsonNode object) {
        if (!object.isObject()) {
            throw new Malformed((path.isEmpty() ? "the file" : path) + ": expected an object");
        }
        this.path = path;
        this.object = object;
    }

    /** Reads the object wholly: a key that the reader did not ask for is refused. */
    static <T> T read(String path, JsonNode object, Function<Fields, T> reader) {
        Fields fields = new Fields(path, object);
        T result = reader.apply(fields);
        object.fieldNames().forEachRemaining(name -> {
            if (!fields.read.contains(name)) {
                throw new Malformed(fields.at(name) + ": unknown key");
            }
        });
        return result;
    }

    boolean has(String name) {
        read.add(name);
        return object.hasNonNull(name);
    }

    /** Lets a key be there that is not read. */
    void passOver(String name) {
        read.add(name);
    }

    String text(String name, int longest) {
        return text(at(name), node(name), longest);
    }

    /** A text that may be shown: no control characters but tabs and the ends of lines. */
    String legible(String name, int longest) {
        String text = text(name, longest);
        if (text.chars().anyMatch(sign -> Character.isISOControl(sign) && "\t\n\r".indexOf(sign) < 0)) {
            throw new Malformed(at(name) + ": expected a text without control characters");
        }
        return text;
    }

    Optional<String> optionalText(String name, int longest) {
        return has(name) ? Optional.of(text(name, longest)) : Optional.empty();
    }

    Sha256Digest digest(String name) {
        try {
            return new Sha256Digest(text(name, 64));
        } catch (IllegalArgumentException e) {
            throw new Malformed(at(name) + ": " + e.getMessage());
        }
    }

    Optional<Sha256Digest> optionalDigest(String name) {
        return has(name) ? Optional.of(digest(name)) : Optional.empty();
    }

    /** A finite number. */
    double number(String name) {
        JsonNode node = node(name);
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw new Malformed(at(name) + ": expected a finite number");
        }
        return node.doubleValue();
    }

    /** A whole number from 0 to {@code most}. */
    long count(String name, long most) {
        JsonNode node = node(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0 || node.longValue() > most) {
            throw new Malformed(at(name) + ": expected a whole number from 0 to " + most);
        }
        return node.longValue();
    }

    boolean flag(String name) {
        JsonNode node = node(name);
        if (!node.isBoolean()) {
            throw new Malformed(at(name) + ": expected true or false");
        }
        return node.booleanValue();
    }

    <T> T object(String name, Function<Fields, T> reader) {
        return read(at(name), node(name), reader);
    }

    <T> List<T> list(String name, int most, Function<Fields, T> reader) {
        return each(name, most, (itemPath, item) -> read(itemPath, item, reader));
    }

    List<String> texts(String name, int most, int longest) {
        return each(name, most, (itemPath, item) -> text(itemPath, item, longest));
    }

    List<List<String>> textLists(String name, int most, int longest) {
        return each(name, most, (itemPath, item) -> {
            if (!item.isArray() || item.size() > most) {
                throw new Malformed(itemPath + ": expected a list of at most " + most);
            }
            List<String> texts = new ArrayList<>();
            item.forEach(text -> texts.add(text(itemPath, text, longest)));
            return List.copyOf(texts);
        });
    }

    /** An object of texts, in its order. */
    Map<String, String> textMap(String name, int most, int longest) {
        return map(name, most, (itemPath, item) -> text(itemPath, item, longest));
    }

    <T> Map<String, T> map(String name, int most, Item<T> reader) {
        JsonNode node = node(name);
        if (!node.isObject() || node.size() > most) {
            throw new Malformed(at(name) + ": expected an object of at most " + most + " keys");
        }
        Map<String, T> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            String key = storable(at(name), entry.getKey());
            map.put(key, reader.read(at(name) + "." + key, entry.getValue()));
        });
        return Collections.unmodifiableMap(map);
    }

    /** Reads one value at a path. */
    interface Item<T> {
        T read(String path, JsonNode value);
    }

    /** The value as it is, for a reader of its own. */
    JsonNode whole(String name) {
        return node(name);
    }

    /** A list of anything but objects. */
    <T> List<T> items(String name, int most, Item<T> reader) {
        return each(name, most, reader);
    }

    private <T> List<T> each(String name, int most, Item<T> reader) {
        JsonNode node = node(name);
        if (!node.isArray() || node.size() > most) {
            throw new Malformed(at(name) + ": expected a list of at most " + most);
        }
        List<T> items = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            items.add(reader.read(at(name) + "[" + i + "]", node.get(i)));
        }
        return Collections.unmodifiableList(items);
    }

    static String text(String path, JsonNode node, int longest) {
        if (!node.isTextual() || node.textValue().length() > longest) {
            throw new Malformed(path + ": expected a text of at most " + longest + " characters");
        }
        return storable(path, node.textValue());
    }

    /** A text without what no database keeps: NUL, and halves of characters. */
    private static String storable(String path, String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean pair = Character.isHighSurrogate(sign)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (sign == 0 || (Character.isSurrogate(sign) && !pair)) {
                throw new Malformed(path + ": expected a text without NUL and without halves of characters");
            }
            i += pair ? 1 : 0;
        }
        return text;
    }

    private JsonNode node(String name) {
        read.add(name);
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) {
            throw new Malformed(at(name) + ": missing");
        }
        return node;
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
