package org.aimass.audit.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.aimass.audit.entity.AuditOutcome;
import org.aimass.audit.entity.ClassAnswers;
import org.aimass.audit.entity.Count;
import org.aimass.audit.entity.Doubt;
import org.aimass.audit.entity.JudgedComparison;
import org.aimass.audit.entity.Measure;
import org.aimass.audit.entity.Side;
import org.aimass.audit.entity.Tolerance;
import org.aimass.audit.entity.Verdict;
import org.aimass.engine.metrics.BenchmarkNote;
import org.aimass.engine.metrics.BinnedRows;
import org.aimass.engine.metrics.Distributions;
import org.aimass.engine.metrics.Edits;
import org.aimass.engine.metrics.ErrorTradeOff;
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
import org.aimass.engine.metrics.SnippetErrors;
import org.aimass.engine.metrics.TestResult;
import org.aimass.engine.metrics.Transcripts;
import org.aimass.engine.metrics.Uncertainty;

/** Reads what {@link ResultTables} wrote, in the same order. */
final class ResultReader {

    private final Connection connection;
    private final UUID run;

    ResultReader(Connection connection, UUID run) {
        this.connection = connection;
        this.run = run;
    }

    List<GroupSummary> groups() throws SQLException {
        return read(
                "select * from audit_group where run_id = ? order by ordinal",
                row -> new GroupSummary(
                        textMap(row.getString("features")),
                        row.getLong("row_count"),
                        confusion(row),
                        row.getBoolean("small")));
    }

    List<Measurement> measurements() throws SQLException {
        return read("select * from audit_metric_result where run_id = ? order by ordinal", ResultReader::measurement);
    }

    /**
     * Of the whole dataset and of one set of the plan's features. Runs that were recorded before sets were stored are read wholly.
     *
     * @param place of the set in the plan, from 0
     * @param sets of features that the plan compares
     */
    List<Measurement> measurements(int place, List<List<String>> sets) throws SQLException {
        List<Measurement> found = read(
                "select * from audit_metric_result where run_id = ? and (feature_set in (" + FeatureSet.EVERYBODY + ", "
                        + (place + 1) + ") or feature_set is null) order by ordinal",
                ResultReader::measurement);
        return found.stream()
                .filter(m -> {
                    int set = FeatureSet.of(m, sets);
                    return set == FeatureSet.EVERYBODY || set == place + 1;
                })
                .toList();
    }

    /** Of the whole dataset and of one set of the plan's features. */
    List<GroupScores> scores(int place) throws SQLException {
        return read(
                "select features, bins from audit_score_bins where run_id = ? and feature_set in ("
                        + FeatureSet.EVERYBODY + ", " + (place + 1) + ") order by ordinal",
                row -> new GroupScores(textMap(row.getString("features")), ScoresJson.ofColumn(row.getString("bins"))));
    }

    /** Of the whole dataset and of one set of the plan's features. */
    AuditOutcome.Answers answers(int place) throws SQLException {
        return new AuditOutcome.Answers(
                read("select label from audit_class where run_id = ? order by ordinal", row -> row.getString("label")),
                read(
                        "select features, cells from audit_class_answers where run_id = ? and feature_set in ("
                                + FeatureSet.EVERYBODY + ", " + (place + 1) + ") order by ordinal",
                        row -> new ClassAnswers(
                                textMap(row.getString("features")), AnswersJson.ofColumn(row.getString("cells")))));
    }

    /** Of the whole dataset and of one set of the plan's features. */
    Optional<Distributions> distributions(int place) throws SQLException {
        List<BinnedRows> groups = read(
                "select features, counts from audit_distribution_group where run_id = ? and feature_set in ("
                        + FeatureSet.EVERYBODY + ", " + (place + 1) + ") order by ordinal",
                row -> new BinnedRows(textMap(row.getString("features")), GroupLists.counts(row.getString("counts"))));
        return read(
                        "select number_of, edges from audit_distribution where run_id = ?",
                        row -> new Distributions(
                                row.getString("number_of"), GroupLists.numbers(row.getString("edges")), groups))
                .stream()
                .findFirst();
    }

