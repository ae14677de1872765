package org.aimass.engine.cli;

import java.io.PrintStream;
import org.aimass.engine.Deadline;
import org.aimass.engine.data.CsvFaults;

/** {@code check data.csv}: every line of a CSV file that cannot be used, as far as one can tell. */
final class CheckCommand implements Command {

    @Override
    public String usage() {
        return "check data.csv";
    }

    @Override
    public void run(Arguments arguments, Deadline deadline, PrintStream out) {
        CsvFaults faults = CsvFaults.of(arguments.path("dataset"), deadline);
        JsonOutput.print(out, json -> {
            json.writeBooleanField("to_the_end", faults.toTheEnd());
            SurveyCommand.faults(faults.faults(), faults.total(), json);
        });
    }
}
