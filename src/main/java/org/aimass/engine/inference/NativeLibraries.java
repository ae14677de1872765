package org.aimass.engine.inference;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * ONNX Runtime's native libraries, unpacked only while they are loaded: a process that is killed later leaves nothing in the
 * temporary folder. Left to itself the runtime deletes its 25 MB when the process ends, if it ends well.
 */
final class NativeLibraries {

    private static final String PLACE = "onnxruntime.native.path";
    private static final List<String> NAMES = List.of("onnxruntime", "onnxruntime4j_jni");

    private NativeLibraries() {}

    /**
     * Unpacks the libraries and says where they are. Where somebody has said so already, or there are none for this platform,
     * the runtime finds its own way.
     *
     * @return what to give to {@link #delete} when they are loaded
     */
    static Optional<Path> unpack() throws IOException {
        if (System.getProperty(PLACE) != null) {
            return Optional.empty();
        }
        String platform = "/ai/onnxruntime/native/" + system() + "-" + processor() + "/";
        Path folder = Files.createTempDirectory("aimass-engine");
        for (String name : NAMES) {
            String file = System.mapLibraryName(name);
            try (InputStream library = NativeLibraries.class.getResourceAsStream(platform + file)) {
                if (library == null) {
                    delete(folder);
                    return Optional.empty();
                }
                Files.copy(library, folder.resolve(file));
            }
        }
        System.setProperty(PLACE, folder.toString());
        return Optional.of(folder);
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? "osx" : name.contains("win") ? "win" : "linux";
    }

    private static String processor() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return name.equals("amd64") || name.equals("x86_64") ? "x64" : name.equals("arm64") ? "aarch64" : name;
    }

    /** Deletes the libraries; where the system holds on to what is loaded, at the end of the process. */
    static void delete(Path folder) {
        for (String name : NAMES) {
            delete(folder.resolve(System.mapLibraryName(name)).toFile());
        }
        delete(folder.toFile());
    }

    private static void delete(File file) {
        if (file.exists() && !file.delete()) {
            file.deleteOnExit();
        }
    }
}
