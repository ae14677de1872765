package org.aimass.engine.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Optional;
import org.aimass.engine.BadInput;
import org.aimass.engine.Fault;
import org.aimass.engine.OneLine;
import org.aimass.shared.Sha256Digest;
import org.jspecify.annotations.Nullable;

/**
 * A JSON file read from its start to its end in bounded memory, however long it is. What is not as expected is refused with its
 * place, as a JSON pointer (RFC 6901).
 */
final class JsonStream implements AutoCloseable {

    private static final int DEEPEST = 50;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_NUMBER = 100;
    private static final double LARGEST = 0x1p40;
    /** Fields of one object: their names are kept, to find those that are there twice. */
    private static final int MOST_FIELDS = 100_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private final String label;
    private final FileBytes bytes;
    private final JsonParser parser;

    /** @param label how messages name the file */
    JsonStream(String label, FileBytes bytes) {
        this.label = label;
        this.bytes = bytes;
        try {
            parser = JSON.createParser(bytes);
        } catch (IOException e) {
            throw FileBytes.unreadable(label, e);
        }
        next();
    }

    private @Nullable JsonToken next() {
        try {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.FIELD_NAME && parser.getParsingContext().getCurrentIndex() >= MOST_FIELDS) {
                throw tooMany("more fields", MOST_FIELDS);
            }
            return token;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private BadInput broken(IOException why) {
        if (why instanceof JsonProcessingException json) {
            JsonLocation at = json.getLocation();
            String where = at == null ? "" : ": line " + at.getLineNr() + ", column " + at.getColumnNr();
            String what = "not JSON as expected (" + OneLine.of(String.valueOf(json.getOriginalMessage()), 200) + ")";
            return new BadInput(
                    label + where + ": " + what, new Fault(at == null ? 1 : at.getLineNr(), label, what, ""));
        }
        return FileBytes.unreadable(label, why);
    }

    /** Steps into the list at hand; {@link #hasItem} then goes through it. */
    void list() {
        demand(JsonToken.START_ARRAY, "a list");
    }

    /** Steps into the object at hand; {@link #field} then goes through it. */
    void object() {
        demand(JsonToken.START_OBJECT, "an object");
    }

    private void demand(JsonToken token, String what) {
        if (parser.currentToken() != token) {
            throw wrong(what);
        }
    }

    /** Whether the list at hand has another item; goes there. */
    boolean hasItem() {
        return next() != JsonToken.END_ARRAY;
    }

    /** The name of the next field, at whose value it then stands; empty at the end of the object. */
    Optional<String> field() {
        if (next() == JsonToken.END_OBJECT) {
            return Optional.empty();
        }
        try {
            String name = parser.currentName();
            next();
            return Optional.of(name);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** Leaves out the value at hand, whatever it is. */
    void skip() {
        leave(depth());
    }

    /** How many lists and objects the value at hand lies in. */
    int depth() {
        int depth = parser.getParsingContext().getNestingDepth();
        return isList() || isObject() ? depth - 1 : depth;
    }

    /** Goes to the end of the value that lies so deep. */
    void leave(int depth) {
        while (parser.getParsingContext().getNestingDepth() > depth) {
            if (next() == null) {
                throw wrong("the end of it");
            }
        }
    }

    boolean isList() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    /** A number below 2^40 in size. */
    double number() {
        try {
            if (isNumber()) {
                double value = parser.getDoubleValue();
                if (Math.abs(value) < LARGEST) {
                    return value + 0.0; // no negative zero
                }
            }
        } catch (IOException e) {
            throw broken(e);
        }
        throw wrong("a number below 2^40 in size");
    }

    /** A number of at least 0. */
    double size() {
        double value = number();
        if (value < 0) {
            throw wrong("a number of at least 0");
        }
        return value;
    }

    /** A whole number. */
    long whole(long low, long high) {
        try {
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                    && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                    && parser.getLongValue() >= low
                    && parser.getLongValue() <= high) {
                return parser.getLongValue();
            }
        } catch (IOException e) {
            throw broken(e);
        }
        throw wrong("a whole number from " + low + " to " + high);
    }

    /** 0, 1, true or false. */
    boolean flag() {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> whole(0, 1) == 1;
        };
    }

    String text() {
        demand(JsonToken.VALUE_STRING, "a text");
        return scalar();
    }

    /** A text, number, true or false as text; empty for null and for an empty text. */
    Optional<String> word() {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        if (!parser.currentToken().isScalarValue()) {
            throw wrong("a text, number, true or false");
        }
        return Optional.of(scalar()).filter(text -> !text.isEmpty());
    }

    private String scalar() {
        try {
            return parser.getText();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private boolean isNumber() {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                || parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT;
    }

    /** What the value at hand could be taken for; empty for lists and objects. */
    Optional<ValueKind> kind() {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> Optional.of(ValueKind.MISSING);
            case VALUE_STRING -> Optional.of(scalar().isEmpty() ? ValueKind.MISSING : ValueKind.TEXT);
            case VALUE_NUMBER_INT -> Optional.of(ValueKind.WHOLE);
            case VALUE_NUMBER_FLOAT -> Optional.of(ValueKind.NUMBER);
            case VALUE_TRUE, VALUE_FALSE -> Optional.of(ValueKind.BOOLEAN);
            default -> Optional.empty();
        };
    }

    /** A box: left, top, width and height, the last two at least 0. */
    void box(double[] target) {
        numbers(target, target.length);
        if (target[2] < 0 || target[3] < 0) {
            throw wrong(target[2] + " x " + target[3], "a size of at least 0");
        }
    }

    /** Numbers below 2^40 in size, just as many. */
    void numbers(double[] target, int count) {
        list();
        for (int i = 0; hasItem(); i++) {
            if (i == count) {
                throw wrong("more", count + " numbers");
            }
            target[i] = number();
            if (i == count - 1) {
                demandEnd(count);
                return;
            }
        }
        throw wrong("fewer", count + " numbers");
    }

    private void demandEnd(int count) {
        if (hasItem()) {
            throw wrong("more", count + " numbers");
        }
    }

    BadInput wrong(String expected) {
        return wrong(found(), expected);
    }

    BadInput wrong(String found, String expected) {
        return new BadInput(place() + "found " + found + ", expected " + expected, fault(found, expected));
    }

    /** Nothing behind it is worth reading. */
    BadInput tooMany(String found, long most) {
        String expected = "at most " + most;
        Fault here = fault(found, expected);
        int line = Math.max(1, parser.currentLocation().getLineNr());
        return new BadInput(
                place() + "found " + found + ", expected " + expected, new Fault(line, here.column(), found, expected));
    }

    /** What is wrong here. */
    Fault fault(String found, String expected) {
        return new Fault(0, (label + ": " + pointer()).strip(), found, expected);
    }

    /** The file and the place in it, as the start of a message. */
    String place() {
        String pointer = pointer();
        return label + ": " + (pointer.isEmpty() ? "" : pointer + ": ");
    }

    private String pointer() {
        return OneLine.of(parser.getParsingContext().pathAsPointer().toString(), 200);
    }

    /** The value at hand, or what it is. */
    String wordOrKind() {
        return found();
    }

    private String found() {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_ARRAY -> "a list";
            case START_OBJECT -> "an object";
            case VALUE_STRING -> OneLine.quoted(scalar());
            default -> OneLine.of(scalar(), 60);
        };
    }

    /** The digest of the whole, once the last value was read; refuses whatever comes behind. */
    Sha256Digest finish() {
        if (next() != null) {
            throw wrong("the end of the file");
        }
        try {
            return bytes.finish();
        } catch (IOException e) {
            throw FileBytes.unreadable(label, e);
        }
    }

    @Override
    public void close() {
        try (bytes) {
            parser.close();
        } catch (IOException e) {
            throw FileBytes.unreadable(label, e);
        }
    }
}
