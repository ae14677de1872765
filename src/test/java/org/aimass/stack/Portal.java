package org.aimass.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.aimass.launcher.CannotStart;
import org.aimass.launcher.GeneratedSecrets;
import org.aimass.launcher.Installation;
import org.aimass.launcher.PortalServer;
import org.aimass.launcher.ServerProcess;

/** One portal with its own data folder and port. */
public final class Portal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Stack stack;
    private final Path data;
    private final Map<String, String> settings;
    private final ServerProcess process;
    /** In HTTP/1.1, as browsers speak to it: to an offer to go on in HTTP/2 the server leaves the content type out of its answer. */
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    Portal(
            Stack stack,
            Installation installation,
            Path data,
            int port,
            Map<String, String> settings,
            List<String> speed)
            throws IOException, CannotStart {
        this.stack = stack;
        this.data = Files.createDirectories(data);
        this.settings = settings;
        process = new PortalServer(installation, data, GeneratedSecrets.in(data), port, speed).process(settings);
    }

    public Stack stack() {
        return stack;
    }

    /** Its data folder: store, keys, logs. */
    public Path data() {
        return data;
    }

    /** The address of a page, say {@code /register}. */
    public URI at(String path) {
        return URI.create(settings.get("AIMASS_PUBLIC_URL") + path);
    }

    /** Where only its operators ask. */
    public URI operation(String path) {
        return URI.create("http://127.0.0.1:" + settings.get("AIMASS_METRICS_PORT") + path);
    }

    /** Starts it and returns when it is ready. */
    public void start() {
        try {
            process.start();
            process.awaitReady(PATIENCE);
        } catch (CannotStart e) {
            throw new IllegalStateException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it as an operator does. */
    public void stop() {
        process.stop();
    }

    /** SIGKILL to the portal's process and to nothing else. */
    public void kill() {
        process.kill();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** What a browser without a session gets; redirects are not followed. */
    public HttpResponse<String> get(String path) {
        return send(
                HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(60)).build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A connection of the test's own to the portal's database; PostgreSQL only, for H2's file is the portal's alone. */
    public Connection database() throws SQLException {
        String url = settings.get("AIMASS_DB_URL");
        if (url == null) {
            throw new IllegalStateException("the portal's database is a file that only the portal may open");
        }
        return DriverManager.getConnection(url, settings.get("AIMASS_DB_USER"), settings.get("AIMASS_DB_PASSWORD"));
    }

    /** The lines of its log since its latest start. */
    public List<String> log() {
        try {
            return Files.readAllLines(process.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