    /** Of one set of the plan's features. */
    List<PairTest> tests(int place) throws SQLException {
        return read(
                "select * from audit_pair_test where run_id = ? and feature_set = " + (place + 1) + " order by ordinal",
                row -> new PairTest(
                        row.getString("metric"),
                        textMap(row.getString("features")),
                        texts(row.getString("over_features")),
                        new Measurement.Pair(row.getString("pair_group"), row.getString("pair_reference")),
                        new TestResult(row.getString("test"), value(row, "p_value", "undefined")),
                        number(row, "adjusted_p_value")));
    }

    Optional<SliceFindings> slices() throws SQLException {
        return read(
                        "select found from audit_worst_slices where run_id = ?",
                        row -> SlicesJson.ofColumn(row.getString("found")))
                .stream()
                .findFirst();
    }

    /** Of a verification, of the whole dataset and of one set of the plan's features. */
    Optional<ErrorTradeOffs> tradeOffs(int place) throws SQLException {
        List<ErrorTradeOff> groups = read(
                "select * from audit_trade_off_group where run_id = ? and feature_set in (" + FeatureSet.EVERYBODY
                        + ", " + (place + 1) + ") order by ordinal",
                row -> new ErrorTradeOff(
                        textMap(row.getString("features")),
                        row.getLong("genuine"),
                        row.getLong("impostor"),
                        GroupLists.counts(row.getString("false_matches")),
                        GroupLists.counts(row.getString("false_non_matches"))));
        return read(
                        "select thresholds from audit_trade_off where run_id = ?",
                        row -> new ErrorTradeOffs(GroupLists.numbers(row.getString("thresholds")), groups))
                .stream()
                .findFirst();
    }

    /** Of speech recognition, the worst first. */
    Transcripts transcripts() throws SQLException {
        return new Transcripts(read(
                "select * from audit_transcript where run_id = ? order by ordinal",
                row -> new Transcripts.Snippet(
                        row.getLong("line"),
                        textMap(row.getString("features")),
                        row.getString("reference"),
                        row.getString("hypothesis"),
                        new SnippetErrors(
                                row.getInt("words"),
                                edits(row, "word"),
                                row.getInt("characters"),
                                edits(row, "character")))));
    }

    /** Of a language model, the worst first. */
    QuotedAnswers answers() throws SQLException {
        return new QuotedAnswers(read(
                "select * from audit_quote where run_id = ? order by ordinal",
                row -> new QuotedAnswers.Answer(
                        row.getLong("line"),
                        textMap(row.getString("features")),
                        QuotesJson.ofColumn(row.getString("quote")))));
    }

    private static Edits edits(ResultSet row, String of) throws SQLException {
        return new Edits(
                row.getInt(of + "_substitutions"), row.getInt(of + "_deletions"), row.getInt(of + "_insertions"));
    }

    List<BenchmarkNote> notes() throws SQLException {
        return read(
                "select * from audit_benchmark_note where run_id = ? order by ordinal",
                row -> new BenchmarkNote(
                        texts(row.getString("metrics")), row.getString("note"), row.getString("source")));
    }

    List<JudgedComparison> comparisons() throws SQLException {
        return read("select * from audit_comparison where run_id = ? order by ordinal", ResultReader::comparison);
    }

