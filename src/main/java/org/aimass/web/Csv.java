package org.aimass.web;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** Tables as RFC 4180 has them. A text that a spreadsheet would take for a formula begins with an apostrophe. */
public final class Csv {

    private Csv() {}

    /** One line of texts, ended as the standard says. */
    public static void line(Writer writer, List<String> cells) throws IOException {
        writer.write(cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    static String cell(String text) {
        String harmless = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return harmless.matches("(?s).*[\",\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
