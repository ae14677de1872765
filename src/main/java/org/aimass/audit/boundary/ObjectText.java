package org.aimass.audit.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aimass.audit.entity.ObjectMeasures;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Measurement;
import org.aimass.web.Format;
import org.jspecify.annotations.Nullable;

/** What is said of detectors and pose models, in the reader's language. */
@Named
@ApplicationScoped
public class ObjectText {

    private static final Set<String> AREAS = Set.of("small", "medium", "large");

    @Inject
    AuditText text;

    @Inject
    Format format;

    /**
     * A value with its interval. What there is not is null.
     *
     * @param number the value in words, or that there is none
     * @param range its interval; may be empty
     */
    public record Cell(
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            String number,
            String range,
            Explained explained) {

        /** Both. */
        public String said() {
            return range.isEmpty() ? number : number + " (" + range + ")";
        }
    }

    String group(GroupSummary group) {
        return group.features().isEmpty() ? text.say("unit.OBJECTS.all") : text.group(group.features());
    }

    /** Which of the measures of a metric it is, such as "IoU 0.50, small objects". */
    String parameters(Measurement measurement) {
        Map<String, Object> at = measurement.at();
        List<String> parts = new ArrayList<>();
        boolean posed = at.containsKey("oks");
        Object overlap = at.getOrDefault("iou", at.getOrDefault("oks", ""));
        parts.add(text.say(
                posed ? "objects.oks" : "objects.iou",
                overlap instanceof Number number ? format.decimal(number.doubleValue(), 2) : range(overlap)));
        String area = String.valueOf(at.getOrDefault("area", ""));
        if (AREAS.contains(area)) {
            parts.add(text.say("objects.area." + area));
        }
        if (at.get("max_detections") instanceof Number most) {
            parts.add(text.say("objects.most", most.longValue()));
        }
        return text.list(parts);
    }

    private static String range(Object overlap) {
        return String.valueOf(overlap).replace(":", "–");
    }

    /** Of a measure that is no share of anybody. */
    Cell cell(@Nullable Measurement found) {
        return cell(found, false);
    }

    Cell cell(@Nullable Measurement found, boolean share) {
        if (found == null) {
            return new Cell(null, null, null, text.say("results.undefined"), "", new Explained(List.of()));
        }
        Double value = ObjectMeasures.value(found).orElse(null);
        Double low = ObjectMeasures.interval(found).map(it -> it.low()).orElse(value);
        Double high = ObjectMeasures.interval(found).map(it -> it.high()).orElse(value);
        return new Cell(
                value,
                low,
                high,
                value == null ? text.say("results.undefined") : text.number(value, share),
                ObjectMeasures.interval(found)
                        .map(it -> text.interval(it.low(), it.high(), share))
                        .orElse(""),
                new Explain(text, format).value(found));
    }
}
