package org.aimass.audit.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.aimass.audit.entity.AuditOutcome;
import org.aimass.audit.entity.CountedUnit;
import org.aimass.audit.entity.Doubt;
import org.aimass.audit.entity.JudgedComparison;
import org.aimass.audit.entity.Measure;
import org.aimass.audit.entity.Side;
import org.aimass.audit.entity.Tolerance;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.web.Format;
import org.aimass.web.Scale;
import org.aimass.web.Wording;

/** This room's words with their places filled, in the reader's language. */
@Named("auditText")
@ApplicationScoped
public class AuditText {

    /** Of objects of any size, which goes without saying. */
    private static final Map.Entry<String, String> ANY_SIZE = Map.entry("area", "all");

    @Inject
    Format format;

    /** @param arguments fill {0}, {1}, ... */
    public String say(String key, Object... arguments) {
        return Wording.text("audit", key, locale(), arguments);
    }

    /** Whether a metric has a name in words; others are shown by the name that programs know. */
    public boolean isNamed(String metric) {
        return Wording.has("audit", "metric." + metric + ".name", locale());
    }

    /** What a metric is called, such as "False negative rate". */
    public String metric(String metric) {
        return say("metric." + metric + ".name");
    }

    /** The same of a measure; of several classes with the class, and with what else tells it from others of its metric. */
    public String measure(Measure measure) {
        String name = measure.ofClass()
                .map(ofClass -> say("metric.ofClass", metric(measure.metric()), ofClass))
                .orElseGet(() -> metric(measure.metric()));
        List<String> at = measure.at().entrySet().stream()
                .filter(one -> !ANY_SIZE.equals(one))
                .map(one -> parameter(one.getKey(), one.getValue()))
                .toList();
        return at.isEmpty() ? name : say("metric.with", name, list(at));
    }

    /** A parameter that tells measures apart; some of their values have words of their own. */
    private String parameter(String name, String value) {
        String own = "metric.at." + name + "." + value;
        return Wording.has("audit", own, locale()) ? say(own) : say("metric.at." + name, value);
    }

    /** What was compared of one group: "805 of 1,795", or a value and how many rows it is of. */
    public String side(Side side, boolean share) {
        return side.count()
                .map(count -> say("explain.of", format.whole(count.numerator()), format.whole(count.denominator())))
                .orElseGet(() -> side.value() instanceof MetricValue.Measured measured
                        ? say("explain.valueOf", number(measured.value(), share), format.whole(side.people()))
                        : say("results.undefined"));
    }

    /** How many people a share counts; nothing for what is no share. */
    public String counted(Side side) {
        return side.count().map(count -> format.whole(count.numerator())).orElse("");
    }

    /** One after another, such as "a, b". */
    public String list(List<String> items) {
        return String.join(say("list.separator"), items);
    }

    /** Features or an intersection, such as "age × sex". */
    public String features(List<String> features) {
        return String.join(" × ", features);
    }

    /** Feature sets, such as "age, sex, age × sex". */
    public String featureSets(List<List<String>> sets) {
        return String.join(
                say("list.separator"), sets.stream().map(this::features).toList());
    }

    /** "± 5 points" of a rate, "± 0.05" of another number, or "0.80 to 1.25" of their ratio. */
    public String tolerance(String metric, Tolerance tolerance) {
        if (tolerance.scale() == Tolerance.Scale.RATIO) {
            return say("tolerance.ratio", format.decimal(tolerance.low(), 2), format.decimal(tolerance.high(), 2));
        }
        return Measure.isRate(metric)
                ? say(
                        "tolerance.points",
                        format.tick(Scale.Kind.POINTS, tolerance.bound()).substring(1))
                : say("tolerance.number", format.tick(Scale.Kind.NUMBER, tolerance.bound()));
    }

    /** "2,310 people", or pairs, searches and the like. */
    public String count(long number, CountedUnit unit) {
        return say("count." + unit, number, format.whole(number));
    }

    /** "people", or pairs, searches and the like. */
    public String unit(CountedUnit unit) {
        return say("unit." + unit);
    }

