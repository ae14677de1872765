package org.aimass.child;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads a stranger's lines to the end, passing on only so many, each only so long; the rest is read and dropped. */
final class LineReader {

    /** What a terminal or a page would follow rather than show: control, format and separator characters. */
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final int maxLength;
    private final int maxLines;

    /**
     * @param maxLength of a line in bytes; a longer one is cut there
     * @param maxLines how many are passed on
     */
    LineReader(int maxLength, int maxLines) {
        this.maxLength = maxLength;
        this.maxLines = maxLines;
    }

    void read(InputStream in, Consumer<String> line) throws IOException {
        byte[] chunk = new byte[8192];
        byte[] pending = new byte[maxLength];
        int length = 0;
        int lines = 0;
        boolean any = false;
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            for (int i = 0; i < read; i++) {
                any = true;
                if (chunk[i] == '\n') {
                    if (lines++ < maxLines) {
                        line.accept(clean(pending, length));
                    }
                    lines = Math.min(lines, maxLines);
                    length = 0;
                    any = false;
                } else if (length < maxLength) {
                    pending[length++] = chunk[i];
                }
            }
        }
        if (any && lines < maxLines) {
            line.accept(clean(pending, length));
        }
    }

    private static String clean(byte[] bytes, int length) {
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        return STEERING.matcher(text).replaceAll(" ").strip();
    }
}
