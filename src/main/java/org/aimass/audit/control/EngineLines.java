package org.aimass.audit.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** The first and the last lines that an engine says, however many there are and however long. */
final class EngineLines {

    private static final int FIRST = 40;
    private static final int LAST = 60;
    private static final int LONGEST = 1_000;

    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private final List<String> first = new ArrayList<>();
    private final Deque<String> last = new ArrayDeque<>();
    private long dropped;

    synchronized void add(String line) {
        String kept = clean(line);
        if (first.size() < FIRST) {
            first.add(kept);
            return;
        }
        if (last.size() == LAST) {
            last.removeFirst();
            dropped++;
        }
        last.addLast(kept);
    }

    /** In order; where lines were dropped, "... and how many" stands in their place. */
    synchronized List<String> all() {
        List<String> all = new ArrayList<>(first);
        if (dropped > 0) {
            all.add("... " + dropped);
        }
        all.addAll(last);
        return all;
    }

    /** No line breaks, no signs that steer a terminal or that a database refuses, at most 1,000 characters. */
    static String clean(String line) {
        String shown = STEERING.matcher(line).replaceAll(" ");
        return shown.substring(0, Math.min(LONGEST, shown.length()));
    }
}
