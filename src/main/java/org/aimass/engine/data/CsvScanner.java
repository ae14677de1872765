package org.aimass.engine.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aimass.engine.BadInput;
import org.aimass.engine.Fault;
import org.aimass.engine.OneLine;

/**
 * Splits the bytes of a CSV file into records and fields, as RFC 4180 has it: comma, double quote, CRLF, and also LF or CR
 * alone. Strict where a mistake would shift or swallow data: a quote never closed, text after a closing quote, a quote
 * within an unquoted field. Empty lines are passed over. A record stands whole in the buffer, so a field is never copied.
 */
final class CsvScanner {

    static final int LONGEST_FIELD = 1 << 20;
    static final int MOST_FIELDS = 20_000;
    private static final int LONGEST_RECORD = 32 << 20;
    private static final int FIRST_BUFFER = 1 << 18;

    private static final int RECORD = 0;
    private static final int MORE = 1;
    private static final int END = 2;

    private static final boolean[] SPECIAL = new boolean[256];

    static {
        for (char special : new char[] {',', '"', '\r', '\n', 0}) {
            SPECIAL[special] = true;
        }
    }

    private final InputStream in;
    private final String file;
    private List<String> names = List.of();
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int begin;
    private int limit;
    private boolean atEnd;
    private long fetched;

    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private boolean[] doubled = new boolean[64];
    private int fields;
    private long line = 1;
    private long nextLine = 1;

    CsvScanner(InputStream in, String file) {
        this.in = in;
        this.file = file;
    }

    /**
     * Stands before the first record, behind a byte order mark, of a CSV file that may be packed with gzip.
     *
     * @param file its name, as messages give it
     */
    static CsvScanner at(FileBytes source, String file) throws IOException {
        InputStream start = new BufferedInputStream(source, 1 << 16);
        start.mark(2);
        boolean gzip = start.read() == 0x1F && start.read() == 0x8B;
        start.reset();
        CsvScanner scanner = new CsvScanner(gzip ? new Gunzip(source, start, file) : start, file);
        scanner.fetch();
        if (scanner.startsWith(0xEF, 0xBB, 0xBF)) {
            scanner.begin = 3;
        }
        return scanner;
    }

