package org.aimass.audit.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.aimass.web.Format;
import org.aimass.web.Scale;

/**
 * An axis of shares whose equal steps are powers of ten, up to 1.
 *
 * @param lowest the exponent at its lower end, from -9 to -1
 */
record LogAxis(int lowest) {

    private static final int LEAST = -9;

    /** With more decades than these, every second one is named. */
    private static final int MOST_NAMED = 4;

    /** A power of ten, and where it lies in shares of the axis. */
    record Tick(double place, String label) {}

    /** That all of these can be seen on; those at or below 0 are nowhere on it. */
    static LogAxis over(DoubleStream shares) {
        double least = shares.filter(share -> share > 0).min().orElse(0.1);
        return new LogAxis(Math.max(LEAST, Math.min(-1, (int) Math.floor(Math.log10(least) + 1e-9))));
    }

    /** Where a share above 0 lies, in shares of the axis. */
    double place(double share) {
        return Math.max(0, 1 - Math.log10(share) / lowest);
    }

    List<Tick> ticks(Format format) {
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = 0; exponent >= lowest; exponent--) {
            boolean named = lowest >= -MOST_NAMED || exponent % 2 == 0;
            double share = Double.parseDouble("1e" + exponent);
            ticks.add(new Tick(place(share), named ? format.tick(Scale.Kind.SHARE, share) : ""));
        }
        return ticks;
    }
}
