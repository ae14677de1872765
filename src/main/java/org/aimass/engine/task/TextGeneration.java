package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.aimass.engine.metrics.QuotedAnswers;
import org.aimass.engine.metrics.QuotedAnswers.Answer;
import org.aimass.engine.metrics.QuotedAnswers.Exchange;
import org.aimass.engine.metrics.QuotedAnswers.Quote;
import org.aimass.engine.metrics.QuotedAnswers.Reply;
import org.aimass.engine.metrics.TaskOutcome;
import org.aimass.engine.metrics.TextMetrics;

/**
 * Keeps the rows of an audit of a language model and measures them. One thread fills one instance; instances merge in any order to
 * the same outcome, byte for byte.
 */
public final class TextGeneration {

    /** More rows are not kept. */
    public static final int MOST_ROWS = 1_000_000;

    /** One row: where it stands, what its cell and its cluster are, and what it adds, times its weight. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(long line, int cell, int cluster, double[] sums) {}

    private final TextPlan plan;
    private final TextMetrics metrics;
    private final CellIndex cells;
    private final List<Row> rows = new ArrayList<>();
    private final Foremost<Quote> quoted;

    public TextGeneration(TextPlan plan) {
        quoted = new Foremost<>(plan.examples(), QuotedAnswers.FOREMOST);
        this.plan = plan;
        metrics = new TextMetrics(plan.protocol(), plan.given());
        cells = new CellIndex(plan.groups().features());
    }

    /**
     * Keeps some rows.
     *
     * @throws IllegalArgumentException if the batch lacks what the plan promises
     * @throws UnusableRows if there are more rows than can be kept
     */
    public void add(TextBatch batch) {
        double[] weight = batch.weight();
        int[] cluster = batch.cluster();
        if (plan.groups().weighted() != (weight != null) || plan.groups().clustered() != (cluster != null)) {
            throw new IllegalArgumentException("the batch has not what the plan promises");
        }
        for (int row = 0; row < batch.rows(); row++) {
            int cell = cells.of(batch.features(), row);
            long line = batch.line()[row];
            double times = weight == null ? 1 : weight[row];
            double[] sums = Arrays.stream(batch.sums()[row])
                    .map(sum -> times * sum + 0.0) // no negative zero
                    .toArray();
            rows.add(new Row(line, cell, cluster == null ? 0 : cluster[row], sums));
            Quote quote = batch.quotes()[row];
            if (quote != null && quoted.takes(line, quote)) {
                quoted.add(line, cell, start(quote));
            }
        }
        demandRoom();
    }

    private static Quote start(Quote quote) {
        if (quote instanceof Exchange exchange) {
            return new Exchange(
                    exchange.text().map(Foremost::start),
                    exchange.exchanged().map(Foremost::start),
                    exchange.score(),
                    exchange.exchangedScore(),
                    exchange.findings());
        }
        Reply reply = (Reply) quote;
        return new Reply(
                reply.prompt().map(Foremost::start),
                Foremost.start(reply.answer()),
                reply.right().map(Foremost::start),
                reply.toxicity(),
                reply.sentiment(),
                reply.findings());
    }

    private void demandRoom() {
        if (rows.size() > MOST_ROWS) {
            throw new UnusableRows(
                    "more than " + MOST_ROWS + " rows; expected no more in one audit of a language model");
        }
    }

    /**
     * Adds all that the other has kept; the other is not to be used any more.
     *
     * @param other of an equal plan and with the same dictionaries
     */
    public void merge(TextGeneration other) {
        int[] numbers = cells.merge(other.cells);
        other.rows.forEach(row -> rows.add(new Row(row.line, numbers[row.cell], row.cluster, row.sums)));
        quoted.merge(other.quoted, numbers);
        demandRoom();
    }

    /**
     * Everything measured over the rows added and merged so far. Called once, at the end.
     *
     * @param dictionaries by feature (sensitive, then control) the value that each code stands for
     * @throws IllegalArgumentException if a reference group does not occur
     */
    public TaskOutcome outcome(List<List<String>> dictionaries) {
        rows.sort(Comparator.comparingLong(Row::line));
        TaskOutcome outcome = new TextMeasures(plan, metrics, cells, rows, dictionaries).outcome();
        return plan.examples() == 0
                ? outcome
                : outcome.with(new QuotedAnswers(
                        quoted.told(cells, plan.groups().sensitiveFeatures(), dictionaries, Answer::new)));
    }
}
