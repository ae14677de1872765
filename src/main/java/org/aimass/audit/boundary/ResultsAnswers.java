package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.aimass.audit.control.AuditResults;
import org.aimass.audit.entity.AuditOutcome;
import org.aimass.audit.entity.ClassAnswers;
import org.jspecify.annotations.Nullable;

/** Which classes the rows of each group were taken for. */
@Named
@RequestScoped
public class ResultsAnswers {

    /** With more classes, a table is too wide to be read: then only the most frequent mistakes are shown. */
    private static final int MOST_COLUMNS = 12;

    private static final int MOST_MISTAKES = 20;
    private static final int SHADES = 5;

    @Inject
    AuditResultsPage page;

    @Inject
    AuditResults results;

    @Inject
    AuditText text;

    private AuditOutcome.@Nullable Answers answers;

    /**
     * One cell.
     *
     * @param share of the rows with that label; 0 where there are none
     * @param shade from 0 to 5, by the share
     * @param right whether the answer is the label
     */
    public record Cell(long rows, double share, int shade, boolean right) {}

    /**
     * The rows with one label.
     *
     * @param cells by answer, in the order of the classes
     */
    public record Line(String label, long rows, List<Cell> cells) {}

    /** A label taken for another class. */
    public record Mistake(String label, String answer, long rows, long of) {}

    /** A group: its matrix, or where there are too many classes its most frequent mistakes. */
    public record Matrix(String name, long rows, List<Line> lines, List<Mistake> mistakes) {}

    AuditOutcome.Answers all() {
        AuditOutcome.Answers known = answers;
        if (known == null) {
            known = results.answers(page.getAudit().id(), page.getShown());
            answers = known;
        }
        return known;
    }

    public List<String> getClasses() {
        return all().classes();
    }

    public boolean isWide() {
        return getClasses().size() > MOST_COLUMNS;
    }

    /** All rows first. */
    public List<Matrix> getMatrices() {
        return all().groups().stream().map(this::matrix).toList();
    }

    private Matrix matrix(ClassAnswers group) {
        String name = group.features().isEmpty() ? text.say("scores.everybody") : text.group(group.features());
        long[][] rows = group.matrix(getClasses().size());
        List<Line> lines = new ArrayList<>();
        for (int label = 0; label < rows.length && !isWide(); label++) {
            lines.add(line(label, rows[label]));
        }
        return new Matrix(name, group.rows(), lines, isWide() ? mistakes(rows) : List.of());
    }

    private Line line(int label, long[] answered) {
        long all = Arrays.stream(answered).sum();
        List<Cell> cells = new ArrayList<>();
        for (int answer = 0; answer < answered.length; answer++) {
            double share = all == 0 ? 0 : (double) answered[answer] / all;
            cells.add(new Cell(answered[answer], share, (int) Math.ceil(share * SHADES), answer == label));
        }
        return new Line(getClasses().get(label), all, cells);
    }

    private List<Mistake> mistakes(long[][] rows) {
        List<Mistake> mistakes = new ArrayList<>();
        for (int label = 0; label < rows.length; label++) {
            long all = Arrays.stream(rows[label]).sum();
            for (int answer = 0; answer < rows.length; answer++) {
                if (answer != label && rows[label][answer] > 0) {
                    mistakes.add(
                            new Mistake(getClasses().get(label), getClasses().get(answer), rows[label][answer], all));
                }
            }
        }
        return mistakes.stream()
                .sorted(Comparator.comparingLong(Mistake::rows).reversed())
                .limit(MOST_MISTAKES)
                .toList();
    }

    /** Every cell that holds rows. */
    DataTable table() {
        DataTable table = new DataTable(List.of("group", "label", "answer", "rows"));
        for (ClassAnswers group : all().groups()) {
            for (ClassAnswers.Cell cell : group.cells()) {
                table.add(List.of(
                        String.join(", ", group.features().values()),
                        getClasses().get(cell.label()),
                        getClasses().get(cell.answer()),
                        cell.rows()));
            }
        }
        return table;
    }
}