    /** Whether the file's first bytes, at most four of them, are these; to be asked before the first record. */
    boolean startsWith(int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= limit || (buffer[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is nothing at all. */
    boolean isEmpty() {
        return limit == 0;
    }

    /** The fields of the present record. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int field = 0; field < fields; field++) {
            texts.add(new String(buffer, starts[field], length(field), StandardCharsets.UTF_8));
        }
        return texts;
    }

    /** Names the columns for the messages to come. */
    void name(List<String> columns) {
        names = columns;
    }

    /**
     * Goes to the next record.
     *
     * @return whether there is one
     */
    boolean next() throws IOException {
        while (true) {
            int found = scan();
            if (found == END) {
                return false;
            } else if (found == MORE) {
                fetch();
            } else if (!isEmptyLine()) {
                return true;
            }
        }
    }

    int fields() {
        return fields;
    }

    byte[] buffer() {
        return buffer;
    }

    int start(int field) {
        return starts[field];
    }

    int length(int field) {
        return ends[field] - starts[field];
    }

    /** The line on which the present record starts, from 1. */
    long line() {
        return line;
    }

    /** The share of the bytes taken from the stream that records were made of, from 0 to 1. */
    double shareUsed() {
        return fetched == 0 ? 0 : (double) (fetched - (limit - begin)) / fetched;
    }

    private int scan() {
        fields = 0;
        line = nextLine;
        int at = begin;
        int breaks = 0;
        int high = 0;
        if (at == limit && atEnd) {
            return END;
        }
        while (true) {
            int from = at;
            boolean quoted = at < limit && buffer[at] == '"';
            boolean escapes = false;
            int to;
            if (quoted) {
                from++;
                at++;
                while (true) {
                    if (at == limit) {
                        return more(from, "a quoted field that is never closed");
                    }
                    byte b = buffer[at];
                    high |= b;
                    if (b == '"') {
                        if (at + 1 == limit && !atEnd) {
                            return more(from, "");
                        }
                        if (at + 1 == limit || buffer[at + 1] != '"') {
                            break;
                        }
                        escapes = true;
                        at++;
                    } else if (endsLine(at)) {
                        breaks++;
                    } else if (b == 0) {
                        throw fault("a zero byte; expected text in UTF-8");
                    }
                    at++;
                }
                to = at;
                at++;
            } else {
                while (at < limit && !SPECIAL[buffer[at] & 0xFF]) {
                    high |= buffer[at];
                    at++;
                }
                to = at;
            }
            if (at == limit && !atEnd) {
                return more(from, "");
            }
            byte stop = at < limit ? buffer[at] : (byte) '\n';
            add(from, to, escapes);
            if (stop == ',') {
                at++;
            } else if (stop == '\n' || stop == '\r') {
                if (stop == '\r' && at + 1 == limit && !atEnd) {
                    return more(from, "");
                }
                at += stop == '\r' && at + 1 < limit && buffer[at + 1] == '\n' ? 2 : 1;
                begin = Math.min(at, limit);
                nextLine = line + breaks + 1;
                complete(high < 0);
                return RECORD;
            } else if (stop == 0) {
                throw fault(to, fields - 1, "a zero byte; expected text in UTF-8");
            } else if (quoted) {
                throw fault(to, fields - 1, "text after a closing quote; expected a comma or the end of the line");
            } else {
                throw fault(to, fields - 1, "a quote inside a field that does not start with one");
            }
        }
    }

    private boolean isEmptyLine() {
        boolean quoted = starts[0] > 0 && buffer[starts[0] - 1] == '"';
        return fields == 1 && ends[0] == starts[0] && !quoted;
    }

    private boolean endsLine(int at) {
        boolean crlf = buffer[at] == '\r' && at + 1 < limit && buffer[at + 1] == '\n';
        return buffer[at] == '\n' || (buffer[at] == '\r' && !crlf);
    }

    private int more(int from, String atTheEnd) {
        if (atEnd) {
            throw fault(atTheEnd);
        }
        if (limit - from > LONGEST_FIELD + 2) {
            throw tooLong();
        }
        return MORE;
    }

    private void add(int from, int to, boolean escapes) {
        if (to - from > LONGEST_FIELD) {
            throw tooLong();
        }
        if (fields == starts.length) {
            if (fields > MOST_FIELDS) {
                throw new BadInput("%s: line %d: more than %d columns".formatted(file, line, MOST_FIELDS));
            }
            starts = Arrays.copyOf(starts, 2 * fields);
            ends = Arrays.copyOf(ends, 2 * fields);
            doubled = Arrays.copyOf(doubled, 2 * fields);
        }
        starts[fields] = from;
        ends[fields] = to;
        doubled[fields] = escapes;
        fields++;
    }

    private void complete(boolean high) {
        for (int field = 0; field < fields; field++) {
            if (high && !Utf8.isValid(buffer, starts[field], ends[field])) {
                throw fault(ends[field], field, "bytes that are not UTF-8");
            }
            if (doubled[field]) {
                halveQuotes(field);
            }
        }
    }

    private void halveQuotes(int field) {
        int to = starts[field];
        for (int from = starts[field]; from < ends[field]; from++) {
            buffer[to++] = buffer[from];
            if (buffer[from] == '"') {
                from++;
            }
        }
        ends[field] = to;
    }

    private void fetch() throws IOException {
        if (begin > 0) {
            System.arraycopy(buffer, begin, buffer, 0, limit - begin);
            limit -= begin;
            begin = 0;
        }
        if (limit == buffer.length) {
            if (limit >= LONGEST_RECORD) {
                throw new BadInput("%s: line %d: a row longer than %d MiB".formatted(file, line, LONGEST_RECORD >> 20));
            }
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int room = buffer.length - limit;
        int got = in.readNBytes(buffer, limit, room);
        limit += got;
        fetched += got;
        atEnd = got < room;
    }

    private BadInput tooLong() {
        return fault("a field longer than " + (LONGEST_FIELD >> 20) + " MiB");
    }

    private BadInput fault(String found) {
        return fault(begin, fields, found);
    }

    private BadInput fault(int upTo, int field, String found) {
        long at = line;
        for (int i = begin; i < Math.min(upTo, limit); i++) {
            at += endsLine(i) ? 1 : 0;
        }
        String column = field < names.size() ? OneLine.quoted(names.get(field)) : String.valueOf(field + 1);
        String name = field < names.size() ? names.get(field) : String.valueOf(field + 1);
        return new BadInput(
                "%s: line %d, column %s: found %s".formatted(file, at, column, found), Fault.of(at, name, found));
    }
}
