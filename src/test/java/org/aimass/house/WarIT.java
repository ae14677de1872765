package org.aimass.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Native code is in the engine's jar alone: the portal cannot load an uploaded model even by mistake. */
class WarIT {

    private static final Pattern FORBIDDEN =
            Pattern.compile(".*\\.(so|dll|dylib|jnilib)(\\.[0-9.]+)?|ai/onnxruntime/.*|org/duckdb/.*|org/tribuo/.*"
                    + "|WEB-INF/classes/org/aimass/(launcher|engine/(?!metrics)[^/]+)/?.*\\.class");

    @Test
    void theWarHoldsNoNativeCodeAndNothingOfTheEngineButItsMetrics() throws IOException {
        List<String> found = new ArrayList<>();
        try (ZipFile war = new ZipFile(Path.of("target/aimass.war").toFile())) {
            for (Enumeration<? extends ZipEntry> entries = war.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                check(entry.getName(), "", found);
                if (entry.getName().endsWith(".jar")) {
                    try (InputStream jar = war.getInputStream(entry)) {
                        look(jar, entry.getName(), found);
                    }
                }
            }
        }
        assertEquals(List.of(), found);
    }

    private static void look(InputStream jar, String name, List<String> found) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(jar)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                check(entry.getName(), name + "!", found);
            }
        }
    }

    private static void check(String name, String where, List<String> found) {
        if (FORBIDDEN.matcher(name).matches()) {
            found.add(where + name);
        }
    }
}
