package org.aimass.report.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.aimass.report.entity.GroupTable;
import org.aimass.report.entity.ReportSnapshot;
import org.aimass.web.Format;
import org.aimass.web.RoomWords;

/** One group's row, and what is said about it. */
public final class RowView {

    private final MetricView metric;
    private final GroupTable table;
    private final GroupTable.Row row;
    private final ReportSnapshot report;
    private final RoomWords words;
    private final Format format;
    private final Locale locale;
    private final UnitWords unit;

    RowView(
            MetricView metric,
            GroupTable table,
            GroupTable.Row row,
            ReportSnapshot report,
            RoomWords words,
            Format format,
            Locale locale) {
        this.metric = metric;
        this.table = table;
        this.row = row;
        this.report = report;
        this.words = words;
        this.format = format;
        this.locale = locale;
        unit = UnitWords.of(report, words, format);
    }

    public GroupTable.Row row() {
        return row;
    }

    /** Such as "18 to 29", or "18 to 29, Women". */
    public String getGroup() {
        return name(row);
    }

    private String name(GroupTable.Row named) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < table.over().size(); i++) {
            values.add(report.explanation()
                    .value(table.over().get(i), named.group().get(i), locale));
        }
        return String.join(words.say("list.separator"), values);
    }

    /** Whether there is a value to show. */
    public boolean isMeasured() {
        return row.value() != null;
    }

    /** Whether there is a difference or ratio with its interval to draw. */
    public boolean isCompared() {
        return row.gap() != null && row.gapInterval() != null;
    }

    /** Why nothing is drawn; empty where something is. */
    public String getNote() {
        if (row.hidden() != null) {
            return words.say(
                    "hidden." + row.hidden(), unit.count(report.protection().minimum()));
        }
        if (row.reference() || isCompared()) {
            return "";
        }
        if (row.verdict() == null) {
            return words.say("row.described");
        }
        return getDoubt().isEmpty()
                ? words.say("reference.hidden", unit.count(report.protection().minimum()))
                : getDoubt();
    }

    /** For how many of a hundred it goes wrong, such as "17 of 100", or the number; or why that is not said. */
    public String getHundred() {
        if (row.value() == null) {
            return getNote();
        }
        ReportSnapshot.Range interval = row.interval();
        if (!metric.isShare()) {
            boolean percent = metric.isRate();
            String number = percent ? format.rarePercent(row.value()) : format.decimal(row.value());
            return interval == null
                    ? number
                    : words.say(
                            "row.gap",
                            number,
                            percent
                                    ? format.rareInterval(interval.low(), interval.high())
                                    : format.decimalInterval(interval.low(), interval.high()));
        }
        String hundred = format.say("tag.hundred", metric.hits(row.value()));
        return interval == null
                ? hundred
                : words.say(
                        "row.hundred",
                        hundred,
                        Math.min(metric.hits(interval.low()), metric.hits(interval.high())),
                        Math.max(metric.hits(interval.low()), metric.hits(interval.high())));
    }

    /** Why the evidence is not enough; empty where it is. */
    public String getDoubt() {
        return row.doubt() == null
                ? ""
                : words.say(
                        "doubt." + row.doubt(),
                        unit.count(report.method().policy().minimumGroupSize()),
                        unit.noun());
    }

    /** What a screen reader hears in place of the strip. */
    public String getSpoken() {
        if (row.reference()) {
            return words.say("row.reference");
        }
        return isCompared() ? gap() : getNote();
    }

    /** The difference or ratio with its interval, such as "+8.6 (+6.8 to +10.4)". */
    private String gap() {
        ReportSnapshot.Range interval = row.gapInterval();
        if (row.gap() == null || interval == null) {
            return "";
        }
        return switch (metric.getKind()) {
            case "decimal" ->
                words.say(
                        "row.gap", format.decimal(row.gap()), format.decimalInterval(interval.low(), interval.high()));
            case "points" ->
                words.say("row.gap", format.points(row.gap()), format.pointsInterval(interval.low(), interval.high()));
            default ->
                words.say("row.gap", format.step(row.gap()), format.stepInterval(interval.low(), interval.high()));
        };
    }

    /** The heading of its box, such as "Disparity shown: 18 to 29". */
    public String getHeading() {
        return words.say("box.heading", format.say("tag.verdict." + row.verdict()), getGroup());
    }

    /** The numbers, the tolerance and, where it is not enough, what would settle it. */
    public String getSentence() {
        if (row.value() == null) {
            return words.say("box.note", metric.getPlain(), getNote());
        }
        if (row.hidden() != null || !isCompared()) {
            return words.say("sentences", words.say("box.value", metric.getPlain(), share(row)), getNote());
        }
        String sentence = words.say(metric.getBox(), gap(), metric.getTolerance());
        String compared = table.referenceRow()
                .filter(reference -> reference.value() != null)
                .map(reference -> words.say(
                        "sentences",
                        words.say("box.against", share(row), name(reference), share(reference), metric.getPlain()),
                        sentence))
                .orElse(sentence);
        return row.doubt() == null ? compared : words.say("sentences", compared, getDoubt());
    }

    private String share(GroupTable.Row measured) {
        if (measured.value() == null) {
            return "";
        }
        return switch (metric.getValueKind()) {
            case "percent" -> format.percent(measured.value());
            case "rare" -> format.rarePercent(measured.value());
            default -> format.decimal(measured.value());
        };
    }
}
