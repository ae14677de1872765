package org.aimass.audit.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aimass.audit.entity.AuditOutcome;
import org.aimass.audit.entity.Count;
import org.aimass.audit.entity.JudgedComparison;
import org.aimass.audit.entity.OutcomeDetails;
import org.aimass.audit.entity.Side;
import org.aimass.engine.metrics.Distributions;
import org.aimass.engine.metrics.Edits;
import org.aimass.engine.metrics.ErrorTradeOffs;
import org.aimass.engine.metrics.Estimate;
import org.aimass.engine.metrics.Fraction;
import org.aimass.engine.metrics.GroupCounts;
import org.aimass.engine.metrics.GroupScores;
import org.aimass.engine.metrics.GroupSummary;
import org.aimass.engine.metrics.Interval;
import org.aimass.engine.metrics.Measurement;
import org.aimass.engine.metrics.MetricValue;
import org.aimass.engine.metrics.PairTest;
import org.aimass.engine.metrics.QuotedAnswers;
import org.aimass.engine.metrics.SliceFindings;
import org.aimass.engine.metrics.Transcripts;
import org.aimass.engine.metrics.Uncertainty;
import org.jspecify.annotations.Nullable;

/**
 * Writes a completed run's numbers: thousands of rows in a few batches, within the caller's transaction. {@link ResultReader}
 * reads them again.
 */
final class ResultTables {

    private static final int BATCH = 1_000;

    private final Connection connection;
    private final UUID run;

    ResultTables(Connection connection, UUID run) {
        this.connection = connection;
        this.run = run;
    }

    void writeGroups(List<GroupSummary> groups) throws SQLException {
        insert(
                "audit_group",
                groups,
                (row, group) -> {
                    row.text(StrictJson.write(group.features()));
                    row.whole(group.rows());
                    row.count(group.confusion().map(GroupCounts::tp).orElse(null));
                    row.count(group.confusion().map(GroupCounts::fp).orElse(null));
                    row.count(group.confusion().map(GroupCounts::fn).orElse(null));
                    row.count(group.confusion().map(GroupCounts::tn).orElse(null));
                    row.flag(group.small());
                },
                "features, row_count, true_positives, false_positives, false_negatives, true_negatives, small");
    }

    /** @param sets of features that the plan compares */
    void writeMeasurements(List<Measurement> measurements, List<List<String>> sets) throws SQLException {
        insert(
                "audit_metric_result",
                measurements,
                (row, m) -> {
                    row.text(m.metric());
                    row.text(StrictJson.write(m.features()));
                    row.text(StrictJson.write(m.over()));
                    row.text(StrictJson.write(m.groups()));
                    row.text(m.pair().map(Measurement.Pair::group).orElse(null));
                    row.text(m.pair().map(Measurement.Pair::reference).orElse(null));
                    row.text(StrictJson.write(m.at()));
                    row.value(m.value());
                    row.number(m.fraction().map(Fraction::numerator).orElse(null));
                    row.number(m.fraction().map(Fraction::denominator).orElse(null));
                    row.uncertainty(m.uncertainty());
                    row.estimate(m.uncertainty());
                    row.whole(FeatureSet.of(m, sets));
                },
                "metric, features, over_features, extreme_groups, pair_group, pair_reference, at_parameters, measured,"
                        + " undefined, numerator, denominator, interval_low, interval_high, interval_confidence,"
                        + " interval_method, no_interval, standard_error, degrees_of_freedom, feature_set");
    }

    /** @param sets of features that the plan compares */
    void writeScores(List<GroupScores> scores, List<List<String>> sets) throws SQLException {
        insert(
                "audit_score_bins",
                scores,
                (row, group) -> {
                    row.whole(FeatureSet.of(List.copyOf(group.features().keySet()), sets));
                    row.text(StrictJson.write(group.features()));
                    row.text(ScoresJson.column(group.bins()));
                },
                "feature_set, features, bins");
    }

    /** @param sets of features that the plan compares */
    void writeAnswers(AuditOutcome.Answers answers, List<List<String>> sets) throws SQLException {
        insert("audit_class", answers.classes(), Row::text, "label");
        insert(
                "audit_class_answers",
                answers.groups(),
                (row, group) -> {
                    row.whole(FeatureSet.of(List.copyOf(group.features().keySet()), sets));
                    row.text(StrictJson.write(group.features()));
                    row.text(AnswersJson.column(group));
                },
                "feature_set, features, cells");
    }

