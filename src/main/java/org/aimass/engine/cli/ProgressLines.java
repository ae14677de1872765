package org.aimass.engine.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.aimass.engine.Progress;
import org.jspecify.annotations.Nullable;

/** Tells how far a run has come: a JSON object a line, at each new stage and otherwise at most twice a second. */
final class ProgressLines implements Progress {

    private static final long PAUSE_NANOS = 500_000_000;
    private static final double NANOS = 1e9;

    private final PrintStream out;
    private final long start = System.nanoTime();
    private long last = start - PAUSE_NANOS;
    private @Nullable Stage stage;

    ProgressLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public void report(Stage now, long rows, double share, boolean totalIsKnown) {
        long time = System.nanoTime();
        if (now == stage && time - last < PAUSE_NANOS) {
            return;
        }
        stage = now;
        last = time;
        double seconds = (time - start) / NANOS;
        JsonOutput.print(out, json -> {
            json.writeStringField("stage", now.name().toLowerCase(Locale.ROOT));
            json.writeNumberField("rows", rows);
            if (rows > 0 && share > 0) {
                json.writeNumberField("rows_total", totalIsKnown ? Math.round(rows / share) : (long) (rows / share));
                json.writeNumberField("rate", Math.round(rows / seconds));
                json.writeNumberField("left_s", Math.round(seconds * (1 / share - 1)));
            } else {
                json.writeNullField("rows_total");
                json.writeNullField("rate");
                json.writeNullField("left_s");
            }
        });
    }
}
