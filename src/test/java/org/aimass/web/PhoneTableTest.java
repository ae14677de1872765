package org.aimass.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A table that turns into blocks on a phone is no table any more to some readers, unless each part says what it is. */
class PhoneTableTest {

    private static final Pattern TABLE =
            Pattern.compile("<am:table[^>]*kind=\"[^\"]*(?:stack|chart)-table.*?</am:table>", Pattern.DOTALL);
    private static final Pattern PART_WITHOUT_ROLE =
            Pattern.compile("<(?:thead|tbody|tr|th|td)(?![a-z])(?![^>]*\\brole=)[^>]*>");

    @Test
    void everyPartOfItHasItsRole() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path page : pages()) {
            Matcher tables = TABLE.matcher(Files.readString(page));
            while (tables.find()) {
                PART_WITHOUT_ROLE
                        .matcher(tables.group())
                        .results()
                        .forEach(part -> found.add(page + ": " + part.group()));
            }
        }
        assertEquals(List.of(), found);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("webapp"))) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
    }
}
