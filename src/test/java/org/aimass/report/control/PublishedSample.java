package org.aimass.report.control;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.aimass.report.entity.ReportNumber;
import org.aimass.report.entity.ReportSnapshot;
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
        execute(
                database,
                "insert into report_report (report_number, run_id, model_version_id, organization_id, status,"
                        + " author_issuer, author_subject, publisher_issuer, publisher_subject, publisher_name,"
                        + " published_at, snapshot, sha256, title, summary, organization_name, task, domain,"
                        + " disparities_shown, within_tolerance, insufficient_evidence, search_text)"
                        + " values (?, ?, ?, ?, 'PUBLISHED', 'i', 'author', 'i', 'publisher', 'n', ?, ?, ?,"
                        + " ?, ?, ?, 'binary_classification', 'other', 1, 0, 2, ?)",
                number.toString(),
                run,
                modelVersion,
                organization,
                time(),
                json,
                Sha256Digest.of(json.getBytes(StandardCharsets.UTF_8)).hex(),
                text(snapshot.explanation().title().en() + " " + serial),
                text(snapshot.explanation().summary().en()),
                text(snapshot.organization().name().en()),
                "sample-" + serial + " nightingale");
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
