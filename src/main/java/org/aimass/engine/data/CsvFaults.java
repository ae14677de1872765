package org.aimass.engine.data;

import java.io.IOException;
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
        return of(FileBytes.name(file), FileBytes.open(file), deadline);
    }

    /**
     * @param manifest the CSV file, in an archive
     * @throws BadInput when it is no CSV file at all, or not there
     */
    public static CsvFaults of(Archive archive, String manifest, Deadline deadline) {
        return of(Manifest.label(archive, manifest), Manifest.content(archive, manifest), deadline);
    }

    private static CsvFaults of(String file, FileBytes content, Deadline deadline) {
        List<Fault> found = new ArrayList<>();
        long total = 0;
        try (FileBytes source = content) {
            CsvScanner scanner = CsvScanner.at(source, file);
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

    private static int header(CsvScanner scanner) throws IOException {
        if (!scanner.next()) {
            return 0;
        }
        List<String> names = scanner.texts();
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
