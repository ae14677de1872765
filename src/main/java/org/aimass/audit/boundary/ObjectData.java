package org.aimass.audit.boundary;

import java.util.List;
import java.util.Optional;
import org.aimass.audit.entity.ObjectMeasures;
import org.aimass.engine.metrics.Fraction;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;

/** What was measured of objects, for machines. */
final class ObjectData {

    private static final List<String> COLUMNS = List.of(
            "group",
            "metric",
            "overlap",
            "area",
            "max_detections",
            "score",
            "category",
            "keypoint",
            "alpha",
            "objects",
            "value",
            "undefined",
            "numerator",
            "denominator",
            "low",
            "high",
            "confidence",
            "method");

    private ObjectData() {}

    /** @param like the measures, as they are of everybody */
    static DataTable of(ObjectMeasures measures, List<Measurement> like) {
        DataTable table = new DataTable(COLUMNS);
        for (GroupSummary group : measures.groups()) {
            for (Measurement each : like) {
                measures.find(each, group).ifPresent(found -> table.add(row(group, found)));
            }
        }
        return table;
    }

    private static List<Object> row(GroupSummary group, Measurement found) {
        Optional<Interval> interval = ObjectMeasures.interval(found);
        return List.of(
                String.join(", ", group.features().values()),
                found.metric(),
                at(found, found.at().containsKey("oks") ? "oks" : "iou"),
                at(found, "area"),
                at(found, "max_detections"),
                at(found, "score"),
                at(found, "category"),
                at(found, "keypoint"),
                at(found, "alpha"),
                group.rows(),
                ObjectMeasures.value(found).<Object>map(value -> value).orElse(""),
                found.value() instanceof MetricValue.Undefined undefined ? undefined.reason() : "",
                found.fraction().<Object>map(Fraction::numerator).orElse(""),
                found.fraction().<Object>map(Fraction::denominator).orElse(""),
                interval.<Object>map(Interval::low).orElse(""),
                interval.<Object>map(Interval::high).orElse(""),
                interval.<Object>map(Interval::confidence).orElse(""),
                interval.<Object>map(Interval::method).orElse(""));
    }

    private static Object at(Measurement measurement, String parameter) {
        return measurement.at().getOrDefault(parameter, "");
    }
}
