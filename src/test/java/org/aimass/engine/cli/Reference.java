package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The reference cases: real data with known answers, beside the project. */
public final class Reference {

    private Reference() {}

    /** A case's folder; without it the test is skipped. */
    public static Path folder(String name) {
        Path shared = Optional.ofNullable(System.getenv("AIMASS_SHARED"))
                .map(Path::of)
                .orElse(Path.of("../shared"));
        Path folder = shared.resolve("reference").resolve(name).toAbsolutePath().normalize();
        assumeTrue(Files.isDirectory(folder), () -> "skipped: no reference data at " + folder);
        return folder;
    }

    public static JsonNode golden(String name) {
        try {
            return Console.json(Files.readString(folder(name).resolve("golden.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
