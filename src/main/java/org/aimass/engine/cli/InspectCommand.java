package org.aimass.engine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.aimass.engine.Deadline;
import org.aimass.engine.inference.OnnxModel;
import org.aimass.engine.inference.ValueSpec;

/** {@code inspect model.onnx}: what a model takes and gives, after both the check and ONNX Runtime have accepted it. */
final class InspectCommand implements Command {

    @Override
    public String usage() {
        return "inspect model.onnx";
    }

    @Override
    public void run(Arguments arguments, Deadline deadline, PrintStream out) {
        try (OnnxModel model = OnnxModel.toInspect(arguments.path("model"))) {
            deadline.check();
            JsonOutput.print(out, json -> write(model, json));
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
        json.writeStringField("sha256", model.facts().sha256().hex());
        json.writeNumberField("bytes", model.facts().bytes());
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
