package org.aimass.engine.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.aimass.engine.Deadline;
import org.aimass.engine.Fault;
import org.aimass.engine.data.Archive;
import org.aimass.engine.data.CocoScan;
import org.aimass.engine.data.CsvFaults;
import org.aimass.engine.data.DataFormat;
import org.aimass.engine.data.RowReader;
import org.aimass.engine.local.FileColumns;

/**
 * {@code check data.csv}: every line of a CSV file that cannot be used, as far as one can tell; of an archive those of its manifest
 * and, where all are well, those that name a file which is not there; of annotated images every value that is not as expected.
 */
final class CheckCommand implements Command {

    @Override
    public String usage() {
        return "check data.csv";
    }

    @Override
    public void run(Arguments arguments, Deadline deadline, PrintStream out) {
        Path file = arguments.path("dataset");
        DataFormat format = DataFormat.of(file);
        Optional<CocoScan> images = CocoScan.find(file, format, deadline);
        if (images.isPresent()) {
            CocoScan scan = images.get();
            print(scan.faults(), scan.faultsTotal(), scan.isToTheEnd(), out);
            return;
        }
        CsvFaults lines = lines(file, format, deadline);
        if (format.isArchive() && lines.total() == 0) {
            FileColumns names = FileColumns.of(file, format, deadline);
            print(names.faults(), names.total(), true, out);
        } else {
            print(lines.faults(), lines.total(), lines.toTheEnd(), out);
        }
    }

    private static CsvFaults lines(Path file, DataFormat format, Deadline deadline) {
        if (!format.isArchive()) {
            return CsvFaults.of(file, deadline);
        }
        try (Archive archive = Archive.open(file, format, deadline)) {
            return CsvFaults.of(archive, RowReader.MANIFEST, deadline);
        }
    }

    private static void print(List<Fault> faults, long total, boolean toTheEnd, PrintStream out) {
        JsonOutput.print(out, json -> {
            json.writeBooleanField("to_the_end", toTheEnd);
            SurveyCommand.faults(faults, total, json);
        });
    }
}
