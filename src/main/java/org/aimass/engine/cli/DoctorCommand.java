package org.aimass.engine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import org.aimass.engine.Deadline;
import org.aimass.engine.EngineVersion;
import org.aimass.engine.inference.OnnxRuntime;
import org.aimass.engine.local.Machine;

/** {@code doctor}: versions, execution providers, devices, cores, memory. */
final class DoctorCommand implements Command {

    @Override
    public String usage() {
        return "doctor";
    }

    @Override
    public void run(Arguments arguments, Deadline deadline, PrintStream out) {
        arguments.demandNoWords();
        JsonOutput.print(out, DoctorCommand::write);
    }

    private static void write(JsonGenerator json) throws IOException {
        Runtime runtime = Runtime.getRuntime();
        json.writeStringField("version", EngineVersion.get());
        json.writeStringField("java", Runtime.version().toString());
        json.writeStringField("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        json.writeStringField("onnxruntime", OnnxRuntime.version());
        json.writeArrayFieldStart("providers");
        for (String provider : OnnxRuntime.providers()) {
            json.writeString(provider);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("devices");
        json.writeString(Machine.processor());
        json.writeEndArray();
        json.writeNumberField("cores", runtime.availableProcessors());
        json.writeNumberField("memory_bytes", runtime.maxMemory());
    }
}