    private static Measurement measurement(ResultSet row) throws SQLException {
        Optional<String> pair = Optional.ofNullable(row.getString("pair_group"));
        OptionalDouble denominator = number(row, "denominator");
        return new Measurement(
                row.getString("metric"),
                textMap(row.getString("features")),
                texts(row.getString("over_features")),
                texts(row.getString("extreme_groups")),
                pair.isPresent()
                        ? Optional.of(new Measurement.Pair(pair.get(), row.getString("pair_reference")))
                        : Optional.empty(),
                MeasurementJson.parameters(row.getString("at_parameters")),
                value(row, "measured", "undefined"),
                denominator.isPresent()
                        ? Optional.of(new Fraction(row.getDouble("numerator"), denominator.getAsDouble()))
                        : Optional.empty(),
                uncertainty(row, estimate(row, "standard_error", "degrees_of_freedom")));
    }

    private static Optional<GroupCounts> confusion(ResultSet row) throws SQLException {
        long truePositives = row.getLong("true_positives");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new GroupCounts(
                        truePositives,
                        row.getLong("false_positives"),
                        row.getLong("false_negatives"),
                        row.getLong("true_negatives")));
    }

    private static Optional<Estimate> estimate(ResultSet row, String error, String freedom) throws SQLException {
        OptionalDouble known = number(row, error);
        return known.isPresent()
                ? Optional.of(
                        new Estimate(known.getAsDouble(), number(row, freedom).orElse(Double.POSITIVE_INFINITY)))
                : Optional.empty();
    }

    /** Those of before values were kept are shares, whose counts tell all. */
    private static Side side(ResultSet row, String of) throws SQLException {
        long people = row.getLong(of + "_denominator");
        long numerator = row.getLong(of + "_numerator");
        Optional<Count> count = row.wasNull() ? Optional.empty() : Optional.of(new Count(numerator, people));
        MetricValue value = count.isPresent() ? count.get().value() : value(row, of + "_value", of + "_undefined");
        return new Side(value, people, count, estimate(row, of + "_error", of + "_freedom"));
    }

    private static JudgedComparison comparison(ResultSet row) throws SQLException {
        return new JudgedComparison(
                new Measure(
                        row.getString("metric"),
                        Optional.ofNullable(row.getString("of_class")),
                        Optional.ofNullable(row.getString("at_parameters"))
                                .map(ResultReader::textMap)
                                .orElse(Map.of())),
                new Tolerance(
                        Tolerance.Scale.valueOf(row.getString("tolerance_scale")), row.getDouble("tolerance_bound")),
                textMap(row.getString("group_features")),
                textMap(row.getString("reference_features")),
                side(row, "group"),
                side(row, "reference"),
                value(row, "gap", "gap_undefined"),
                uncertainty(row, Optional.empty()),
                number(row, "p_value"),
                number(row, "adjusted_p_value"),
                Verdict.valueOf(row.getString("verdict")),
                Optional.ofNullable(row.getString("doubt")).map(Doubt::valueOf));
    }

    private static MetricValue value(ResultSet row, String measured, String undefined) throws SQLException {
        OptionalDouble value = number(row, measured);
        return value.isPresent()
                ? MetricValue.of(value.getAsDouble())
                : MetricValue.undefined(row.getString(undefined));
    }

    private static Uncertainty uncertainty(ResultSet row, Optional<Estimate> estimate) throws SQLException {
        OptionalDouble low = number(row, "interval_low");
        return low.isPresent()
                ? new Interval(
                        low.getAsDouble(),
                        row.getDouble("interval_high"),
                        row.getDouble("interval_confidence"),
                        row.getString("interval_method"),
                        estimate)
                : new Uncertainty.NoInterval(row.getString("no_interval"));
    }

    private static OptionalDouble number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    static Map<String, String> textMap(String json) {
        Map<String, String> map = new LinkedHashMap<>();
        StrictJson.read(json)
                .properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().textValue()));
        return map;
    }

    private static List<String> texts(String json) {
        List<String> texts = new ArrayList<>();
        for (JsonNode text : StrictJson.read(json)) {
            texts.add(text.textValue());
        }
        return texts;
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(String sql, RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(1_000);
            statement.setObject(1, run);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
                return List.copyOf(all);
            }
        }
    }
}
