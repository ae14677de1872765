package org.aimass.audit.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.aimass.audit.entity.GroupCurves;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.ReliabilityBin;
import org.aimass.engine.metrics.RocCurve;
import org.aimass.engine.metrics.ScoreStep;
import org.aimass.web.Format;

/** What stands in the cells of the tables beside the plots of scores. */
@Named
@ApplicationScoped
public class ScoreCells {

    @Inject
    AuditText text;

    @Inject
    Format format;

    /** Who is selected at a threshold, in percent of each label; a word where there is no curve. */
    public String rates(GroupCurves group, double threshold) {
        if (group.roc().isEmpty()) {
            return text.say("results.undefined");
        }
        RocCurve.Point point = group.roc().get().at(threshold);
        return text.say(
                "scores.roc.cell", format.percent(point.truePositiveRate()), format.percent(point.falsePositiveRate()));
    }

    /** The area under the curve with its interval. */
    public String area(GroupCurves group) {
        Measurement area = group.area().orElseThrow();
        String value =
                area.value() instanceof MetricValue.Measured measured ? format.decimal(measured.value()) : undefined();
        return area.uncertainty() instanceof Interval interval
                ? text.say("gap.interval", value, format.decimalInterval(interval.low(), interval.high()))
                : value;
    }

    public Explained areaExplained(GroupCurves group) {
        return new Explain(text, format).value(group.area().orElseThrow());
    }

    private String undefined() {
        return text.say("results.undefined");
    }

    /** The observed share with its interval, of how many. */
    public String observed(GroupCurves group, int place) {
        ReliabilityBin bin = group.reliability().get(place);
        if (!(bin.observed() instanceof MetricValue.Measured observed)
                || !(bin.uncertainty() instanceof Interval interval)) {
            return text.say("scores.nobody");
        }
        return text.say(
                "gap.interval",
                format.percent(observed.value()),
                format.percentInterval(interval.low(), interval.high()));
    }

    /** The mean score and how many rows there are. */
    public String meant(GroupCurves group, int place) {
        ReliabilityBin bin = group.reliability().get(place);
        return bin.meanScore() instanceof MetricValue.Measured score
                ? text.say("scores.meant", format.percent(score.value()), format.whole(bin.rows()))
                : "";
    }

    /** "4.0 % (2)". */
    public String share(GroupCurves group, boolean positive, int place) {
        ScoreStep step = (positive ? group.positives() : group.negatives()).get(place);
        return step.share() instanceof MetricValue.Measured share
                ? text.say("gap.interval", format.percent(share.value()), format.whole(step.rows()))
                : undefined();
    }

    private String range(double from, double to) {
        return text.say("scores.range", format.wholePercent(from), format.wholePercent(to));
    }

    /** "30 % to 40 %" of a bin of the reliability. */
    public String bin(GroupCurves group, int place) {
        ReliabilityBin bin = group.reliability().get(place);
        return range(bin.from(), bin.to());
    }

    /** "30 % to 35 %" of a step of a distribution. */
    public String step(GroupCurves group, int place) {
        ScoreStep step = group.positives().get(place);
        return range(step.from(), step.to());
    }
}
