package org.aimass.report.boundary;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aimass.audit.entity.Verdict;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.SettingsPart;
import org.aimass.report.entity.GroupTable;
import org.aimass.report.entity.ReportSnapshot;
import org.aimass.shared.Bilingual;
import org.aimass.web.Format;
import org.aimass.web.RoomWords;

/** A snapshot as one reader sees it, published or still a draft. Nothing here comes from anywhere but the snapshot. */
public final class ReportView {

    private static final int MOST_BOXES = 8;
    private static final int MOST_UNSURE_BOXES = 4;

    private final ReportSnapshot report;
    private final Locale locale;
    private final RoomWords words;
    private final Format format;
    private final List<MetricView> metrics;

    public ReportView(ReportSnapshot report, Locale locale) {
        this.report = report;
        this.locale = locale;
        this.words = new RoomWords("report", locale);
        this.format = new Format(locale, ZoneId.systemDefault());
        this.metrics = metrics();
    }

    private List<MetricView> metrics() {
        Map<String, List<GroupTable>> byMetric = new LinkedHashMap<>();
        for (GroupTable table : report.tables()) {
            byMetric.computeIfAbsent(
                            table.measure().key() + " " + table.scale() + " " + table.bound(),
                            metric -> new ArrayList<>())
                    .add(table);
        }
        return byMetric.values().stream()
                .map(tables -> new MetricView(report, tables, words, format, locale))
                .toList();
    }

    public ReportSnapshot getReport() {
        return report;
    }

    /** The text in the reader's language, or else in English. */
    public String say(Bilingual text) {
        return text.in(locale);
    }

    /** The same, a paragraph each; the reader gets no other marks. */
    public List<String> paragraphs(Bilingual text) {
        return say(text).lines().filter(line -> !line.isBlank()).toList();
    }

    /** The language that {@link #say} gives this text in. */
    public String lang(Bilingual text) {
        return text.languageFor(locale);
    }

    public boolean isDraft() {
        return report.draft();
    }

    public String getEyebrow() {
        return words.say("view.eyebrow", report.number(), Integer.toString(report.version()));
    }

    public Instant getPublishedAt() {
        return Instant.parse(report.publishedAt());
    }

    /** When it lapses. */
    public Instant getValidUntil() {
        return report.validUntil();
    }

    public Instant getAuditedAt() {
        return Instant.parse(report.method().completedAt());
    }

    /** What the publisher answers to three questions. */
    public List<Answer> getAnswers() {
        return List.of(
                new Answer(words.say("view.what"), report.explanation().purpose()),
                new Answer(words.say("view.who"), report.explanation().decision()),
                new Answer(words.say("view.uses"), report.explanation().data()));
    }

    /** A question and what the publisher answers. */
    public record Answer(String question, Bilingual text) {}

    public MetricView getFirst() {
        return metrics.get(0);
    }

    /** The policy's metrics after the first, shown on demand. */
    public List<MetricView> getOthers() {
        return metrics.subList(1, metrics.size());
    }

    /** What the audit found, in one or two sentences. */
    public String getFound() {
        List<String> groups =
                rows(Verdict.DISPARITY_SHOWN).map(RowView::getGroup).distinct().toList();
        int shown = report.tally().disparityShown();
        String found = shown == 0
                ? words.say("found.none", format.whole(report.tally().total()))
                : words.say("found.shown", shown, String.join(words.say("list.semicolon"), groups));
        int unsure = report.tally().insufficientEvidence();
        return unsure == 0 ? found : words.say("sentences", found, words.say("found.unsure", unsure));
    }

    private Stream<RowView> rows(Verdict verdict) {
        return metrics.stream().flatMap(metric -> metric.rows(verdict).stream());
    }

