package org.aimass.stack;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.aimass.launcher.CannotStart;
import org.aimass.launcher.DemoAccounts;
import org.aimass.launcher.FreePorts;
import org.aimass.launcher.GeneratedSecrets;
import org.aimass.launcher.Installation;
import org.aimass.launcher.KeycloakServer;
import org.aimass.launcher.ServerProcess;
import org.aimass.launcher.Settings;

/**
 * Keycloak, PostgreSQL and one portal on it, started side by side on free ports of 127.0.0.1, once for all tests. More portals for tests
 * that must break one.
 */
public final class Stack implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder = emptied(Path.of("target", "stack").toAbsolutePath());
    private final Installation installation;
    private final GeneratedSecrets secrets;
    private final DemoAccounts people;
    private final int port = FreePorts.any();
    private final int otherPort = FreePorts.any();
    private final KeycloakServer keycloak;
    private final CompletableFuture<ServerProcess> keycloakProcess;
    private final Postgres postgres;
    private final DatabaseProxy databaseProxy;
    private final MailServer mail = new MailServer(FreePorts.any());
    private final Portal portal;
    private final Map<Known, List<Cookie>> signedIn = new ConcurrentHashMap<>();

    /** Somebody at a browser: who signs out elsewhere at the same time ends no session of theirs. */
    private record Known(Browser browser, String username) {}

    Stack() throws IOException, CannotStart {
        installation = Installation.of(Settings.of(Map.of(), List.of()));
        Path data = Files.createDirectories(folder.resolve("keycloak-data"));
        secrets = GeneratedSecrets.in(data);
        people = new DemoAccounts(secrets);
        String secret = secrets.get("oidc.client");
        String realm = realm();
        keycloak = new KeycloakServer(installation, data, FreePorts.any(), ServerProcess.QUICK);
        keycloakProcess = CompletableFuture.supplyAsync(() -> startKeycloak(realm, secret));
        postgres = new Postgres(folder.resolve("postgres"));
        databaseProxy = new DatabaseProxy(postgres.port());
        mail.start();
        portal = portal("portal", port, keycloak.issuer(), onPostgres(databaseProxy.port(), "postgres"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        portal.start();
    }

    /** The one that all tests share, on PostgreSQL. It is up; a test that stops it starts it again. */
    public Portal portal() {
        return portal;
    }

    /** The database of the shared portal. A test that stops it starts it again. */
    Postgres postgres() {
        return postgres;
    }

    /** What stands between the shared portal and its database. */
    DatabaseProxy databaseProxy() {
        return databaseProxy;
    }

    /** Where the shared portal sends its mail. It is up; a test that stops it starts it again. */
    public MailServer mail() {
        return mail;
    }

    /**
     * Another one with the database of a newcomer and its data in a folder that exists and is empty, not started yet. People can sign in
     * there as well. The caller closes it.
     */
    Portal onH2(Path folderOfData) {
        return portal(folderOfData.toString(), otherPort, keycloak.issuer(), Map.of());
    }

    /** Another one with the database of a newcomer, whose Keycloak does not answer, not started yet. The caller closes it. */
    Portal withoutKeycloak(Path folderOfData) {
        return portal(
                folderOfData.toString(),
                FreePorts.any(),
                "http://127.0.0.1:" + FreePorts.any() + "/realms/aimass",
                Map.of());
    }

    /** Keycloak itself, ready. A test that stops it starts it again. */
    public ServerProcess keycloak() {
        try {
            ServerProcess process = keycloakProcess.join();
            process.awaitReady(PATIENCE);
            return process;
        } catch (CompletionException | CannotStart e) {
            throw new IllegalStateException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Gets tokens for programs; the realm is ready. */
    public Programs programs() {
        keycloak();
        return new Programs(keycloak.issuer());
    }

    /** @param username of a person of the demo, such as {@code amara.okafor} */
    public String password(String username) {
        try {
            return people.password(username);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By what Keycloak knows somebody's browser again; empty if nobody has signed in as this person yet. */
    List<Cookie> signedInBefore(String username) {
        return signedIn.getOrDefault(new Known(Chromium.browser(), username), List.of());
    }

    void isSignedIn(String username, List<Cookie> cookies) {
        signedIn.put(new Known(Chromium.browser(), username), cookies);
    }

    private ServerProcess startKeycloak(String realm, String secret) {
        try {
            keycloak.build(text -> {});
            ServerProcess process = keycloak.process(
                    realm,
                    Map.of(
                            "AIMASS_PUBLIC_URL",
                            "http://127.0.0.1:" + port,
                            "AIMASS_OIDC_CLIENT_SECRET",
                            secret,
                            "AIMASS_OIDC_API_SECRET",
                            secrets.get("oidc.api")));
            process.start();
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CannotStart e) {
            throw new IllegalStateException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The realm with the people of the demo, and with a second portal beside the one it is made for. */
    private String realm() throws IOException {
        String first = "${AIMASS_PUBLIC_URL}";
        String second = "http://127.0.0.1:" + otherPort;
        String all = people.addedTo(Installation.resource(KeycloakServer.REALM_FILE))
                .replace("\"" + first + "/callback\"", "\"" + first + "/callback\", \"" + second + "/callback\"")
                .replace(
                        "\"post.logout.redirect.uris\": \"" + first + "/\"",
                        "\"post.logout.redirect.uris\": \"" + first + "/##" + second + "/\"");
        return Programs.addedTo(all);
    }

    private Map<String, String> onPostgres(int at, String database) {
        Map<String, String> settings = new TreeMap<>(mail.settings());
        settings.put("AIMASS_DB_URL", "jdbc:postgresql://127.0.0.1:" + at + "/" + database);
        settings.put("AIMASS_DB_USER", "postgres");
        settings.put("AIMASS_DB_PASSWORD", "postgres");
        return settings;
    }

    private Portal portal(String name, int at, String issuer, Map<String, String> database) {
        try {
            Map<String, String> settings = new TreeMap<>(database);
            settings.put("AIMASS_PUBLIC_URL", "http://127.0.0.1:" + at);
            settings.put("AIMASS_OIDC_ISSUER", issuer);
            settings.put("AIMASS_OIDC_CLIENT_SECRET", secrets.get("oidc.client"));
            settings.put("AIMASS_OIDC_API_SECRET", secrets.get("oidc.api"));
            settings.put("AIMASS_DEMO", "true");
            settings.put("AIMASS_SANDBOX", "preferred");
            settings.put("AIMASS_RUN_LEASE", "PT5S");
            settings.put("AIMASS_STOP_WAIT", "PT8S");
            settings.put("AIMASS_METRICS_PORT", Integer.toString(FreePorts.any()));
            return new Portal(this, installation, folder.resolve(name), at, settings, ServerProcess.QUICK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CannotStart e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static Path emptied(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> inside = Files.walk(folder)) {
                    for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        portal.close();
        mail.close();
        if (keycloakProcess.isDone() && !keycloakProcess.isCompletedExceptionally()) {
            keycloakProcess.join().close();
        }
        try {
            databaseProxy.close();
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
