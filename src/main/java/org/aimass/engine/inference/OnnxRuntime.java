package org.aimass.engine.inference;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.aimass.engine.EngineFailure;
import org.jspecify.annotations.Nullable;

/** The native runtime, quiet: its log goes nowhere, since standard error belongs to our one line. */
public final class OnnxRuntime {

    private static @Nullable OrtEnvironment environment;

    private OnnxRuntime() {}

    static synchronized OrtEnvironment environment() {
        OrtEnvironment known = environment;
        if (known == null) {
            known = start();
            environment = known;
        }
        return known;
    }

    private static OrtEnvironment start() {
        Optional<Path> unpacked = Optional.empty();
        try {
            unpacked = NativeLibraries.unpack();
            OrtEnvironment started = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "aimass");
            started.setTelemetry(false);
            return started;
        } catch (OrtException | IOException | LinkageError e) {
            throw new EngineFailure("ONNX Runtime does not start on this machine (" + e.getMessage() + ")");
        } finally {
            unpacked.ifPresent(NativeLibraries::delete);
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
