package org.aimass.engine.inference;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.util.List;
import org.aimass.engine.EngineFailure;

/** The native runtime, quiet: its log goes nowhere, since standard error belongs to our one line. */
public final class OnnxRuntime {

    private OnnxRuntime() {}

    static OrtEnvironment environment() {
        try {
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "aimass");
            environment.setTelemetry(false);
            return environment;
        } catch (OrtException | LinkageError e) {
            throw new EngineFailure("ONNX Runtime does not start on this machine (" + e.getMessage() + ")");
        }
    }

    public static String version() {
        return environment().getVersion();
    }

    /** The execution providers, as {@code CPU}. */
    public static List<String> providers() {
        environment();
        return OrtEnvironment.getAvailableProviders().stream()
                .map(Enum::name)
                .sorted()
                .toList();
    }
}
