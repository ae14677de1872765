package org.aimass.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Audits of a running portal, seen and queued through its database, so that tests reach the moment they need. */
final class AuditRuns {
    /** What a completed run fills and nothing else does, by table, with the order of its rows. */
    private static final Map<String, String> NUMBERS = new TreeMap<>(Map.of(
            "audit_group", "ordinal",
            "audit_metric_result", "ordinal",
            "audit_score_bins", "ordinal",
            "audit_comparison", "ordinal",
            "audit_finding", "comparison_ordinal",
            "audit_pair_test", "ordinal",
            "audit_worst_slices", "run_id"));

    /** What differs between two runs of the same plan that found the same. */
    private static final Set<String> OWN = Set.of("run_id", "id", "number");

    private static final String OPEN = "status in ('QUEUED', 'RUNNING')";

    private final Portal portal;
    private final List<UUID> queued = new ArrayList<>();

    AuditRuns(Portal portal) {
        this.portal = portal;
    }

    /**
     * Where a run stands, read in one moment.
     *
     * @param ends how often its end was noted
     * @param results how many rows were written for what it measured, judged and found
     */
    record State(
            String status,
            int attempt,
            @Nullable String failure,
            @Nullable String outcome,
            int ends,
            int results) {
        boolean isOpen() {
            return status.equals("QUEUED") || status.equals("RUNNING");
        }

        /** Everything or nothing. */
        void isNoHalf() {
            boolean completed = status.equals("COMPLETED");
            assertEquals(completed, outcome != null, this::toString);
            assertEquals(completed, results > 0, this::toString);
            assertEquals(status.equals("FAILED"), failure != null, this::toString);
            assertEquals(isOpen() ? 0 : 1, ends, this::toString);
        }
    }

    /** The oldest completed run, as soon as the demo waits for nobody's engine any more. */
    UUID awaitCompleted(Duration patience) throws Exception {
        List<UUID> found = new ArrayList<>();
        await(patience, () -> {
            query(
                    "select id from audit_run where status = 'COMPLETED' and 2 <= (select count(*) from audit_run where"
                            + " status = 'COMPLETED') and not exists (select 1 from audit_run where " + OPEN
                            + ") order by queued_at, id",
                    row -> found.add(row.getObject(1, UUID.class)));
            return !found.isEmpty();
        });
        return found.isEmpty() ? fail("the demo has not two completed audits after " + patience) : found.get(0);
    }

    /** How long its latest attempt took, from claim to end. */
    Duration took(UUID run) {
        List<Duration> found = new ArrayList<>();
        query(
                "select started_at, finished_at from audit_run where id = '" + run + "'",
                row -> found.add(Duration.between(
                        row.getTimestamp(1).toInstant(), row.getTimestamp(2).toInstant())));
        return found.get(0);
    }

    /** The same plan once more, waiting for a slot. */
    UUID queueAgain(UUID run) throws SQLException {
        UUID id = UUID.randomUUID();
        List<String> columns = new ArrayList<>();
        query("select * from audit_run where 1 = 0", row -> {}, columns);
        List<String> values = new ArrayList<>();
        Map<String, String> changed = Map.of(
                "id", "cast('" + id + "' as uuid)",
                "number", "'T-" + id.toString().substring(0, 8) + "'",
                "status", "'QUEUED'",
                "attempt", "0",
                "queued_at", "current_timestamp",
                "cancel_requested", "false");
        List<String> unset = List.of(
                "node",
                "lease_until",
                "started_at",
                "finished_at",
                "stage",
                "rows_done",
                "rows_total",
                "rows_per_second",
                "seconds_left",
                "progress_at",
                "sandboxed",
                "failure",
                "failure_detail",
                "outcome_sha256",
                "outcome_head",
                "shown_count",
                "within_count",
                "unsure_count");
        for (String column : columns) {
            values.add(unset.contains(column) ? "null" : changed.getOrDefault(column, column));
        }
        try (Connection connection = portal.database();
                PreparedStatement insert =
                        connection.prepareStatement("insert into audit_run (" + String.join(", ", columns) + ") select "
                                + String.join(", ", values) + " from audit_run where id = ?")) {
            insert.setObject(1, run);
            insert.executeUpdate();
        }
        queued.add(id);
        return id;
    }

    /** Its end; and that it ended in one way, wholly. */
    State awaitEnd(UUID run, Duration patience) throws Exception {
        await(patience, () -> !state(run).isOpen());
        State state = state(run);
        if (state.isOpen()) {
            fail("the run hangs after " + patience + ": " + state);
        }
        state.isNoHalf();
        return state;
    }

    State state(UUID run) {
        List<State> found = new ArrayList<>();
        String results = Stream.concat(NUMBERS.keySet().stream(), Stream.of("audit_review"))
                .map(table -> "(select count(*) from " + table + " where run_id = r.id)")
                .collect(Collectors.joining(" + "));
        query(
                "select status, attempt, failure, outcome_sha256, (select count(*) from audit_event e where e.run_id = r.id"
                        + " and e.kind in ('COMPLETED', 'FAILED', 'CANCELLED') and e.attempt = r.attempt), " + results
                        + " from audit_run r where id = '" + run + "'",
                row -> found.add(new State(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getInt(6))));
        return found.get(0);
    }

    /** Everything that was measured, judged and found, as text; empty if nothing was. */
    List<String> numbers(UUID run) {
        List<String> numbers = new ArrayList<>();
        NUMBERS.forEach((table, order) ->
                query("select * from " + table + " where run_id = '" + run + "' order by " + order, row -> {
                    StringBuilder line = new StringBuilder(table);
                    ResultSetMetaData columns = row.getMetaData();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        if (!OWN.contains(columns.getColumnName(i))) {
                            line.append(' ').append(row.getString(i));
                        }
                    }
                    numbers.add(line.toString());
                }));
        return numbers;
    }

    /** Takes out of the shared database what this test has queued, so that other tests find the demo as it was. */
    void forget() throws SQLException {
        List<String> tables = List.of(
                "audit_engine_line",
                "audit_pair_test",
                "audit_worst_slices",
                "audit_score_bins",
                "audit_replay",
                "audit_earlier_judgement",
                "audit_finding",
                "audit_comparison",
                "audit_group",
                "audit_metric_result",
                "audit_review",
                "audit_event");
        try (Connection connection = portal.database();
                Statement statement = connection.createStatement()) {
            for (UUID run : queued) {
                for (String table : tables) {
                    statement.executeUpdate("delete from " + table + " where run_id = '" + run + "'");
                }
                statement.executeUpdate("delete from audit_run where id = '" + run + "'");
            }
        }
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, Row each) {
        query(sql, each, new ArrayList<>());
    }

    private void query(String sql, Row each, List<String> columns) {
        try (Connection connection = portal.database();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                columns.add(rows.getMetaData().getColumnName(i));
            }
            while (rows.next()) {
                each.read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void await(Duration patience, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
    }
}
