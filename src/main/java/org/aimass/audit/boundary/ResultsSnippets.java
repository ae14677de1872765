package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.aimass.audit.control.QuotedRows;
import org.aimass.audit.entity.SpokenPart;
import org.aimass.engine.metrics.Edits;
import org.aimass.engine.metrics.Transcripts;
import org.aimass.registry.entity.ModelTask;
import org.aimass.web.Format;
import org.jspecify.annotations.Nullable;

/** The snippets of speech that were understood worst, what was said beside what was understood. */
@Named
@RequestScoped
public class ResultsSnippets {

    private static final Set<ModelTask> QUOTING = Set.of(ModelTask.SPEECH_RECOGNITION, ModelTask.TEXT_GENERATION);

    @Inject
    AuditResultsPage page;

    @Inject
    QuotedRows quoted;

    @Inject
    AuditText text;

    @Inject
    Format format;

    private @Nullable List<Transcripts.Snippet> snippets;

    /**
     * One of them.
     *
     * @param errors what is wrong with all of it, in words
     * @param parts of its start, where it is long
     */
    public record Snippet(
            String line, String group, String errors, String said, String heard, List<SpokenPart> parts) {}

    /** Whether the reader may see rows of the dataset. */
    public boolean isOpen() {
        return quoted.mayRead(page.getAudit().id());
    }

    /** Whether the outcome file, which quotes what the run does, is for the reader. */
    public boolean isOutcomeOpen() {
        return !QUOTING.contains(page.getAudit().plan().task())
                || !quoted.any(page.getAudit().id())
                || isOpen();
    }

    private List<Transcripts.Snippet> all() {
        List<Transcripts.Snippet> known = snippets;
        if (known == null) {
            known = quoted.snippets(page.getAudit().id()).snippets();
            snippets = known;
        }
        return known;
    }

    public List<Snippet> getSnippets() {
        return all().stream().map(this::snippet).toList();
    }

    private boolean byCharacter() {
        return page.getAudit().overall("word_error_rate").isEmpty();
    }

    private Edits edits(Transcripts.Snippet snippet) {
        return byCharacter()
                ? snippet.errors().ofCharacters()
                : snippet.errors().ofWords();
    }

    private int length(Transcripts.Snippet snippet) {
        return byCharacter() ? snippet.errors().characters() : snippet.errors().words();
    }

    private Snippet snippet(Transcripts.Snippet snippet) {
        Edits edits = edits(snippet);
        return new Snippet(
                format.whole(snippet.line()),
                text.group(snippet.features()),
                text.say(
                        byCharacter() ? "snippets.errors.characters" : "snippets.errors",
                        format.whole(edits.all()),
                        format.whole(length(snippet)),
                        format.whole(edits.substitutions()),
                        format.whole(edits.deletions()),
                        format.whole(edits.insertions())),
                snippet.reference(),
                snippet.answer(),
                SpokenPart.align(snippet.reference(), snippet.answer(), byCharacter()));
    }

    DataTable table() {
        DataTable table = new DataTable(List.of(
                "line",
                "group",
                "unit",
                "length",
                "substitutions",
                "deletions",
                "insertions",
                "reference",
                "hypothesis"));
        for (Transcripts.Snippet snippet : all()) {
            Edits edits = edits(snippet);
            table.add(List.of(
                    snippet.line(),
                    String.join(", ", snippet.features().values()),
                    byCharacter() ? "character" : "word",
                    length(snippet),
                    edits.substitutions(),
                    edits.deletions(),
                    edits.insertions(),
                    snippet.reference(),
                    snippet.answer()));
        }
        return table;
    }
}
