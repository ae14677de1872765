package org.aimass.datausage.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aimass.datausage.control.MyDataUses;
import org.aimass.report.control.TransparencyReports;
import org.aimass.shared.Refusal;
import org.aimass.web.Format;
import org.aimass.web.RoomWords;
import org.jspecify.annotations.Nullable;

/** What happened to the reader's own data, newest first, by month. Empty and unknown look the same. */
@Named
@RequestScoped
public class DatausageMinePage {

    @Inject
    MyDataUses uses;

    @Inject
    TransparencyReports reports;

    @Inject
    Format format;

    private String from = "";
    private MyDataUses.@Nullable Look look;
    private List<MonthView> months = List.of();

    public void open() {
        look = uses.look(Optional.of(from).filter(text -> !text.isEmpty()).map(DatausageMinePage::moment));
        Set<UUID> models = look.entries().stream()
                .flatMap(entry -> entry.use().stream())
                .map(use -> use.modelVersion().id())
                .collect(Collectors.toSet());
        Map<UUID, ReportReading> published = new HashMap<>();
        reports.about(models)
                .forEach((model, reading) -> published.put(model, new ReportReading(reading, words().locale())));
        months = MonthView.of(look.entries(), published, words(), format, ZoneId.systemDefault());
    }

    /**
     * @param micros since 1970, as {@link #getOlder} wrote them
     * @throws Refusal NOT_FOUND for anything else
     */
    static Instant moment(String micros) {
        if (!micros.matches("[0-9]{1,18}")) {
            throw Refusal.notFound();
        }
        return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
    }

    public List<MonthView> getMonths() {
        return months;
    }

    public String getSummary() {
        MyDataUses.Summary summary = summary();
        return summary.uses() == 0
                ? words().say("mine.summary.none")
                : words().say(
                                "mine.summary.both",
                                words().say("mine.summary.uses", summary.uses(), summary.controllers()),
                                words().say("mine.summary.alone", summary.decidedByComputerAlone()));
    }

    private MyDataUses.Summary summary() {
        return Objects.requireNonNull(look).summary();
    }

    /** Where the next page goes on; null on the last one. */
    public @Nullable Long getOlder() {
        return Objects.requireNonNull(look)
                .older()
                .map(moment -> ChronoUnit.MICROS.between(Instant.EPOCH, moment))
                .orElse(null);
    }

    private static RoomWords words() {
        Locale locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        return new RoomWords("datausage", locale);
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = Objects.requireNonNullElse(from, "");
    }
}