    /** @param sets of features that the plan compares */
    void writeDistributions(Distributions distributions, List<List<String>> sets) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into audit_distribution (run_id, number_of, edges) values (?, ?, ?)")) {
            statement.setObject(1, run);
            statement.setString(2, distributions.of());
            statement.setString(3, StrictJson.write(distributions.edges()));
            statement.executeUpdate();
        }
        insert(
                "audit_distribution_group",
                distributions.groups(),
                (row, group) -> {
                    row.whole(FeatureSet.of(List.copyOf(group.features().keySet()), sets));
                    row.text(StrictJson.write(group.features()));
                    row.text(StrictJson.write(group.counts()));
                },
                "feature_set, features, counts");
    }

    /** @param sets of features that the plan compares */
    void writeTests(List<PairTest> tests, List<List<String>> sets) throws SQLException {
        insert(
                "audit_pair_test",
                tests,
                (row, test) -> {
                    row.whole(FeatureSet.of(test, sets));
                    row.text(test.metric());
                    row.text(StrictJson.write(test.features()));
                    row.text(StrictJson.write(test.over()));
                    row.text(test.pair().group());
                    row.text(test.pair().reference());
                    row.text(test.result().test());
                    row.value(test.result().pValue());
                    row.number(test.adjusted().isPresent() ? test.adjusted().getAsDouble() : null);
                },
                "feature_set, metric, features, over_features, pair_group, pair_reference, test, p_value, undefined,"
                        + " adjusted_p_value");
    }

    void writeSlices(SliceFindings findings) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into audit_worst_slices (run_id, found) values (?, ?)")) {
            statement.setObject(1, run);
            statement.setString(2, SlicesJson.column(findings));
            statement.executeUpdate();
        }
    }

    void writeDetails(OutcomeDetails details, List<List<String>> sets) throws SQLException {
        insert(
                "audit_transcript",
                details.transcripts().map(Transcripts::snippets).orElse(List.of()),
                (row, snippet) -> {
                    row.whole(snippet.line());
                    row.text(StrictJson.write(snippet.features()));
                    row.text(snippet.reference());
                    row.text(snippet.answer());
                    row.edits(snippet.errors().words(), snippet.errors().ofWords());
                    row.edits(snippet.errors().characters(), snippet.errors().ofCharacters());
                },
                "line, features, reference, hypothesis, words, word_substitutions, word_deletions, word_insertions,"
                        + " characters, character_substitutions, character_deletions, character_insertions");
        insert(
                "audit_quote",
                details.answers().map(QuotedAnswers::answers).orElse(List.of()),
                (row, answer) -> {
                    row.whole(answer.line());
                    row.text(StrictJson.write(answer.features()));
                    row.text(QuotesJson.column(answer.quote()));
                },
                "line, features, quote");
        insert(
                "audit_benchmark_note",
                details.notes(),
                (row, note) -> {
                    row.text(StrictJson.write(note.metrics()));
                    row.text(note.note());
                    row.text(note.source());
                },
                "metrics, note, source");
        if (details.tradeOffs().isPresent()) {
            writeTradeOffs(details.tradeOffs().get(), sets);
        }
    }

    private void writeTradeOffs(ErrorTradeOffs tradeOffs, List<List<String>> sets) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into audit_trade_off (run_id, thresholds) values (?, ?)")) {
            statement.setObject(1, run);
            statement.setString(2, StrictJson.write(tradeOffs.thresholds()));
            statement.executeUpdate();
        }
        insert(
                "audit_trade_off_group",
                tradeOffs.groups(),
                (row, group) -> {
                    row.whole(FeatureSet.of(List.copyOf(group.features().keySet()), sets));
                    row.text(StrictJson.write(group.features()));
                    row.whole(group.genuine());
                    row.whole(group.impostor());
                    row.text(StrictJson.write(group.falseMatches()));
                    row.text(StrictJson.write(group.falseNonMatches()));
                },
                "feature_set, features, genuine, impostor, false_matches, false_non_matches");
    }

    void writeComparisons(List<JudgedComparison> comparisons) throws SQLException {
        insert(
                "audit_comparison",
                comparisons,
                (row, c) -> {
                    row.text(c.measure().metric());
                    row.text(c.measure().ofClass().orElse(null));
                    row.text(
                            c.measure().at().isEmpty()
                                    ? null
                                    : StrictJson.write(c.measure().at()));
                    row.text(c.tolerance().scale().name());
                    row.number(c.tolerance().bound());
                    row.text(StrictJson.write(c.group()));
                    row.text(StrictJson.write(c.reference()));
                    row.side(c.groupSide());
                    row.side(c.referenceSide());
                    row.value(c.gap());
                    row.uncertainty(c.uncertainty());
                    row.number(c.pValue().isPresent() ? c.pValue().getAsDouble() : null);
                    row.number(
                            c.adjustedPValue().isPresent() ? c.adjustedPValue().getAsDouble() : null);
                    row.text(c.verdict().name());
                    row.text(c.doubt().map(Enum::name).orElse(null));
                },
                "metric, of_class, at_parameters, tolerance_scale, tolerance_bound, group_features, reference_features,"
                        + " group_numerator, group_denominator, group_value, group_undefined,"
                        + " group_error, group_freedom, reference_numerator, reference_denominator, reference_value,"
                        + " reference_undefined, reference_error, reference_freedom, gap, gap_undefined,"
                        + " interval_low, interval_high, interval_confidence, interval_method, no_interval, p_value,"
                        + " adjusted_p_value, verdict, doubt");
    }

    private interface Writer<T> {
        void write(Row row, T item) throws SQLException;
    }

    /** Every row begins with the run and its place in the list, from 0. */
    private <T> void insert(String table, List<T> items, Writer<T> writer, String names) throws SQLException {
        String sql = "insert into " + table + " (run_id, ordinal, " + names + ") values (?"
                + ", ?".repeat(names.split(",", -1).length + 1) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int ordinal = 0; ordinal < items.size(); ordinal++) {
                statement.setObject(1, run);
                statement.setInt(2, ordinal);
                writer.write(new Row(statement), items.get(ordinal));
                statement.addBatch();
                if ((ordinal + 1) % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }

    /** The next columns of one row, from the third on. */
    private static final class Row {

        private final PreparedStatement statement;
        private int column = 2;

        Row(PreparedStatement statement) {
            this.statement = statement;
        }

        void text(@Nullable String value) throws SQLException {
            statement.setString(++column, value);
        }

        void whole(long value) throws SQLException {
            statement.setLong(++column, value);
        }

        void count(@Nullable Long value) throws SQLException {
            if (value == null) {
                statement.setNull(++column, Types.BIGINT);
            } else {
                whole(value);
            }
        }

        void edits(int length, Edits edits) throws SQLException {
            whole(length);
            whole(edits.substitutions());
            whole(edits.deletions());
            whole(edits.insertions());
        }

        void flag(boolean value) throws SQLException {
            statement.setBoolean(++column, value);
        }

        void number(@Nullable Double value) throws SQLException {
            if (value == null) {
                statement.setNull(++column, Types.DOUBLE);
            } else {
                statement.setDouble(++column, value);
            }
        }

        void value(MetricValue value) throws SQLException {
            number(value instanceof MetricValue.Measured measured ? measured.value() : null);
            text(value instanceof MetricValue.Undefined undefined ? undefined.reason() : null);
        }

        void uncertainty(Uncertainty uncertainty) throws SQLException {
            Interval interval = uncertainty instanceof Interval found ? found : null;
            number(interval == null ? null : interval.low());
            number(interval == null ? null : interval.high());
            number(interval == null ? null : interval.confidence());
            text(interval == null ? null : interval.method());
            text(uncertainty instanceof Uncertainty.NoInterval none ? none.reason() : null);
        }

        /** Numerator, people, value, why there is none, standard error, degrees of freedom. */
        void side(Side side) throws SQLException {
            count(side.count().map(Count::numerator).orElse(null));
            whole(side.people());
            value(side.value());
            estimate(side.estimate());
        }

        void estimate(Uncertainty uncertainty) throws SQLException {
            estimate(uncertainty instanceof Interval interval ? interval.estimate() : Optional.empty());
        }

        private void estimate(Optional<Estimate> known) throws SQLException {
            number(known.map(Estimate::standardError).orElse(null));
            number(known.map(Estimate::freedom).filter(Double::isFinite).orElse(null));
        }
    }
}
