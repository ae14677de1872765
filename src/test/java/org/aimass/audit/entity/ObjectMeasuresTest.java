package org.aimass.audit.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.Uncertainty;
import org.junit.jupiter.api.Test;

class ObjectMeasuresTest {

    private static final Map<String, String> DAY = Map.of("light", "day");

    private static Measurement measured(
            String metric, Map<String, String> group, Map<String, Object> at, double value) {
        return new Measurement(
                metric,
                group,
                List.of(),
                List.of(),
                Optional.empty(),
                at,
                MetricValue.of(value),
                Optional.empty(),
                new Interval(value / 2, value, 0.95, "bootstrap_images", Optional.empty()));
    }

    private static Map<String, Object> at(Object iou, String area) {
        return Map.of("iou", iou, "area", area, "max_detections", 100L);
    }

    private static ObjectMeasures measures() {
        List<Measurement> all = new ArrayList<>();
        all.add(measured("average_precision", Map.of(), at("0.50:0.95", "all"), 0.4));
        all.add(measured("average_precision", Map.of(), at(0.75, "all"), 0.35));
        all.add(measured("average_precision", Map.of(), at(0.5, "all"), 0.6));
        all.add(measured("average_precision", Map.of(), at("0.50:0.95", "small"), 0.2));
        all.add(measured("average_recall", Map.of(), at("0.50:0.95", "small"), 0.3));
        all.add(measured("average_precision", DAY, at(0.5, "all"), 0.7));
        all.add(measured(
                "average_precision",
                Map.of(),
                Map.of("iou", "0.50:0.95", "area", "all", "max_detections", 100L, "category", "dog"),
                0.9));
        all.add(new Measurement(
                "average_precision",
                DAY,
                List.of(),
                List.of(),
                Optional.empty(),
                at(0.75, "all"),
                MetricValue.undefined("no object"),
                Optional.empty(),
                new Uncertainty.NoInterval("no object")));
        List<GroupSummary> groups = List.of(
                GroupSummary.uncounted(Map.of(), 12, false),
                GroupSummary.uncounted(Map.of("sex", "w"), 4, false),
                GroupSummary.uncounted(DAY, 5, false));
        return new ObjectMeasures(groups, all, List.of("light"));
    }

    private static List<Double> values(List<Measurement> measurements) {
        return measurements.stream()
                .flatMap(each -> ObjectMeasures.value(each).stream())
                .toList();
    }

    @Test
    void everybodyComesFirstAndOnlyTheGroupsAskedFor() {
        assertEquals(
                List.of(12L, 5L),
                measures().groups().stream().map(GroupSummary::rows).toList());
    }

    @Test
    void averagesAreToldByThresholdAndArea() {
        assertEquals(List.of(0.4, 0.35, 0.6, 0.2, 0.3), values(measures().averages()));
        assertEquals(List.of(0.6, 0.35), values(measures().byThreshold()));
        assertEquals(List.of(0.2), values(measures().byArea("average_precision")));
        assertEquals(List.of(0.3), values(measures().byArea("average_recall")));
    }

    @Test
    void theSameMeasureOfAGroupIsFoundOrNot() {
        ObjectMeasures measures = measures();
        GroupSummary day = measures.groups().get(1);
        List<Measurement> thresholds = measures.byThreshold();
        assertEquals(Optional.of(0.7), measures.find(thresholds.get(0), day).flatMap(ObjectMeasures::value));
        assertEquals(Optional.empty(), measures.find(thresholds.get(1), day).flatMap(ObjectMeasures::value));
        assertEquals(Optional.empty(), measures.find(measures.averages().get(0), day));
    }

    @Test
    void categoriesAreTheValuesOfTheirParameter() {
        assertEquals(List.of("dog"), measures().values("average_precision", "category"));
        assertEquals(List.of(0.9), values(measures().at("average_precision", "category", "dog")));
        assertEquals(List.of(), measures().values("pck", "keypoint"));
    }
}
