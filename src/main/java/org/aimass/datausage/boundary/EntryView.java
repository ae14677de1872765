package org.aimass.datausage.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aimass.datausage.entity.DataUsageRecord;
import org.aimass.datausage.entity.HumanInvolvement;
import org.aimass.report.boundary.MetricView;
import org.aimass.report.boundary.ReportView;
import org.aimass.shared.Bilingual;
import org.aimass.shared.Sha256Digest;
import org.aimass.web.Format;
import org.aimass.web.RoomWords;
import org.jspecify.annotations.Nullable;

/**
 * One use of the reader's data, or the reader's looks on one day.
 *
 * @param moments when, newest first; a use has one
 * @param use empty for looks
 * @param report the newest published report of the model version
 */
public record EntryView(
        List<Instant> moments,
        Optional<DataUsageRecord> use,
        Optional<ReportReading> report,
        RoomWords words,
        Format format) {

    public boolean isLook() {
        return use.isEmpty();
    }

    /** For the mark on the line: a decision is filled, a look dotted. */
    public String getStyle() {
        return isLook() ? "t-self" : "t-decision";
    }

    public Instant getWhen() {
        return moments.get(0);
    }

    public String getWhat() {
        return use.map(known -> say(known.activity().whatHappens())).orElseGet(() -> words.say("mine.look"));
    }

    public String getBy() {
        return use.map(known -> known.activity().controller().name(words.locale()))
                .orElseGet(() -> words.say("mine.look.by"));
    }

    /** The times of the looks, newest first. */
    public String getTimes() {
        return moments.stream().map(format::time).collect(Collectors.joining(words.say("list.separator")));
    }

    /** The static facts, each with its question; none for looks. */
    public List<Fact> getFacts() {
        return use.map(known -> List.of(
                        fact("mine.purpose", known.activity().purpose()),
                        fact("mine.outcome", outcome(known)),
                        new Fact(words.say("mine.alone"), alone(known), null),
                        fact("mine.data", known.activity().dataCategories()),
                        fact("mine.legalBasis", known.activity().legalBasis()),
                        fact("mine.recipients", known.activity().recipients()),
                        fact("mine.retention", known.activity().retention()),
                        new Fact(words.say("mine.contact"), known.activity().contact(), null)))
                .orElse(List.of());
    }

    private static Bilingual outcome(DataUsageRecord known) {
        return known.activity().outcome(known.outcome()).orElseThrow();
    }

    /** What part a human had; "yes" only where none had any. */
    private String alone(DataUsageRecord known) {
        boolean alone = known.humanInvolvement() == HumanInvolvement.NONE;
        return words.say(alone ? "mine.alone.yes" : "mine.alone." + known.humanInvolvement());
    }

    private Fact fact(String question, Bilingual answer) {
        return new Fact(words.say(question), say(answer), answer.languageFor(words.locale()));
    }

    private String say(Bilingual text) {
        return text.in(words.locale());
    }

    /** Such as "Rent support pre-check, version 3.0". */
    public String getModel() {
        return use.map(known -> words.say(
                        "mine.model.version",
                        known.modelVersion().model().name(),
                        known.modelVersion().label()))
                .orElse("");
    }

    /** The digest of the model's file; null where the model is closed, and for looks. */
    public @Nullable String getModelDigest() {
        return use.flatMap(known -> known.modelVersion().sha256())
                .map(Sha256Digest::hex)
                .orElse(null);
    }

    /** The newest report about the model version; null where there is none. */
    public @Nullable ReportReading getReading() {
        return report.orElse(null);
    }

    /** How often the model is wrong for whom, as the report says it: the reader finds their own group, and tells nobody. */
    public @Nullable MetricView getPeople() {
        return report.flatMap(ReportReading::view).map(ReportView::getFirst).orElse(null);
    }

    /** What the numbers of {@link #getPeople} count. */
    public String getPeopleOf() {
        return report.flatMap(ReportReading::view)
                .map(ReportView::getFirst)
                .map(first -> first.isShare() ? words.say("mine.people.of", first.getOfHundred()) : first.getPlain())
                .orElse("");
    }

    /**
     * A question and its answer.
     *
     * @param lang of the answer; null where it is the page's own
     */
    public record Fact(
            String question, String answer, @Nullable String lang) {}
}
