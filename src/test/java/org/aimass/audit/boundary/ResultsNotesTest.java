package org.aimass.audit.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.aimass.engine.metrics.BenchmarkNote;
import org.aimass.engine.metrics.MeasuredAlone;
import org.junit.jupiter.api.Test;

/** What the engine notes about benchmarks is read in the reader's language, as long as it is what was translated. */
class ResultsNotesTest {

    private static List<BenchmarkNote> all() {
        return BenchmarkNote.about(Stream.of("stereotype_share", "icat", "bbq_bias", "toxicity_rate")
                .map(MeasuredAlone::of)
                .toList());
    }

    @Test
    void whateverTheEngineNotesIsTranslated() {
        assertEquals(5, all().size());
        for (BenchmarkNote note : all()) {
            ResultsNotes.Note english = ResultsNotes.of(note, Locale.ENGLISH);
            ResultsNotes.Note chinese = ResultsNotes.of(note, Locale.SIMPLIFIED_CHINESE);
            assertEquals(note.note().replace('\'', '’'), english.text());
            assertEquals("zh-CN", chinese.language(), chinese::text);
            assertNotEquals(english.text(), chinese.text());
            assertEquals(note.source(), chinese.source());
        }
    }

    @Test
    void anotherWordingStaysAsItIs() {
        ResultsNotes.Note note = ResultsNotes.of(
                new BenchmarkNote(List.of("stereotype_share"), "It can’t be compared.", "Somebody, 2020"),
                Locale.SIMPLIFIED_CHINESE);
        assertEquals(new ResultsNotes.Note("It can’t be compared.", "en", "Somebody, 2020"), note);
    }
}
