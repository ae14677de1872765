package org.aimass.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.Test;

/** T38: whoever runs the portal can tell what it is made of: each library of the WAR, by name, version and SHA-256. */
class BillOfMaterialsT38IT {

    private static final String BILL = "META-INF/sbom/bom.json";

    private static final Pattern CLASSIFIER = Pattern.compile("[?&]classifier=([^&]+)");

    @Test
    void theWarNamesEachOfItsLibraries() throws IOException {
        try (ZipFile war = new ZipFile(Path.of("target/aimass.war").toFile())) {
            Map<String, String> named = digests(war, "WEB-INF/classes/" + BILL);
            List<String> libraries = new ArrayList<>();
            for (ZipEntry entry : war.stream().toList()) {
                if (entry.getName().startsWith("WEB-INF/lib/") && !entry.isDirectory()) {
                    String name = entry.getName().replaceFirst(".*/", "");
                    libraries.add(name);
                    try (InputStream library = war.getInputStream(entry)) {
                        assertEquals(Sha256Digest.of(library.readAllBytes()).hex(), named.get(name), name);
                    }
                }
            }
            assertFalse(libraries.isEmpty());
        }
    }

    @Test
    void theEngineNamesWhatRunsModels() throws IOException {
        try (ZipFile engine = new ZipFile(Path.of("target/aimass-engine.jar").toFile())) {
            Map<String, String> named = digests(engine, BILL);
            for (String library : List.of("onnxruntime-", "duckdb_jdbc-")) {
                assertEquals(
                        1,
                        named.keySet().stream()
                                .filter(name -> name.startsWith(library))
                                .count(),
                        library);
            }
        }
    }

    /** By file name, as Maven's repository has it. */
    private static Map<String, String> digests(ZipFile file, String bill) throws IOException {
        ZipEntry entry = file.getEntry(bill);
        assertFalse(entry == null, bill);
        Map<String, String> digests = new HashMap<>();
        try (InputStream in = file.getInputStream(entry)) {
            for (JsonNode component : new ObjectMapper().readTree(in).path("components")) {
                Matcher classifier = CLASSIFIER.matcher(component.path("purl").asText());
                String name = component.path("name").asText() + "-"
                        + component.path("version").asText()
                        + (classifier.find() ? "-" + classifier.group(1) : "") + ".jar";
                for (JsonNode hash : component.path("hashes")) {
                    if (hash.path("alg").asText().equals("SHA-256")) {
                        digests.put(name, hash.path("content").asText());
                    }
                }
            }
        }
        return digests;
    }
}
