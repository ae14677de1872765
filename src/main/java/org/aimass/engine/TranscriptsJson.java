package org.aimass.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.aimass.engine.metrics.Edits;
import org.aimass.engine.metrics.Transcripts;

/** The part of an outcome that quotes what was said and understood. */
final class TranscriptsJson {

    private TranscriptsJson() {}

    static void write(Transcripts transcripts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("transcripts");
        for (Transcripts.Snippet snippet : transcripts.snippets()) {
            json.writeStartObject();
            json.writeNumberField("line", snippet.line());
            OutcomeFile.features(snippet.features(), json);
            json.writeStringField("reference", snippet.reference());
            json.writeStringField("hypothesis", snippet.answer());
            json.writeNumberField("words", snippet.errors().words());
            edits("word_errors", snippet.errors().ofWords(), json);
            json.writeNumberField("characters", snippet.errors().characters());
            edits("character_errors", snippet.errors().ofCharacters(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void edits(String field, Edits edits, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeNumberField("substitutions", edits.substitutions());
        json.writeNumberField("deletions", edits.deletions());
        json.writeNumberField("insertions", edits.insertions());
        json.writeEndObject();
    }
}
