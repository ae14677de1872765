package org.aimass.audit.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aimass.audit.entity.Contrast;
import org.aimass.audit.entity.CountedUnit;
import org.aimass.audit.entity.JudgedComparison;
import org.aimass.audit.entity.Rate;
import org.aimass.audit.entity.Side;
import org.aimass.audit.entity.Tolerance;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.Uncertainty;
import org.aimass.engine.metrics.WorstSlices;
import org.aimass.web.Format;

/** Says of a number what was counted among whom, how sure it is, by which method, and which rule follows. */
final class Explain {

    private static final Set<String> METHODS = Set.of(
            "wilson",
            "newcombe",
            "katz",
            "score",
            "delong",
            "bootstrap",
            "bootstrap_images",
            "bootstrap_error",
            "change_independent",
            "change_least_correlation",
            "change_any_correlation",
            "normal",
            "clopper_pearson",
            "welch",
            "welch_logarithm",
            "student_t");

    private final AuditText text;
    private final Format format;
    private final List<Explained.Fact> facts = new ArrayList<>();

    Explain(AuditText text, Format format) {
        this.text = text;
        this.format = format;
    }

    /** A value of all people or of one group of them. */
    Explained value(Measurement measurement) {
        return value(measurement, CountedUnit.PEOPLE);
    }

    /** A value of all rows or of one group. */
    Explained value(Measurement measurement, CountedUnit unit) {
        Rate.find(measurement.metric())
                .ifPresent(rate -> add(
                        "explain.rule",
                        text.say("explain.rate", text.counted(rate.metric(), unit), text.among(rate.metric(), unit))));
        measurement.fraction().ifPresent(fraction -> {
            add("results.numerator", count(fraction.numerator()));
            add("results.denominator", count(fraction.denominator()));
        });
        if (!measurement.at().isEmpty()) {
            add("explain.at", measurement.at().toString().replaceAll("[{}]", ""));
        }
        uncertainty(measurement.uncertainty(), ends(Reading.of(measurement)));
        exact(measurement.value());
        return done();
    }

    /** A gap that the policy judges. */
    Explained judged(JudgedComparison comparison, CountedUnit unit) {
        Tolerance tolerance = comparison.tolerance();
        add("explain.rule", text.say("method.verdict." + comparison.verdict()));
        comparison.doubt().ifPresent(doubt -> add("explain.doubt", text.doubt(doubt, unit)));
        String metric = comparison.measure().metric();
        boolean rate = comparison.isRate();
        side(text.group(comparison.group()), comparison.groupSide(), rate);
        side(text.group(comparison.reference()), comparison.referenceSide(), rate);
        add("explain.tolerance", text.tolerance(metric, tolerance));
        uncertainty(comparison.uncertainty(), ends(Reading.ofGap(rate, tolerance.scale())));
        add("results.p", text.p(comparison.pValue()));
        add("results.pAdjusted", text.p(comparison.adjustedPValue()));
        exact(comparison.gap());
        return done();
    }

    /** A subgroup that fares worse than all others. */
    Explained slice(WorstSlices.Slice slice) {
        add("explain.rule", text.say("slices.rule"));
        add("results.numerator", count(slice.share().numerator()));
        add("results.denominator", count(slice.share().denominator()));
        uncertainty(slice.interval(), this::percents);
        add(
                "slices.rest",
                text.say(
                        "explain.of",
                        count(slice.rest().numerator()),
                        count(slice.rest().denominator())));
        add("slices.statistic", format.decimal(slice.statistic()));
        exact(MetricValue.of(slice.share().value()));
        return done();
    }

    /** A gap that nobody judges. */
    Explained described(
            Contrast contrast, Tolerance.Scale scale, String first, Side firstSide, String second, Side secondSide) {
        add("explain.rule", text.say("explain.described"));
        side(first, firstSide, true);
        side(second, secondSide, true);
        uncertainty(contrast.uncertainty(), gaps(scale));
        exact(contrast.gap());
        return done();
    }

    /** A change from one audit to another. */
    Explained change(double change, Optional<Interval> interval, boolean share) {
        add("explain.rule", text.say("explain.described.change"));
        interval.ifPresent(found -> uncertainty(found, share ? format::pointsInterval : format::decimalInterval));
        exact(MetricValue.of(change));
        return done();
    }

    private void side(String who, Side side, boolean share) {
        facts.add(new Explained.Fact(who, text.side(side, share)));
    }

    private interface Ends {
        String of(double low, double high);
    }

    private Ends ends(Reading reading) {
        return switch (reading) {
            case SHARE -> this::percents;
            case POINTS -> format::pointsInterval;
            case STEP -> format::stepInterval;
            case COUNT, NUMBER -> this::decimals;
        };
    }

    private Ends gaps(Tolerance.Scale scale) {
        return scale == Tolerance.Scale.DIFFERENCE ? format::pointsInterval : format::decimalInterval;
    }

    private String percents(double low, double high) {
        return format.percentInterval(low, high) + " %";
    }

    private String decimals(double low, double high) {
        return format.decimalInterval(low, high);
    }

    private void uncertainty(Uncertainty uncertainty, Ends ends) {
        if (uncertainty instanceof Interval interval) {
            add(
                    "explain.interval",
                    text.say(
                            "explain.interval.value",
                            ends.of(interval.low(), interval.high()),
                            format.wholePercent(interval.confidence())));
            add("explain.method", method(interval.method()));
        } else if (uncertainty instanceof Uncertainty.NoInterval none) {
            add("explain.noInterval", none.reason());
        }
    }

    /** In words where it is one of ours, else by its name. */
    private String method(String name) {
        return METHODS.contains(name) ? text.say("explain.method." + name) : name;
    }

    private void exact(MetricValue value) {
        if (value instanceof MetricValue.Measured measured) {
            add("explain.exact", Double.toString(measured.value()).replace('-', '−'));
        } else if (value instanceof MetricValue.Undefined undefined) {
            add("explain.undefined", undefined.reason());
        }
    }

    private String count(double count) {
        return count == Math.rint(count) ? format.whole((long) count) : format.decimal(count);
    }

    private void add(String term, String value) {
        facts.add(new Explained.Fact(text.say(term), value));
    }

    private Explained done() {
        return new Explained(facts);
    }
}
