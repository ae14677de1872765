package org.aimass.report.boundary;

import java.util.Map;
import java.util.Optional;
import org.aimass.audit.entity.CountedUnit;
import org.aimass.registry.entity.ModelTask;
import org.aimass.report.entity.ReportSnapshot;
import org.aimass.web.Format;
import org.aimass.web.RoomWords;
import org.jspecify.annotations.Nullable;

/** What a report's audit counts, in words: people, or pairs, searches, images and the like. */
record UnitWords(CountedUnit unit, RoomWords words, Format format) {

    static UnitWords of(ReportSnapshot report, RoomWords words, Format format) {
        Map<String, Object> plan = report.method().plan();
        boolean texts = has(plan.get("model"), "companions")
                || has(plan.get("options"), "identity_features")
                || CountedUnit.areTexts(report.method().policy().name());
        return new UnitWords(
                ModelTask.find(report.model().task())
                        .map(task -> CountedUnit.of(task, has(plan.get("model"), "images"), texts, rows(plan)))
                        .orElse(CountedUnit.PEOPLE),
                words,
                format);
    }

    private static Optional<CountedUnit> rows(Map<String, Object> plan) {
        return plan.get("dataset") instanceof Map<?, ?> dataset
                ? CountedUnit.find(String.valueOf(dataset.get("rows")))
                : Optional.empty();
    }

    private static boolean has(@Nullable Object part, String name) {
        return part instanceof Map<?, ?> map && map.containsKey(name);
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
