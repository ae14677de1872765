package org.aimass.child;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** T2: whatever bytes a child says, what is passed on are few short lines that steer nothing, however the bytes arrive. */
public final class LinesFuzz {

    private static final int LONGEST = 40;
    private static final int MOST = 5;

    private LinesFuzz() {}

    public static List<byte[]> seeds() {
        return List.of("{\"stage\":\"read\"}\n\u001b[31mred\u009b0m\n\u202eabc\r\n\u4e2d\n"
                .repeat(3)
                .getBytes(StandardCharsets.UTF_8));
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        List<String> lines = lines(new ByteArrayInputStream(bytes));
        if (lines.size() > MOST) {
            throw new AssertionError(lines.size() + " lines");
        }
        for (String line : lines) {
            if (line.length() > LONGEST || line.codePoints().anyMatch(LinesFuzz::steers)) {
                throw new AssertionError("passed on: " + line);
            }
        }
        List<String> byteByByte = lines(new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] target, int from, int length) {
                return super.read(target, from, Math.min(1, length));
            }
        });
        if (!lines.equals(byteByByte)) {
            throw new AssertionError(lines + " at once, " + byteByByte + " byte by byte");
        }
    }

    private static List<String> lines(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        new LineReader(LONGEST, MOST).read(in, lines::add);
        return lines;
    }

    private static boolean steers(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
