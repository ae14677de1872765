package org.aimass.engine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.aimass.engine.Deadline;
import org.aimass.engine.SpecialTokens;
import org.aimass.engine.VocabularyFile;
import org.aimass.engine.data.Tokenizer;
import org.aimass.engine.inference.OnnxModel;
import org.aimass.engine.inference.ValueSpec;

/**
 * {@code inspect model.onnx}: what a model takes and gives, after both the check and ONNX Runtime have accepted it, and what the files
 * beside it hold.
 */
final class InspectCommand implements Command {

    private static final String VOCABULARY = "--vocabulary";
    private static final String TOKENIZER = "--tokenizer";
    private static final String TOKENS = "--tokens";
    private static final int MOST_LABELS = 100;
    private static final int LONGEST_LABEL = 200;

    @Override
    public String usage() {
        return "inspect model.onnx [--vocabulary FILE] [--tokenizer FILE] [--tokens FILE]";
    }

    @Override
    public Set<String> valuedOptions() {
        return Set.of(VOCABULARY, TOKENIZER, TOKENS);
    }

    @Override
    public void run(Arguments arguments, Deadline deadline, PrintStream out) {
        SpecialTokens special =
                arguments.has(TOKENS) ? SpecialTokens.read(arguments.pathOf(TOKENS)) : SpecialTokens.NONE;
        Optional<List<String>> vocabulary = arguments.has(VOCABULARY)
                ? Optional.of(VocabularyFile.read(arguments.pathOf(VOCABULARY)))
                : Optional.empty();
        Optional<Tokenizer> tokenizer =
                arguments.has(TOKENIZER) ? Optional.of(Tokenizer.read(arguments.pathOf(TOKENIZER))) : Optional.empty();
        try (OnnxModel model = OnnxModel.toInspect(arguments.path("model"))) {
            deadline.check();
            JsonOutput.print(out, json -> {
                write(model, json);
                if (vocabulary.isPresent()) {
                    tokens("vocabulary", vocabulary.get().size(), json);
                    token("blank", VocabularyFile.blank(vocabulary.get(), special.blank()), json);
                    json.writeEndObject();
                }
                if (tokenizer.isPresent()) {
                    tokens("tokenizer", tokenizer.get().size(), json);
                    token("begin", special.begin().map(tokenizer.get()::token).orElse(OptionalInt.empty()), json);
                    token("end", special.end().map(tokenizer.get()::token).orElse(OptionalInt.empty()), json);
                    json.writeEndObject();
                }
            });
        }
    }

    private static void tokens(String field, int count, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeNumberField("tokens", count);
    }

    /** Its place, where there is such a token. */
    private static void token(String field, OptionalInt place, JsonGenerator json) throws IOException {
        if (place.isPresent()) {
            json.writeNumberField(field, place.getAsInt());
        }
    }

    private static void write(OnnxModel model, JsonGenerator json) throws IOException {
        values("inputs", model.inputs(), json);
        values("outputs", model.outputs(), json);
        json.writeNumberField("opset", model.facts().opset());
        json.writeArrayFieldStart("operators");
        for (String operator : model.facts().operators()) {
            json.writeString(operator);
        }
        json.writeEndArray();
        labels(model.facts().classLabels(), json);
        json.writeStringField("sha256", model.facts().sha256().hex());
        json.writeNumberField("bytes", model.facts().bytes());
    }

    /** As many as somebody may choose from, and no longer than can be read. */
    private static void labels(List<String> labels, JsonGenerator json) throws IOException {
        if (labels.isEmpty()
                || labels.size() > MOST_LABELS
                || labels.stream().anyMatch(label -> label.length() > LONGEST_LABEL)) {
            return;
        }
        json.writeArrayFieldStart("labels");
        for (String label : labels) {
            json.writeString(label);
        }
        json.writeEndArray();
    }

    private static void values(String field, List<ValueSpec> values, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(field);
        for (ValueSpec value : values) {
            json.writeStartObject();
            json.writeStringField("name", value.name());
            json.writeStringField("type", value.type());
            json.writeArrayFieldStart("shape");
            for (long dimension : value.shape()) {
                json.writeNumber(dimension);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
