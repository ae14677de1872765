package org.aimass.report.boundary;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aimass.report.control.ReportPreviews;
import org.aimass.report.control.TransparencyReports;
import org.aimass.report.entity.Changes;
import org.aimass.report.entity.Edition;
import org.aimass.report.entity.EntryStatement;
import org.aimass.report.entity.RegisteredReport;
import org.aimass.report.entity.ReportStatus;
import org.aimass.shared.Bilingual;
import org.aimass.web.Format;
import org.aimass.web.RoomWords;
import org.jspecify.annotations.Nullable;

/**
 * How a report stands: what its page says at the top, what a correction changed, what happened to it.
 *
 * @param status in a word
 * @param style of the word: {@code ok}, {@code warn} or {@code error}
 * @param notes to be read before anything else
 * @param changes what this version made different; none in a first one
 * @param history the newest first; none in a draft
 */
public record ReportStanding(
        String status, String style, List<Note> notes, List<ChangeView> changes, List<PastView> history) {

    /**
     * Something to know before reading on.
     *
     * @param style such as {@code note-warn}
     * @param reason null where there is none
     * @param address null where it leads nowhere
     */
    public record Note(
            String style,
            String heading,
            @Nullable String reason,
            @Nullable String lang,
            @Nullable String address,
            String link) {}

    /**
     * What was made different.
     *
     * @param before empty where it is no text
     */
    public record ChangeView(String part, String before, String after) {}

    /**
     * One entry of the history.
     *
     * @param address of the version; null where the entry made none
     * @param reason null where there is none
     * @param digest of the entry
     */
    public record PastView(
            Instant when,
            String what,
            @Nullable String address,
            @Nullable String reason,
            @Nullable String lang,
            String digest,
            boolean intact) {}

    static ReportStanding of(
            TransparencyReports.Opened opened,
            List<TransparencyReports.Past> history,
            Optional<Changes> changes,
            RoomWords words,
            Format format) {
        RegisteredReport listed = opened.listed();
        boolean replaced = opened.isReplaced();
        ReportStatus status =
                replaced && listed.status() != ReportStatus.WITHDRAWN ? ReportStatus.CORRECTED : listed.status();
        String style = status == ReportStatus.WITHDRAWN ? "error" : replaced || !listed.isStanding() ? "warn" : "ok";
        return new ReportStanding(
                words.say(replaced ? "view.status.old" : "status." + status),
                style,
                notes(opened, history, words, format),
                changes.map(all -> views(all, words)).orElse(List.of()),
                history(history, words));
    }

    /** The newest first. */
    static List<PastView> history(List<TransparencyReports.Past> history, RoomWords words) {
        List<PastView> views = new ArrayList<>();
        history.forEach(past -> views.add(0, past(past, words)));
        return views;
    }

    private static List<Note> notes(
            TransparencyReports.Opened opened, List<TransparencyReports.Past> history, RoomWords words, Format format) {
        List<Note> notes = new ArrayList<>();
        for (TransparencyReports.Past past : history) {
            EntryStatement states = past.states();
            String when = format.date(states.happenedAt());
            if (states.kind() == ReportStatus.WITHDRAWN) {
                notes.add(note(words, "note-error", "view.note.withdrawn", when, states.reason(), null));
            } else if (states.kind() == ReportStatus.LAPSED && opened.listed().status() == ReportStatus.LAPSED) {
                notes.add(note(words, "note-warn", "view.note.lapsed", when, null, null));
            } else if (states.kind() == ReportStatus.CORRECTED
                    && states.version() == opened.report().version() + 1) {
                notes.add(note(
                        words,
                        "note-warn",
                        "view.note.replaced",
                        when,
                        states.reason(),
                        "/reports/" + states.report()));
            }
        }
        Edition edition = opened.snapshot().edition();
        if (edition != null && edition.corrects() != null && !opened.isReplaced()) {
            notes.add(note(
                    words,
                    "",
                    "view.note.corrects",
                    format.date(opened.report().publishedAt()),
                    edition.corrects().reason(),
                    address(opened.report().number(), edition.corrects().version())));
        }
        return notes;
    }

    private static Note note(
            RoomWords words,
            String style,
            String key,
            String when,
            @Nullable Bilingual reason,
            @Nullable String address) {
        return new Note(
                style,
                words.say(key, when),
                reason == null ? null : reason.in(words.locale()),
                reason == null ? null : reason.languageFor(words.locale()),
                address,
                address == null ? "" : words.say(key + ".link"));
    }

    /** Where a version stays. */
    static String address(String number, int version) {
        return "/reports/" + number + "/versions/" + version;
    }

    private static PastView past(TransparencyReports.Past past, RoomWords words) {
        EntryStatement states = past.states();
        Bilingual reason = states.reason();
        boolean made = states.kind() == ReportStatus.PUBLISHED || states.kind() == ReportStatus.CORRECTED;
        return new PastView(
                states.happenedAt(),
                words.say("view.history." + states.kind(), Integer.toString(states.version())),
                made ? address(states.report(), states.version()) : null,
                reason == null ? null : reason.in(words.locale()),
                reason == null ? null : reason.languageFor(words.locale()),
                past.sha256(),
                past.intact());
    }

    /** What a draft would say of itself, once published. */
    static ReportStanding of(ReportPreviews.Preview preview, RoomWords words, Format format) {
        List<Note> notes = new ArrayList<>();
        Bilingual reason = preview.draft().reason().orElse(null);
        String when = format.date(preview.draft().savedAt());
        preview.listed().ifPresent(listed -> {
            boolean withdrawal = preview.draft().kind() == ReportStatus.WITHDRAWN;
            notes.add(note(
                    words,
                    withdrawal ? "note-error" : "",
                    withdrawal ? "view.note.withdrawn" : "view.note.corrects",
                    when,
                    reason,
                    withdrawal ? null : address(listed.number(), listed.version())));
        });
        return new ReportStanding(
                words.say("status.draft"),
                "warn",
                notes,
                preview.correction()
                        .map(correction -> views(correction.changes(), words))
                        .orElse(List.of()),
                List.of());
    }

    private static List<ChangeView> views(Changes changes, RoomWords words) {
        return changes.all().stream()
                .map(change -> new ChangeView(
                        words.say("part." + change.part()),
                        change.before().stream()
                                .map(text -> text.in(words.locale()))
                                .findFirst()
                                .orElse(""),
                        change.after().stream()
                                .map(text -> text.in(words.locale()))
                                .findFirst()
                                .orElse("")))
                .toList();
    }

    /** Whether every entry is what was stated, and names the one before it. */
    public boolean isIntact() {
        return history.stream().allMatch(PastView::intact);
    }
}
