package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aimass.audit.entity.ObjectMeasures;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Measurement;
import org.aimass.web.Format;
import org.aimass.web.Scale;
import org.jspecify.annotations.Nullable;

/** How many objects of each group a detector or a pose model finds, and how many it misses. */
@Named
@RequestScoped
public class ResultsFound {

    @Inject
    ResultsPrecision precision;

    @Inject
    AuditText text;

    @Inject
    ObjectText objects;

    @Inject
    Format format;

    private @Nullable List<Line> lines;

    /**
     * A group.
     *
     * @param objects that are to be found
     * @param logAverage the log-average miss rate, with its interval
     * @param similarity of poses the mean keypoint similarity; null for boxes
     */
    public record Line(
            String group,
            long objects,
            ObjectText.Cell recall,
            ObjectText.Cell missRate,
            ObjectText.Cell logAverage,
            ObjectText.@Nullable Cell similarity) {}

    private Optional<Measurement> like(String metric) {
        return precision.measures().first(metric);
    }

    public boolean isPosed() {
        return like("mean_oks").isPresent();
    }

    /** Everybody first. */
    public List<Line> getLines() {
        List<Line> known = lines;
        if (known == null) {
            known = precision.measures().groups().stream().map(this::line).toList();
            lines = known;
        }
        return known;
    }

    private Line line(GroupSummary group) {
        return new Line(
                objects.group(group),
                group.rows(),
                objects.cell(of("recall", group), true),
                objects.cell(of("miss_rate", group), true),
                objects.cell(of("log_average_miss_rate", group), true),
                isPosed() ? objects.cell(of("mean_oks", group)) : null);
    }

    private @Nullable Measurement of(String metric, GroupSummary group) {
        return like(metric)
                .flatMap(like -> precision.measures().find(like, group))
                .orElse(null);
    }

    /** The score and the overlap at which an object counts as found, in words. */
    public String getRule() {
        return like("recall")
                .map(like -> text.say(
                        isPosed() ? "found.rule.pose" : "found.rule",
                        number(like.at().get("score")),
                        ObjectMeasures.threshold(like)
                                .map(overlap -> format.decimal(overlap, 2))
                                .orElse("")))
                .orElse("");
    }

    private String number(@Nullable Object value) {
        return value instanceof Number number ? format.decimal(number.doubleValue(), 2) : "";
    }

    /** For both rates alike. */
    public Scale getScale() {
        List<Double> ends = new ArrayList<>();
        getLines().forEach(line -> Stream.of(line.recall(), line.missRate())
                .flatMap(cell -> Stream.of(Optional.ofNullable(cell.high()), Optional.ofNullable(cell.value())))
                .flatMap(Optional::stream)
                .forEach(ends::add));
        return Scale.ofShares(ends);
    }

    /** Recall and miss rate, a plot each. */
    List<Plot> plots() {
        return List.of(plot("recall"), plot("miss_rate"));
    }

    private Plot plot(String metric) {
        StripPlot plot = new StripPlot(getScale(), format);
        for (Line line : getLines()) {
            ObjectText.Cell cell = metric.equals("recall") ? line.recall() : line.missRate();
            plot.row(line.group(), cell.said(), "c-plain", cell.value(), cell.low(), cell.high());
        }
        return plot.plot(text.metric(metric), getRule(), null, null);
    }

    DataTable table() {
        return ObjectData.of(
                precision.measures(),
                Stream.of("recall", "miss_rate", "log_average_miss_rate", "mean_oks")
                        .flatMap(metric -> like(metric).stream())
                        .toList());
    }
}
