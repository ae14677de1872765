package org.aimass.engine.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** One JSON object as one line. */
final class JsonOutput {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();
    private static final double EXACT = 1L << 53;

    private JsonOutput() {}

    /** Writes the fields of an object. */
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    static void print(PrintStream out, Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string writer does no input or output", e);
        }
        out.println(text);
    }

    /** A finite number, without point where it is whole and exact. */
    static void number(JsonGenerator json, String field, double value) throws IOException {
        if (value == Math.rint(value) && Math.abs(value) < EXACT) {
            json.writeNumberField(field, (long) value);
        } else {
            json.writeNumberField(field, value);
        }
    }
}
