package org.aimass.report.control;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.aimass.report.entity.EntryStatement;
import org.aimass.report.entity.ReportNumber;
import org.aimass.report.entity.ReportSnapshot;
import org.aimass.report.entity.ReportStatus;
import org.aimass.report.entity.Snapshots;
import org.aimass.shared.Sha256Digest;

/** A published report with nothing around it but the rows that the database insists on. */
public final class PublishedSample {

    private static final Instant PUBLISHED = Instant.parse("2026-11-09T10:00:00Z");

    private PublishedSample() {}

    /**
     * Writes it into a portal's database.
     *
     * @param serial of a number that no test publishes
     * @return the published bytes, as text
     */
    public static String insert(Connection database, int serial) throws SQLException {
        ReportNumber number = new ReportNumber(2019, serial);
        String json = SnapshotJson.write(Snapshots.draft().published(number, PUBLISHED));
        ReportSnapshot snapshot = SnapshotJson.read(json.getBytes(StandardCharsets.UTF_8));
        UUID organization = UUID.randomUUID();
        UUID model = UUID.randomUUID();
        UUID modelVersion = UUID.randomUUID();
        UUID dataset = UUID.randomUUID();
        UUID datasetVersion = UUID.randomUUID();
        UUID run = UUID.randomUUID();
        execute(
                database,
                "insert into organization_organization values (?, ?, 'Sample', '样本', 'DEPARTMENT', ?)",
                organization,
                "sample-" + serial,
                time());
        execute(
                database,
                "insert into registry_model values (?, ?, 'Sample', '', 'BINARY_CLASSIFICATION', 'OTHER', '', ?)",
                model,
                organization,
                time());
        execute(
                database,
                "insert into registry_model_version (id, model_id, version_number, label, status, submitter_issuer,"
                        + " submitter_subject, submitter_name, submitted_at, version)"
                        + " values (?, ?, 1, '1.0', 'READY', 'i', 's', 'n', ?, 0)",
                modelVersion,
                model,
                time());
        execute(database, "insert into dataset_dataset values (?, ?, 'Sample', '', ?)", dataset, organization, time());
        execute(
                database,
                "insert into dataset_version (id, dataset_id, version_number, sha256, size_bytes, format, status,"
                        + " submitter_issuer, submitter_subject, submitter_name, submitted_at, version)"
                        + " values (?, ?, 1, '', 0, 'csv', 'READY', 'i', 's', 'n', ?, 0)",
                datasetVersion,
                dataset,
                time());
        execute(
                database,
                "insert into audit_run (id, number, organization_id, model_version_id, model_organization_id, model_name,"
                        + " model_label, dataset_version_id, dataset_name, dataset_number, policy_name, policy_version,"
                        + " plan, plan_sha256, author_issuer, author_subject, author_name, queued_at, status, attempt,"
                        + " attempt_limit, cancel_requested) values (?, ?, ?, ?, ?, 'Sample', '1.0', ?, 'Sample', 1, 'p',"
                        + " '1.0', '{}', '', 'i', 'author', 'n', ?, 'CANCELLED', 0, 3, false)",
                run,
                "sample-" + serial,
                organization,
                modelVersion,
                organization,
                datasetVersion,
                time());
        String sha256 = Sha256Digest.of(json.getBytes(StandardCharsets.UTF_8)).hex();
        execute(database, "insert into report_run values (?, ?)", run, number.toString());
        execute(
                database,
                "insert into report_version (sha256, report_number, version, run_id, model_version_id, author_issuer,"
                        + " author_subject, publisher_issuer, publisher_subject, publisher_name, published_at, snapshot)"
                        + " values (?, ?, 1, ?, ?, 'i', 'author', 'i', 'publisher', 'n', ?, ?)",
                sha256,
                number.toString(),
                run,
                modelVersion,
                time(),
                json);
        EntryStatement states = new EntryStatement(
                EntryStatement.FORMAT,
                number.toString(),
                1,
                ReportStatus.PUBLISHED,
                1,
                PUBLISHED.toString(),
                null,
                sha256,
                null);
        String statement = SnapshotJson.write(states);
        String entry =
                Sha256Digest.of(statement.getBytes(StandardCharsets.UTF_8)).hex();
        execute(
                database,
                "insert into report_report values (?, 1, 'PUBLISHED', ?, ?, ?, ?, ?, ?, ?, 'binary_classification', 'other',"
                        + " 'SHOWN', 1, 0, 2, ?, 2026, ?, ?, 1, ?)",
                number.toString(),
                modelVersion,
                organization,
                organization,
                "sample-" + serial,
                text(snapshot.organization().name().en()),
                text(snapshot.explanation().title().en() + " " + serial),
                text(snapshot.explanation().summary().en()),
                time(),
                time(),
                snapshot.validUntil().atOffset(ZoneOffset.UTC),
                entry);
        execute(
                database,
                "insert into report_entry values (?, ?, 1, 'PUBLISHED', 1, ?, ?, null, 'i', 'author', 'i', 'publisher')",
                entry,
                number.toString(),
                time(),
                statement);
        for (String word : List.of("sample", "nightingale", "s" + serial + "s")) {
            execute(database, "insert into report_word values (?, ?)", word, number.toString());
        }
        execute(database, "insert into report_file values (?, 'PLAN', ?, 1)", "01".repeat(32), number.toString());
        return json;
    }

    private static String text(String en) {
        return "{\"en\":\"" + en + "\",\"zh\":\"\"}";
    }

    private static Object time() {
        return PUBLISHED.atOffset(ZoneOffset.UTC);
    }

    private static void execute(Connection database, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.executeUpdate();
        }
    }
}
