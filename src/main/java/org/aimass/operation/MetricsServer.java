package org.aimass.operation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.aimass.background.ContainerThreads;
import org.aimass.database.DatabaseReady;
import org.aimass.security.SystemActor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /metrics} on a port of its own ({@code AIMASS_METRICS_PORT}), on the loopback address unless the operator names another.
 * Whatever the proxy lets through to the portal, this is not behind it. Without a port there is nothing.
 */
@ApplicationScoped
public class MetricsServer {

    private static final Logger LOG = System.getLogger(MetricsServer.class.getName());
    private static final String PATH = "/metrics";
    private static final int WAITING_AT_MOST = 10;
    private static final long NO_BODY = -1;

    @Inject
    Metrics metrics;

    @Inject
    ContainerThreads threads;

    @Inject
    SystemActor actor;

    @Inject
    @ConfigProperty(name = "aimass.metrics.port")
    Optional<Integer> port;

    @Inject
    @ConfigProperty(name = "aimass.metrics.address")
    String address;

    private @Nullable HttpServer server;
    private @Nullable ExecutorService worker;

    void start(@Observes DatabaseReady event) {
        if (port.isEmpty()) {
            return;
        }
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(address, port.get()), WAITING_AT_MOST);
            worker = Executors.newSingleThreadExecutor(threads);
            made.setExecutor(worker);
            made.createContext("/", this::answer);
            made.start();
            server = made;
        } catch (IOException e) {
            LOG.log(Level.ERROR, "there are no metrics: " + address + ":" + port.get() + " cannot be listened on", e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean reads = exchange.getRequestMethod().equals("GET");
            if (!reads || !exchange.getRequestURI().getPath().equals(PATH)) {
                exchange.sendResponseHeaders(reads ? 404 : 405, NO_BODY);
                return;
            }
            byte[][] text = new byte[1][];
            actor.run("metrics", () -> text[0] = metrics.text());
            exchange.getResponseHeaders().set("Content-Type", metrics.contentType());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, text[0].length);
            exchange.getResponseBody().write(text[0]);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the metrics could not be told", e);
        }
    }

    @PreDestroy
    void stop() {
        if (server != null && worker != null) {
            server.stop(0);
            worker.shutdownNow();
        }
    }
}
