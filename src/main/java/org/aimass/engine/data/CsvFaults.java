package org.aimass.engine.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.engine.Fault;

/**
 * What is wrong with the lines of a CSV file: reads on behind a line with too few or too many fields, so that all such lines
 * are found at once. Where quotes or bytes are wrong nobody can say where the next line begins: that one is the last.
 *
 * @param faults the first ones
 * @param total how many there are
 * @param toTheEnd whether the whole file was read
 */
public record CsvFaults(List<Fault> faults, long total, boolean toTheEnd) {

    /** So many are listed; the others are counted. */
    public static final int MOST = 1_000;

    public CsvFaults {
        faults = List.copyOf(faults);
    }

    /** @throws BadInput when it is no CSV file at all */
    public static CsvFaults of(Path file, Deadline deadline) {
        List<Fault> found = new ArrayList<>();
        long total = 0;
        try (FileBytes source = FileBytes.open(file)) {
            CsvScanner scanner = scanner(source, file);
            int columns = header(scanner);
            while (next(scanner, found)) {
                if (scanner.fields() != columns) {
                    total++;
                    if (found.size() < MOST) {
                        found.add(new Fault(
                                scanner.line(), "", scanner.fields() + " fields", columns + ", one for each column"));
                    }
                }
                deadline.check();
            }
            return new CsvFaults(found, Math.max(total, found.size()), true);
        } catch (Stopped stopped) {
            return new CsvFaults(found, total + 1, false);
        } catch (IOException e) {
            throw FileBytes.unreadable(file, e);
        }
    }

    private static CsvScanner scanner(FileBytes source, Path file) throws IOException {
        InputStream start = new java.io.BufferedInputStream(source, 1 << 16);
        start.mark(2);
        boolean gzip = start.read() == 0x1F && start.read() == 0x8B;
        start.reset();
        CsvScanner scanner =
                new CsvScanner(gzip ? new Gunzip(source, start, FileBytes.name(file)) : start, FileBytes.name(file));
        byte[] first = scanner.firstBytes();
        if (first.length >= 3 && first[0] == (byte) 0xEF && first[1] == (byte) 0xBB && first[2] == (byte) 0xBF) {
            scanner.skip(3);
        }
        return scanner;
    }

    private static int header(CsvScanner scanner) throws IOException {
        if (!scanner.next()) {
            return 0;
        }
        List<String> names = new ArrayList<>();
        for (int field = 0; field < scanner.fields(); field++) {
            names.add(
                    new String(scanner.buffer(), scanner.start(field), scanner.length(field), StandardCharsets.UTF_8));
        }
        scanner.name(names);
        return names.size();
    }

    private static boolean next(CsvScanner scanner, List<Fault> found) throws IOException {
        try {
            return scanner.next();
        } catch (BadInput last) {
            if (found.size() == MOST) {
                found.remove(MOST - 1);
            }
            found.add(last.fault().orElse(new Fault(scanner.line(), "", String.valueOf(last.getMessage()), "")));
            throw new Stopped();
        }
    }

    /** Reading on makes no sense. */
    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