    /** "Everybody", or all pairs, all searches and the like. */
    public String all(CountedUnit unit) {
        return say("unit." + unit + ".all");
    }

    /** What a metric counts: "people whom the model misses", or texts, images and the like. */
    public String counted(String metric, CountedUnit unit) {
        return part(metric, ".counted", unit);
    }

    /** Among whom, or what, it counts. */
    public String among(String metric, CountedUnit unit) {
        return part(metric, ".among", unit);
    }

    /** What a rate counts, of whatever rows are. */
    public String counted(String rate) {
        return part(rate, ".counted", say("unit.rows"));
    }

    /** Among what it counts. */
    public String among(String rate) {
        return part(rate, ".among", say("unit.rows"));
    }

    private String part(String metric, String part, CountedUnit unit) {
        return unit == CountedUnit.PEOPLE ? say("metric." + metric + part) : part(metric, part, unit(unit));
    }

    private String part(String metric, String part, String unit) {
        return RateParts.find(metric, part).map(key -> say(key, unit)).orElseGet(() -> say("metric." + metric + part));
    }

    /** Why nothing can be said, of whatever rows are. */
    public String doubt(Doubt doubt) {
        return say("doubt." + doubt, say("unit.rows"));
    }

    /** Why nothing can be said. */
    public String doubt(Doubt doubt, CountedUnit unit) {
        return say("doubt." + doubt, unit(unit));
    }

    /** That of a finding, which has a gap whatever is counted. */
    public String gap(JudgedComparison comparison) {
        return gap(comparison, CountedUnit.PEOPLE);
    }

    /** "+8.6 (+6.8 to +10.4)", or why there is no gap. */
    public String gap(JudgedComparison comparison, CountedUnit unit) {
        if (comparison.gap() instanceof MetricValue.Measured measured) {
            Reading reading =
                    Reading.ofGap(comparison.isRate(), comparison.tolerance().scale());
            String value = reading.value(measured.value(), format);
            return comparison.uncertainty() instanceof Interval interval
                    ? say("gap.interval", value, reading.interval(interval.low(), interval.high(), format))
                    : value;
        }
        return doubt(comparison.doubt().orElse(Doubt.GROUP_UNDEFINED), unit);
    }

    /** What measured, such as "aimass-engine 1.0.0, ONNX Runtime 1.28.0, ...". */
    public String engine(AuditOutcome.Engine engine) {
        return say(
                "repeat.engine.value",
                engine.version(),
                engine.onnxruntime().orElse(say("repeat.noRuntime")),
                engine.device(),
                engine.threads(),
                engine.seed());
    }

    /** The values that form a group, such as "18 to 29, Women". */
    public String group(Map<String, String> features) {
        return String.join(say("list.separator"), features.values());
    }

    /** The same for several groups. */
    public String groups(List<GroupSummary> groups) {
        return String.join(
                say("list.semicolon"),
                groups.stream().map(group -> group(group.features())).toList());
    }

    /** In percent where it is a share, else with three decimals. */
    public String number(double value, boolean share) {
        return share ? format.percent(value) : format.decimal(value);
    }

    public String interval(double low, double high, boolean share) {
        return share ? format.percentInterval(low, high) : format.decimalInterval(low, high);
    }

    /** A p-value with four decimals; a word where nothing was tested. */
    public String p(OptionalDouble value) {
        if (value.isEmpty()) {
            return say("results.notTested");
        }
        return value.getAsDouble() < 0.0001 ? say("results.pSmall") : format.decimal(value.getAsDouble(), 4);
    }

    /** The largest difference, or the smallest ratio, over all groups: described, not judged. */
    public String spread(Measurement measurement, Tolerance tolerance, boolean share) {
        boolean ratio = tolerance.scale() == Tolerance.Scale.RATIO;
        boolean points = share && !ratio;
        return measurement.value() instanceof MetricValue.Measured measured
                ? say(
                        ratio ? "spread.ratio" : points ? "spread.difference" : "spread.number",
                        points ? format.pointsApart(measured.value()) : format.decimal(measured.value()))
                : "";
    }

    static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
