package org.aimass.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T36: no address of a database runs statements or opens a port. */
class DatabaseAddressT36Test {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:file:/data/portal;INIT=RUNSCRIPT FROM '/tmp/x.sql'",
                "jdbc:h2:file:/data/portal;MODE=PostgreSQL;init=create alias x",
                "jdbc:h2:file:/data/portal;AUTO_SERVER=TRUE",
                "jdbc:h2:file:/data/portal;Auto_Server_Port=9090",
                "JDBC:H2:mem:x; INIT = select 1"
            })
    void h2IsGivenNeitherStatementsNorAPort(String url) {
        String why = String.valueOf(assertThrows(CannotStart.class, () -> DatabaseAddress.checked(url))
                .getMessage());
        assertTrue(why.startsWith("AIMASS_DB_URL: "), why);
        assertEquals(1, why.lines().count());
    }

    @Test
    void whatIsUsualIsTaken() throws CannotStart {
        String own = "jdbc:h2:file:/data/init=x/portal;MODE=PostgreSQL;WRITE_DELAY=0";
        assertEquals(own, DatabaseAddress.checked(own));
        assertEquals(
                "jdbc:postgresql://db/aimass?connectTimeout=5&loginTimeout=10&socketTimeout=120&tcpKeepAlive=true",
                DatabaseAddress.checked("jdbc:postgresql://db/aimass"));
        assertEquals(
                "jdbc:postgresql://db/aimass?ssl=true&connectTimeout=5&loginTimeout=10&socketTimeout=120&tcpKeepAlive=true",
                DatabaseAddress.checked("jdbc:postgresql://db/aimass?ssl=true"));
        String chosen = "jdbc:postgresql://db/aimass?socketTimeout=30";
        assertEquals(chosen, DatabaseAddress.checked(chosen));
    }
}
