package org.aimass.engine.data;

import java.util.ArrayList;
import java.util.List;
import org.aimass.engine.Fault;

/** What is wrong in files: the first ones, and how many there are. */
final class FaultList {

    private final List<Fault> first = new ArrayList<>();
    private long total;

    void add(Fault fault) {
        if (total++ < CsvFaults.MOST) {
            first.add(fault);
        }
    }

    void add(String place, String found, String expected) {
        add(new Fault(0, place, found, expected));
    }

    /** Takes those of another list behind its own. */
    void addAll(FaultList other) {
        other.first.forEach(this::add);
        total += other.total - other.first.size();
    }

    List<Fault> first() {
        return List.copyOf(first);
    }

    long total() {
        return total;
    }
}
