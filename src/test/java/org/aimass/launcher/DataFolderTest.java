package org.aimass.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @Test
    void onlyItsOwnerMayEnter(@TempDir Path folder) throws Exception {
        try (DataFolder data = DataFolder.take(folder.resolve("new/data"), () -> {})) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.path())));
        }
    }

    @Test
    void twoPortalsDoNotShareOne(@TempDir Path folder) throws Exception {
        try (DataFolder first = DataFolder.take(folder, () -> {})) {
            assertEquals(folder, first.path());
            CannotStart refused = assertThrows(CannotStart.class, () -> DataFolder.take(folder, () -> {}));
            assertEquals(
                    "another AI Mass is running on the data folder " + folder
                            + "; stop it first, or choose another folder by AIMASS_DATA",
                    refused.getMessage());
        }
        DataFolder.take(folder, () -> {}).close();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        CannotStart refused = assertThrows(CannotStart.class, () -> DataFolder.take(file, () -> {}));
        assertEquals("the data folder " + file + " cannot be written: it is a file", refused.getMessage());
        assertThrows(CannotStart.class, () -> DataFolder.take(Path.of("/proc/aimass"), () -> {}));
    }

    @Test
    void secretsStayTheSameAndAreTheirOwnersOnly(@TempDir Path folder) throws Exception {
        String made = GeneratedSecrets.in(folder).get("oidc.client");

        assertTrue(made.matches("([a-z2-9]{5}-){3}[a-z2-9]{5}"), made);
        assertEquals(made, GeneratedSecrets.in(folder).get("oidc.client"));
        Path file = folder.resolve("secrets.properties");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
}
