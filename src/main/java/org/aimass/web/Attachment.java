package org.aimass.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Files that are given out to be kept, never to be shown by the browser. */
public final class Attachment {

    private static final int BUFFER = 1 << 16;

    private Attachment() {}

    /** The header Content-Disposition (RFC 6266) for a file of this name; whatever could mean something in it is replaced. */
    public static String named(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9 ._-]", "-").replace("..", "-");
        String encoded = URLEncoder.encode(name.replaceAll("[\\p{Cntrl}/\\\\]", "-"), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }

    /** A cell of a CSV file (RFC 4180), quoted; one that a spreadsheet would take for a formula begins with an apostrophe. */
    public static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }

    /**
     * Copies everything, always one step behind: a stream that finds only at its end that its bytes are wrong breaks the answer
     * off before it is whole.
     */
    public static void send(InputStream content, OutputStream out) throws IOException {
        byte[] held = content.readNBytes(BUFFER);
        while (held.length > 0) {
            byte[] next = content.readNBytes(BUFFER);
            out.write(held);
            held = next;
        }
    }
}