    /** The comparisons to speak of: every disparity shown, then what the evidence did not suffice for, but not too many. */
    public List<RowView> getBoxes() {
        return Stream.concat(
                        rows(Verdict.DISPARITY_SHOWN).limit(MOST_BOXES),
                        rows(Verdict.INSUFFICIENT_EVIDENCE).limit(MOST_UNSURE_BOXES))
                .toList();
    }

    /** How many comparisons have no box; empty where none. */
    public String getMore() {
        int left = Math.max(0, report.tally().disparityShown() - MOST_BOXES)
                + Math.max(0, report.tally().insufficientEvidence() - MOST_UNSURE_BOXES);
        return left == 0 ? "" : words.say("box.more", format.whole(left));
    }

    /** How small groups are protected in this report. */
    public String getProtection() {
        ReportSnapshot.Protection protection = report.protection();
        String minimum = UnitWords.of(report, words, format).count(protection.minimum());
        if (protection.hidden() == 0) {
            return words.say("protection.none", minimum);
        }
        return protection.shareStep() == null
                ? words.say("protection.hidden", minimum)
                : words.say("protection.rounded", minimum, format.whole(protection.countStep()));
    }

    public String getSigned() {
        return words.say("view.judgement.by", say(report.auditor().name()));
    }

    public String getTestData() {
        ReportSnapshot.Dataset data = report.dataset();
        String from = words.say(
                "view.testData.text",
                format.whole(data.rows()),
                data.name(),
                format.whole(data.version()),
                say(data.owner()));
        return report.model().sha256() == null ? words.say("sentences", from, words.say("view.closed")) : from;
    }

    public String getTask() {
        return words.say("task." + report.model().task());
    }

    /** The positive label, its meaning and the threshold. */
    public String getLabels() {
        ReportSnapshot.Labels labels = report.method().labels();
        boolean unheld = labels.column().isEmpty();
        String meaning = labels.positive() == null || labels.favorable() == null
                ? unheld
                        ? words.say(isAnnotated() ? "experts.annotations" : "experts.noLabel")
                        : words.say("experts.label", labels.column())
                : words.say("experts.labels", labels.column(), labels.positive(), labels.favorable());
        return labels.threshold() == null
                ? meaning
                : meaning + words.say("experts.threshold", format.decimal(labels.threshold(), 2));
    }

    /** Whether the truth is what people drew into images. */
    private boolean isAnnotated() {
        return ModelTask.find(report.model().task())
                .filter(SettingsPart::demandsImages)
                .isPresent();
    }

    /** The policy's comparisons, such as "false negative rate (± 5 points)". */
    public String getRules() {
        return String.join(
                words.say("list.semicolon"),
                metrics.stream()
                        .map(metric -> words.say("experts.rule", metric.getName(), metric.getTolerance()))
                        .toList());
    }

    public String getIntervals() {
        return words.say(
                "experts.intervals",
                format.wholePercent(report.method().confidence()),
                format.whole(report.tally().total()));
    }

    /** Program, runtime, device, threads and seed; what an older report does not name so, in its own words. */
    public String getEngine() {
        Map<String, Object> engine = report.method().engine();
        if (engine.keySet().containsAll(List.of("version", "device", "threads", "seed"))) {
            return words.say(
                    engine.containsKey("onnxruntime") ? "experts.engine.value" : "experts.engine.noRuntime",
                    String.valueOf(engine.get("version")),
                    String.valueOf(engine.get("device")),
                    String.valueOf(engine.get("threads")),
                    String.valueOf(engine.get("seed")),
                    engine.getOrDefault("onnxruntime", ""));
        }
        return report.method().engine().entrySet().stream()
                .map(part -> part.getKey() + ": " + part.getValue())
                .collect(Collectors.joining("; "));
    }

    public String getSandbox() {
        return words.say(report.method().sandboxed() ? "experts.sandboxed" : "experts.notSandboxed");
    }

    /** The figures over everybody. */
    public List<FigureView> getOverall() {
        return report.overall().stream()
                .map(figure -> new FigureView(figure, words))
                .toList();
    }
}
