package org.aimass.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T22: a line of the log is one line, whatever is written into it, and no secret. */
class JsonLogTest {

    @AfterEach
    void leave() {
        RequestId.leave();
    }

    private static JsonNode log(String message, Object... parameters) throws Exception {
        LogRecord line = new LogRecord(Level.WARNING, message);
        line.setLoggerName("org.aimass.web.Test");
        line.setParameters(parameters);
        String written = new JsonLog().format(line);
        assertEquals(written.length() - 1, written.indexOf('\n'), "one line");
        return new ObjectMapper().readTree(written);
    }

    @Test
    void itTellsWhichRequestItBelongsTo() throws Exception {
        RequestId.enter("0011223344556677");
        JsonNode line = log("{0} {1}", "GET", "/work");
        assertEquals("GET /work", line.path("message").asText());
        assertEquals("0011223344556677", line.path("request").asText());
        assertEquals("WARNING", line.path("level").asText());
        RequestId.leave();
        assertTrue(log("x").path("request").isMissingNode());
    }

    @Test
    void nobodyWritesALineOfTheirOwn() throws Exception {
        String hostile = "a\"},\r\n{\"level\":\"INFO\u2028\u0000\u001b[31m\\";
        assertEquals(hostile, log("{0}", hostile).path("message").asText());
    }

    @Test
    void anErrorBringsItsTrace() throws Exception {
        LogRecord line = new LogRecord(Level.SEVERE, "failed");
        line.setThrown(new IllegalStateException("why"));
        JsonNode read = new ObjectMapper().readTree(new JsonLog().format(line));
        assertTrue(read.path("error").asText().startsWith("java.lang.IllegalStateException: why\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJhIn0.c2lnbmF0dXJl in it",
                "GET /callback?state=x&code=c2lnbmF0dXJl-c2lnbmF0dXJl",
                "Authorization: Bearer c2lnbmF0dXJlc2lnbmF0dXJl",
                "password=c2lnbmF0dXJlc2lnbmF0dXJl",
                "client_secret: c2lnbmF0dXJlc2lnbmF0dXJl"
            })
    void whatLooksLikeASecretIsLeftOut(String message) throws Exception {
        String written = log("{0}", message).path("message").asText();
        assertFalse(written.contains("c2lnbmF0dXJl"), written);
        assertTrue(written.contains("***"));
    }
}
