package org.aimass.engine.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Set;
import org.aimass.engine.AuditJob;
import org.aimass.engine.AuditJobFile;
import org.aimass.engine.AuditOutcome;
import org.aimass.engine.Deadline;
import org.aimass.engine.OutcomeFile;
import org.aimass.engine.local.LocalAuditEngine;

/** {@code run job.json --out outcome.json}: one audit. */
final class RunCommand implements Command {

    private static final int MOST_THREADS = 256;

    @Override
    public String usage() {
        return "run job.json --out outcome.json [--threads N]";
    }

    @Override
    public Set<String> valuedOptions() {
        return Set.of("--out", "--threads");
    }

    @Override
    public void run(Arguments arguments, Deadline deadline, PrintStream out) {
        Path jobFile = arguments.path("job file");
        Path outcomeFile = arguments.pathOf("--out");
        int threads = arguments.number("--threads", MOST_THREADS).orElseGet(() -> Runtime.getRuntime()
                .availableProcessors());
        AuditJob job = AuditJobFile.read(jobFile);
        AuditOutcome outcome = new LocalAuditEngine(threads).run(job, deadline, new ProgressLines(out));
        deadline.check();
        OutcomeFile.write(outcome, outcomeFile);
    }
}
