package org.aimass.report.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The publish page took every text for too long, because its limit was read before there was a row: nothing could be published. */
class TextInputTest {

    @Test
    void aTextMayBeAsLongAsItsLimit() {
        TextInput title = TextInput.line("title", 4);
        assertFalse(title.isTooLong(" 1234\r\n"));
        assertTrue(title.isTooLong("12345"));
    }

    /** T10: a reader sees what is kept, letter by letter. */
    @Test
    void whatTurnsTheWritingAroundIsLeftOut() {
        assertEquals(
                "not within\ntolerance",
                TextInput.clean(" \u202Enot\u202C with\u0000in\r\n\u2066tole\u2028rance\u2069 "));
        assertEquals("住房补助 🏠", TextInput.clean("住房补助 🏠"));
    }

    @Test
    void noPageReadsALimitBeforeItsRow() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("webapp"))) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".xhtml"))
                    .filter(TextInputTest::readsALimit)
                    .toList();
            assertEquals(List.of(), found);
        }
    }

    private static boolean readsALimit(Path page) {
        try {
            return Files.readString(page).matches("(?s).*<f:validateLength[^>]*imum=\"#\\{.*");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
