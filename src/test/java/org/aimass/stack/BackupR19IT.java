package org.aimass.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aimass.launcher.GeneratedSecrets;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R19: a newcomer's installation is backed up while it runs, lost, and restored: the same reports, numbers and records byte by byte, files
 * that are what they were, and people who sign in with the passwords they had.
 */
class BackupR19IT {
    /** What a portal that runs writes by itself, whatever anybody does. */
    private static final Set<String> RESTLESS = Set.of("background_task");

    @TempDir
    Path folder;

    private final Launcher launcher = new Launcher();

    @AfterEach
    void stopAll() throws InterruptedException {
        launcher.stopAll();
    }

    @Test
    void whatWasBackedUpWhileItRanIsWhatComesBack() throws Exception {
        Path data = folder.resolve("data");
        Process first = launcher.start(data, Map.of());
        launcher.awaitReady(first);
        launcher.awaitTheDemo();
        String report = launcher.get(Launcher.report(1)).body();
        String page = launcher.get("/register").body();

        Path archive = folder.resolve("aimass.zip");
        Process backup = launcher.start(data, Map.of(), "backup", archive.toString());
        assertEquals(0, launcher.exitOf(backup), launcher::output);
        assertTrue(launcher.output().contains("databases: portal.mv.db, keycloak/h2/keycloak.mv.db"), launcher::output);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)));
        assertEquals(200, launcher.status("/health/ready"), "it went on");
        first.destroy();
        first.waitFor();
        Path lost = Files.move(data, folder.resolve("lost"));

        Process restore = launcher.start(data, Map.of(), "restore", archive.toString());
        assertEquals(0, launcher.exitOf(restore), launcher::output);
        sameTables(lost, data);
        sameStore(lost, data);

        launcher.awaitReady(launcher.start(data, Map.of()));
        assertEquals(report, launcher.get(Launcher.report(1)).body());
        assertEquals(page, launcher.get("/register").body());
        assertEquals(404, launcher.status(Launcher.report(2)), "the demo is laid out again");
        readsAnAudit(data);
    }

    private void readsAnAudit(Path data) throws IOException {
        try (BrowserContext context = Chromium.browser().newContext()) {
            Page amara = context.newPage();
            amara.navigate(launcher.at("/audit/audits.xhtml"));
            amara.locator("#username").fill("amara.okafor");
            amara.locator("#password").fill(GeneratedSecrets.in(data).get("demo.amara.okafor"));
            amara.locator("#kc-login").click();
            amara.waitForURL(url -> url.startsWith(launcher.at("/audit/audits.xhtml")));
            amara.locator("table a[href*='id=']").first().click();
            assertEquals(200, amara.reload().status());
            assertTrue(amara.url().contains("/audit/"), amara.url());
        }
    }

    /** Every row of every table, the chained records of who did what among them. */
    private static void sameTables(Path lost, Path restored) throws Exception {
        Map<String, List<String>> before = tables(lost);
        Map<String, List<String>> after = tables(restored);
        assertTrue(before.size() > 20, () -> before.keySet().toString());
        assertTrue(Objects.requireNonNull(before.get("activity_record")).size() > 10);
        assertEquals(before.keySet(), after.keySet());
        before.forEach((table, rows) -> assertEquals(rows, after.get(table), table));
    }

    private static Map<String, List<String>> tables(Path data) throws IOException, SQLException {
        String url = "jdbc:h2:file:" + data.resolve("portal")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;ACCESS_MODE_DATA=r;IFEXISTS=TRUE";
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(
                        url, "aimass", GeneratedSecrets.in(data).get("database"));
                Statement statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = 'public'")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            names.removeAll(RESTLESS);
            for (String name : names) {
                tables.put(name, rows(statement, name));
            }
        }
        return tables;
    }

    private static List<String> rows(Statement statement, String table) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
            ResultSetMetaData columns = rows.getMetaData();
            while (rows.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    line.append(rows.getString(i)).append('|');
                }
                lines.add(line.toString());
            }
        }
        lines.sort(null);
        return lines;
    }

    private static void sameStore(Path lost, Path restored) throws IOException {
        for (String kept : List.of("store", "keys", "secrets.properties", "keycloak/founded.properties")) {
            assertEquals(digests(lost.resolve(kept)), digests(restored.resolve(kept)), kept);
        }
        digests(restored.resolve("store")).forEach((name, digest) -> assertTrue(name.endsWith(digest), name));
    }

    private static Map<String, String> digests(Path root) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(path -> !path.toString().contains("incoming"))
                    .toList()) {
                digests.put(
                        root.relativize(file).toString(),
                        Sha256Digest.of(Files.readAllBytes(file)).hex());
            }
        }
        return digests;
    }
}
