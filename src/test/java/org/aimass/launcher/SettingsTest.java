package org.aimass.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @Test
    void aVariableWinsOverTheFileAndTheFileOverWhatTheCommandSays(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("aimass.properties"), "aimass.port=9001\nAIMASS_DB_USER=file\n");
        Settings settings = Settings.of(
                Map.of("AIMASS_CONFIG", file.toString(), "AIMASS_DB_USER", "variable"),
                List.of("AIMASS_PORT=9000", "AIMASS_DEMO=true"));

        assertEquals(9001, settings.port("AIMASS_PORT", 8080));
        assertEquals("variable", settings.get("AIMASS_DB_USER", ""));
        assertEquals(true, settings.is("AIMASS_DEMO"));
    }

    @Test
    void onlyOurOwnVariablesCount() throws Exception {
        assertEquals(
                Map.of("AIMASS_PORT", "1"),
                Settings.of(Map.of("AIMASS_PORT", "1", "PATH", "/bin"), List.of())
                        .all());
    }

    @Test
    void aPortIsANumberFrom1To65535() throws Exception {
        for (String wrong : List.of("http", "0", "65536", "-1")) {
            Settings settings = Settings.of(Map.of("AIMASS_PORT", wrong), List.of());
            CannotStart refused = assertThrows(CannotStart.class, () -> settings.port("AIMASS_PORT", 8080));
            assertEquals("AIMASS_PORT is \"" + wrong + "\"; a port is a number from 1 to 65535", refused.getMessage());
        }
        assertEquals(
                65535, Settings.of(Map.of("AIMASS_PORT", "65535"), List.of()).port("AIMASS_PORT", 8080));
        assertEquals(8080, Settings.of(Map.of("AIMASS_PORT", ""), List.of()).port("AIMASS_PORT", 8080));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        CannotStart refused =
                assertThrows(CannotStart.class, () -> Settings.of(Map.of("AIMASS_CONFIG", "/none/x"), List.of()));
        assertEquals("AIMASS_CONFIG names /none/x, which cannot be read: /none/x", refused.getMessage());
    }
}
