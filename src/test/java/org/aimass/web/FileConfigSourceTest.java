package org.aimass.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileConfigSourceTest {

    @TempDir
    Path folder;

    @Test
    void aLineMaySpeakAsTheEnvironmentDoes() throws IOException {
        Path file = Files.writeString(
                folder.resolve("aimass.properties"),
                "AIMASS_OIDC_CLIENT_ID=portal\naimass.public.url=https://models.example.org\n# no line\n");
        FileConfigSource source = new FileConfigSource(file.toString());
        assertEquals("portal", source.getValue("aimass.oidc.client.id"));
        assertEquals("https://models.example.org", source.getValue("aimass.public.url"));
        assertEquals(Set.of("aimass.oidc.client.id", "aimass.public.url"), source.getPropertyNames());
        assertTrue(source.getOrdinal() > 100 && source.getOrdinal() < 300, "over the defaults, under the environment");
    }

    @Test
    void noFileIsNoConfiguration() {
        assertEquals(Set.of(), new FileConfigSource(null).getPropertyNames());
        assertEquals(Set.of(), new FileConfigSource("").getPropertyNames());
    }

    @Test
    void aFileThatIsNotThereStopsTheStart() {
        var failure = assertThrows(
                UncheckedIOException.class,
                () -> new FileConfigSource(folder.resolve("nowhere").toString()));
        assertTrue(String.valueOf(failure.getMessage()).startsWith("AIMASS_CONFIG names "));
    }
}
