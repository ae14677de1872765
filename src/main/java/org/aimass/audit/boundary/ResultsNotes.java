package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.aimass.audit.control.AuditResults;
import org.aimass.engine.metrics.BenchmarkNote;
import org.aimass.registry.entity.ModelTask;
import org.aimass.web.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What authors and critics of a benchmark say that its scores cannot show. A run keeps it in English; where its wording is the one that
 * was translated, readers get it in their language.
 */
@Named
@RequestScoped
public class ResultsNotes {

    @Inject
    AuditResultsPage page;

    @Inject
    AuditResults results;

    private @Nullable List<Note> notes;

    /**
     * One of them.
     *
     * @param language of the text
     * @param source as it stands in English
     */
    public record Note(String text, String language, String source) {}

    public List<Note> getNotes() {
        List<Note> known = notes;
        if (known == null) {
            known = page.getAudit().plan().task() == ModelTask.TEXT_GENERATION
                    ? results.details(page.getAudit().id(), page.getShown()).notes().stream()
                            .map(note -> of(note, AuditText.locale()))
                            .toList()
                    : List.of();
            notes = known;
        }
        return known;
    }

    /** The name of a note's words: the metrics that it is about. */
    static String key(BenchmarkNote note) {
        return "benchmark." + String.join("-", note.metrics());
    }

    static Note of(BenchmarkNote note, Locale reader) {
        String english = note.note().replace('\'', '’');
        boolean translated = Wording.has("audit", key(note), Locale.ENGLISH)
                && Wording.text("audit", key(note), Locale.ENGLISH).equals(english);
        return translated
                ? new Note(Wording.text("audit", key(note), reader), reader.toLanguageTag(), note.source())
                : new Note(english, "en", note.source());
    }
}
