package org.aimass.report.boundary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aimass.audit.entity.CountedUnit;
import org.aimass.audit.entity.Measure;
import org.aimass.audit.entity.Tolerance;
import org.aimass.audit.entity.Verdict;
import org.aimass.report.entity.GroupTable;
import org.aimass.report.entity.ReportSnapshot;
import org.aimass.web.Format;
import org.aimass.web.RoomWords;
import org.aimass.web.Scale;

/** One metric of the policy: its tables on one scale, its verdicts, and how often it is wrong, in people out of a hundred. */
public final class MetricView {

    private static final Set<String> COUNT_WHAT_GOES_RIGHT =
            Set.of("accuracy", "true_positive_rate", "true_negative_rate", "precision", "negative_predictive_value");

    /** Shares of people; other measures are told by their number. */
    private static final Set<String> HUNDREDS = Set.of(
            "selection_rate",
            "accuracy",
            "true_positive_rate",
            "false_negative_rate",
            "false_positive_rate",
            "true_negative_rate",
            "precision",
            "false_discovery_rate",
            "negative_predictive_value",
            "false_omission_rate");

    /** Shares that may be too rare to be told of a hundred: they are told of so many that some are counted. */
    private static final Set<String> OFTEN = Set.of(
            "false_match_rate",
            "false_non_match_rate",
            "rank_one_miss_rate",
            "false_negative_identification_rate",
            "false_positive_identification_rate",
            "refusal_rate",
            "miss_rate",
            "unusable_share",
            "toxicity_rate");

    private static final long FEW = 100;
    private static final long MANY = 1_000_000;
    private static final int ENOUGH_HITS = 10;

    private final ReportSnapshot report;
    private final GroupTable any;
    private final RoomWords words;
    private final Format format;
    private final Locale locale;
    private final Scale scale;
    private final UnitWords unit;
    private final List<TableView> tables;

    MetricView(ReportSnapshot report, List<GroupTable> tables, RoomWords words, Format format, Locale locale) {
        this.report = report;
        this.any = tables.get(0);
        this.words = words;
        this.format = format;
        this.locale = locale;
        this.scale = scale(tables);
        this.unit = UnitWords.of(report, words, format);
        this.tables = tables.stream().map(this::table).toList();
    }

    private TableView table(GroupTable table) {
        List<String> names = table.over().stream()
                .map(feature -> report.explanation().feature(feature, locale))
                .toList();
        String feature = names.stream()
                .reduce((one, other) -> words.say("list.and", one, other))
                .orElseThrow();
        return new TableView(
                feature.substring(0, 1).toUpperCase(locale) + feature.substring(1),
                words.say("view.by", feature),
                table.rows().stream()
                        .map(row -> new RowView(this, table, row, report, words, format, locale))
                        .toList());
    }

    private static Scale scale(List<GroupTable> tables) {
        List<Double> ends = tables.stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(MetricView::ends)
                .toList();
        Tolerance tolerance = tables.get(0).tolerance();
        return tolerance.scale() == Tolerance.Scale.RATIO
                ? Scale.ofRatios(tolerance.bound(), ends)
                : Measure.isRate(tables.get(0).metric())
                        ? Scale.ofDifferences(tolerance.bound(), ends)
                        : Scale.ofNumbers(tolerance.bound(), ends);
    }

    private static Stream<Double> ends(GroupTable.Row row) {
        Stream<Double> interval = row.gapInterval() == null
                ? Stream.of()
                : Stream.of(row.gapInterval().low(), row.gapInterval().high());
        return Stream.concat(Stream.ofNullable(row.gap()), interval);
    }

    public Scale getScale() {
        return scale;
    }

    public List<TableView> getTables() {
        return tables;
    }

    /** The tolerance's lower edge. */
    public double getBandLow() {
        return any.tolerance().low();
    }

    /** The tolerance's upper edge. */
    public double getBandHigh() {
        return any.tolerance().high();
    }

    public boolean isRatio() {
        return any.scale() == Tolerance.Scale.RATIO;
    }

    /** Whether its differences are told in points, because it is a rate. */
    boolean isRate() {
        return Measure.isRate(any.metric());
    }

    /** For the tags that show ratios as they are: {@code decimal}, differences of rates in {@code points}, any other as a {@code step}. */
    public String getKind() {
        return isRatio() ? "decimal" : isRate() ? "points" : "step";
    }

    /** The key of what says how far a group lies from another. */
    String getBox() {
        return isRatio() ? "box.ratio" : isRate() ? "box.difference" : "box.step";
    }

    /** The metric's name, such as "false negative rate". */
    public String getName() {
        return new MetricWords(words).name(any.metric(), any.ofClass(), any.at());
    }

    /** What it counts, in plain words. */
    public String getPlain() {
        return new MetricWords(words).plain(any.metric(), positives(), unit.noun());
    }

    /** Whether it is a share of people, which can be told of a hundred of them. */
    public boolean isShare() {
        return HUNDREDS.contains(any.metric());
    }

    /** For the tag that shows values: shares of people in percent, other rates as they may be {@code rare}, any other number {@code decimal}. */
    public String getValueKind() {
        return isRate() ? isShare() ? "percent" : "rare" : "decimal";
    }

    /** What of a hundred people is counted, such as "of all entitled people are missed." */
    public String getOfHundred() {
        return isShare() ? words.say("hundred." + any.metric(), positives(), unit.noun()) : getPlain();
    }

