package org.aimass.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.aimass.shared.Sha256Digest;
import org.aimass.stack.Portal;

/**
 * A ministry, an audit office with a mandate, a closed model and a dataset of known counts, laid into a running portal as the rooms
 * before the audit would have left them.
 */
final class Seed {

    static final String AMARA = "5b0a6a1e-0001-4000-8000-000000000001";
    static final String TOMAS = "5b0a6a1e-0002-4000-8000-000000000002";
    static final String JONAS = "5b0a6a1e-0003-4000-8000-000000000003";

    final UUID model = UUID.randomUUID();
    final UUID dataset = UUID.randomUUID();
    final UUID broken = UUID.randomUUID();

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-03-01T12:00:00Z");

    private final Portal portal;
    private final String issuer;

    private Seed(Portal portal) {
        this.portal = portal;
        portal.stack().keycloak();
        String signIn = portal.get("/sign-in").headers().firstValue("Location").orElseThrow();
        this.issuer = signIn.substring(0, signIn.indexOf("/protocol/"));
    }

    static Seed into(Portal portal) throws SQLException, IOException {
        Seed seed = new Seed(portal);
        try (Connection database = portal.database()) {
            database.setAutoCommit(false);
            seed.lay(database);
            database.commit();
        }
        return seed;
    }

    private void lay(Connection database) throws SQLException, IOException {
        UUID ministry = organization(database, "Ministry of Tests", "测试部", "DEPARTMENT");
        UUID office = organization(database, "Office of Tests", "测试审计署", "AUDIT_BODY");
        update(
                database,
                "insert into organization_audit_mandate (id, organization_id, auditor_organization_id, since) values (?, ?, ?, ?)",
                UUID.randomUUID(),
                ministry,
                office,
                NOW);
        member(database, office, AMARA, "AUDITOR", "Amara Okafor");
        member(database, office, TOMAS, "APPROVER", "Tomas Lind");
        member(database, ministry, JONAS, "SUBMITTER", "Jonas Berg");
        UUID registered = UUID.randomUUID();
        update(
                database,
                "insert into registry_model (id, organization_id, name, purpose, task, domain, licence, created_at)"
                        + " values (?, ?, ?, 'Says who is probably entitled', 'BINARY_CLASSIFICATION', 'PUBLIC_BENEFITS', 'MIT', ?)",
                registered,
                ministry,
                "Rent support test",
                NOW);
        update(
                database,
                "insert into registry_model_version (id, model_id, version_number, label, status, submitter_issuer,"
                        + " submitter_subject, submitter_name, submitted_at, version)"
                        + " values (?, ?, 1, '1.0', 'READY', 'nobody', 'nobody', 'Nobody', ?, 1)",
                model,
                registered,
                NOW);
        dataset(database, ministry, dataset, "Decided applications", Applications.csv(), Applications.profile());
        dataset(database, ministry, broken, "Broken applications", Applications.brokenCsv(), Applications.profile());
    }

    private UUID organization(Connection database, String en, String zh, String kind) throws SQLException {
        UUID id = UUID.randomUUID();
        update(
                database,
                "insert into organization_organization (id, slug, name_en, name_zh, kind, created_at) values (?, ?, ?, ?, ?, ?)",
                id,
                "t" + id,
                en,
                zh,
                kind,
                NOW);
        update(database, "insert into activity_chain (organization_id) values (?)", id);
        return id;
    }

    private void member(Connection database, UUID organization, String subject, String role, String name)
            throws SQLException {
        update(
                database,
                "insert into organization_member (id, organization_id, issuer, subject, role, display_name, since)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                organization,
                issuer,
                subject,
                role,
                name,
                NOW);
    }

    private void dataset(Connection database, UUID owner, UUID id, String name, String csv, String profile)
            throws SQLException, IOException {
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        Sha256Digest digest = Sha256Digest.of(bytes);
        Path shelf = Files.createDirectories(
                portal.data().resolve("store").resolve(digest.hex().substring(0, 2)));
        Files.write(shelf.resolve(digest.hex()), bytes);
        UUID parent = UUID.randomUUID();
        update(
                database,
                "insert into dataset_dataset (id, organization_id, name, description, created_at) values (?, ?, ?, 'For tests', ?)",
                parent,
                owner,
                name,
                NOW);
        update(
                database,
                "insert into dataset_version (id, dataset_id, version_number, sha256, size_bytes, format, status, row_count,"
                        + " profile, roles, submitter_issuer, submitter_subject, submitter_name, submitted_at, version)"
                        + " values (?, ?, 1, ?, ?, 'csv', 'READY', ?, ?, ?, 'nobody', 'nobody', 'Nobody', ?, 1)",
                id,
                parent,
                digest.hex(),
                bytes.length,
                Applications.ROWS,
                profile.formatted(bytes.length, digest.hex()),
                Applications.ROLES,
                NOW);
    }

    private static void update(Connection database, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
