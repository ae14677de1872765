package org.aimass.report.boundary;

import org.aimass.audit.entity.CountedUnit;
import org.aimass.registry.entity.ModelTask;
import org.aimass.report.entity.ReportSnapshot;
import org.aimass.web.Format;
import org.aimass.web.RoomWords;

/** What a report's audit counts, in words: people, or pairs, searches, images and the like. */
record UnitWords(CountedUnit unit, RoomWords words, Format format) {

    static UnitWords of(ReportSnapshot report, RoomWords words, Format format) {
        return new UnitWords(
                ModelTask.find(report.model().task()).map(CountedUnit::of).orElse(CountedUnit.PEOPLE), words, format);
    }

    /** "10 people". */
    String count(long number) {
        return words.say("count." + unit, number, format.whole(number));
    }

    /** "people". */
    String noun() {
        return words.say("unit." + unit);
    }
}