    /** Such as "± 5 points", "± 0.05", or "0.80 to 1.25". */
    public String getTolerance() {
        Tolerance tolerance = any.tolerance();
        if (!isRatio() && !isRate()) {
            return words.say("tolerance.number", format.tick(Scale.Kind.NUMBER, tolerance.bound()));
        }
        return isRatio()
                ? words.say("tolerance.ratio", format.decimal(tolerance.low(), 2), format.decimal(tolerance.high(), 2))
                : words.say(
                        "tolerance.points",
                        format.tick(Scale.Kind.POINTS, tolerance.bound()).replace("+", ""));
    }

    /** Whoever has the positive label, as people call them. */
    String positives() {
        ReportSnapshot.Labels labels = report.method().labels();
        if (any.ofClass() != null) {
            return words.say("positives", labels.column(), any.ofClass(), unit.noun());
        }
        if (labels.positive() == null) {
            return labels.column();
        }
        String name = report.explanation().value(labels.column(), labels.positive(), locale);
        return name.equals(labels.positive()) ? words.say("positives", labels.column(), name, unit.noun()) : name;
    }

    public String getAxis() {
        return words.say(isRatio() ? "axis.ratio" : isRate() ? "axis.difference" : "axis.step");
    }

    /** The rows with this verdict, hidden ones included. */
    public List<RowView> rows(Verdict verdict) {
        return tables.stream()
                .flatMap(table -> table.rows().stream())
                .filter(row -> row.row().verdict() == verdict)
                .toList();
    }

    /** For the disclosure that holds it: its name and how its comparisons ended. */
    public String getSummary() {
        String tally = format.tally(
                rows(Verdict.DISPARITY_SHOWN).size(),
                rows(Verdict.WITHIN_TOLERANCE).size(),
                rows(Verdict.INSUFFICIENT_EVIDENCE).size());
        return words.say("view.other", getName(), tally);
    }

    /** Above these people: how often it is wrong, or, where no mistake is counted, what is counted. */
    public String getPeopleHeading() {
        if (OFTEN.contains(any.metric())) {
            return words.say(any.metric().equals("refusal_rate") ? "view.people.refused" : "view.people");
        }
        if (!isShare() || any.ofClass() != null) {
            return words.say("view.people.mistakes");
        }
        return words.say(isSelection() ? selected() : "view.people");
    }

    private String selected() {
        return unit.unit() == CountedUnit.PEOPLE ? "view.people.selected" : "view.rows.selected";
    }

    /** To be selected is no mistake. */
    private boolean isSelection() {
        return any.metric().equals("selection_rate");
    }

    /** Everybody, and the group that fares worst among those with a disparity, or else among all. */
    public List<HundredView> getHundreds() {
        List<HundredView> hundreds = new ArrayList<>();
        if (!isShare() || any.ofClass() != null) {
            return hundreds;
        }
        ofEverybody().ifPresent(value -> hundreds.add(new HundredView(hits(value), getOfHundred())));
        worst().ifPresent(row -> hundreds.add(new HundredView(
                hits(Objects.requireNonNull(row.row().value())), words.say("hundred.group", row.getGroup()))));
        return hundreds;
    }

    private Optional<Double> ofEverybody() {
        return report.overall().stream()
                .filter(figure -> figure.measure().equals(any.measure()))
                .map(ReportSnapshot.Figure::value)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The same where it may be rare, a sentence each: of everybody, and of the group that fares worst. */
    public List<String> getOften() {
        if (!OFTEN.contains(any.metric())) {
            return List.of();
        }
        Optional<Double> everybody = ofEverybody();
        Optional<RowView> worst = worst();
        double rarest = Stream.concat(
                        everybody.stream(),
                        worst.stream()
                                .map(row -> Objects.requireNonNull(row.row().value())))
                .filter(value -> value > 0)
                .min(Comparator.naturalOrder())
                .orElse(1.0);
        long of = FEW;
        while (of < MANY && rarest * of < ENOUGH_HITS) {
            of *= 10;
        }
        long base = of;
        List<String> often = new ArrayList<>();
        everybody
                .flatMap(value -> new MetricWords(words).often(any.metric(), hits(value, base), format.whole(base)))
                .ifPresent(often::add);
        worst.ifPresent(row -> often.add(words.say(
                "often.group",
                row.getGroup(),
                hits(Objects.requireNonNull(row.row().value()), base),
                format.whole(base))));
        return often;
    }

    private String hits(double value, long of) {
        return format.whole(Math.round(value * of));
    }

    private Optional<RowView> worst() {
        Comparator<RowView> byHarm = Comparator.comparingDouble(
                row -> harm(Objects.requireNonNull(row.row().value())));
        List<RowView> shown = rows(Verdict.DISPARITY_SHOWN);
        Collection<RowView> among = shown.stream().anyMatch(RowView::isMeasured)
                ? shown
                : tables.stream().flatMap(table -> table.rows().stream()).toList();
        return among.stream().filter(RowView::isMeasured).max(byHarm);
    }

    /** Not to be selected, where people hope for it. */
    private double harm(double value) {
        ReportSnapshot.Labels labels = report.method().labels();
        return isSelection() && Objects.equals(labels.favorable(), labels.positive()) ? -value : mistakes(value);
    }

    /** Of 100, for how many it goes wrong; metrics that count what goes right are turned round. */
    int hits(double value) {
        return (int) Math.round(100 * mistakes(value));
    }

    private double mistakes(double value) {
        return COUNT_WHAT_GOES_RIGHT.contains(any.metric()) ? 1 - value : value;
    }

    /** One table. */
    public record TableView(String feature, String caption, List<RowView> rows) {}

    /**
     * People out of a hundred.
     *
     * @param hits 0 to 100
     */
    public record HundredView(int hits, String of) {}
}
