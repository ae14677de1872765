package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.aimass.audit.control.QuotedRows;
import org.aimass.engine.metrics.QuotedAnswers.Answer;
import org.aimass.engine.metrics.QuotedAnswers.Exchange;
import org.aimass.shared.Slice;
import org.aimass.web.Format;
import org.jspecify.annotations.Nullable;

/** What a language model answered, or texts with a name exchanged, that fared worst. */
@Named
@RequestScoped
public class ResultsQuotes {

    /** How many to a page. */
    public static final int SIZE = 20;

    /** In the engine's order. */
    private static final String WORST = "worst";

    private static final String LINE = "line";
    private static final String GROUP = "group";

    @Inject
    AuditResultsPage page;

    @Inject
    ResultsAddress address;

    @Inject
    QuotedRows quoted;

    @Inject
    AuditText text;

    @Inject
    Format format;

    private @Nullable List<Answer> answers;

    /** Whether the reader may see rows of the dataset. */
    public boolean isOpen() {
        return quoted.mayRead(page.getAudit().id());
    }

    private List<Answer> answers() {
        List<Answer> known = answers;
        if (known == null) {
            known = sorted(quoted.answers(page.getAudit().id()).answers());
            answers = known;
        }
        return known;
    }

    private List<Answer> sorted(List<Answer> worstFirst) {
        List<Answer> sorted = new ArrayList<>(worstFirst);
        String sort = getSort();
        if (sort.endsWith(LINE)) {
            sorted.sort(Comparator.comparingLong(Answer::line));
        } else if (sort.endsWith(GROUP)) {
            sorted.sort(Comparator.comparing(answer -> text.group(answer.features())));
        }
        if (sort.startsWith("-")) {
            Collections.reverse(sorted);
        }
        return sorted;
    }

    /** Whether names were exchanged, not prompts answered. */
    public boolean isOfExchanges() {
        return answers().stream().anyMatch(answer -> answer.quote() instanceof Exchange);
    }

    public String getSort() {
        return address.word("sort", List.of(WORST, "-" + WORST, LINE, "-" + LINE, GROUP, "-" + GROUP));
    }

    /** What a click on a column's head sorts by. */
    public String sortBy(String column) {
        return address.with("sort", getSort().equals(column) ? "-" + column : column);
    }

    /** For {@code aria-sort}. */
    public String sorted(String column) {
        return getSort().equals(column) ? "ascending" : getSort().equals("-" + column) ? "descending" : "none";
    }

    /** Whether the reader has opened the texts before and now turns or sorts them. */
    public boolean isTurned() {
        return address.has("sort") || address.has("page");
    }

    public Slice<QuotedLine> getSlice() {
        List<QuotedLine> lines = answers().stream()
                .map(answer -> QuotedLine.of(answer, text, format))
                .toList();
        int offset = Math.min(address.offset(SIZE), Math.max(0, (lines.size() - 1) / SIZE * SIZE));
        return new Slice<>(lines.subList(offset, Math.min(lines.size(), offset + SIZE)), offset, lines.size());
    }

    DataTable table() {
        DataTable table = new DataTable(QuotedLine.COLUMNS);
        answers().forEach(answer -> table.add(QuotedLine.cells(answer)));
        return table;
    }
}
