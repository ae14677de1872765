package org.aimass.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Starts Keycloak and the portal, says where they are when they are ready, and stops both when it is told to end. */
public final class Launch {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration RECENT = Duration.ofMinutes(10);
    private static final int RESTARTS = 3;

    private final PrintStream out;
    private final long begin = System.nanoTime();
    private final BlockingQueue<ServerProcess> ended = new LinkedBlockingQueue<>();
    private final List<ServerProcess> servers = new ArrayList<>();
    private @Nullable DataFolder folder;
    private boolean stopping;

    private Launch(PrintStream out) {
        this.out = out;
    }

    /**
     * Ends with 0 when it was told to stop, with 1 and one line when it cannot start.
     *
     * @param arguments {@code backup FILE} or {@code restore FILE}; or settings such as {@code AIMASS_DEMO=true} for what neither the environment nor a file says
     */
    public static void main(String[] arguments) throws InterruptedException {
        if (Keeping.isAskedFor(arguments)) {
            System.exit(new Keeping(System.out).run(System.getenv(), arguments));
        }
        Launch launch = new Launch(System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(launch::stop, "aimass-stop"));
        try {
            launch.start(Settings.of(System.getenv(), List.of(arguments)));
            launch.keepUp();
        } catch (CannotStart e) {
            launch.out.println("AI Mass cannot start: " + e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            launch.out.println("AI Mass cannot start: " + e);
            System.exit(1);
        }
    }

    private void start(Settings settings) throws CannotStart, IOException, InterruptedException {
        int port = settings.port("AIMASS_PORT", 8080);
        String publicUrl = settings.get("AIMASS_PUBLIC_URL", "http://127.0.0.1:" + port);
        Installation installation = Installation.of(settings);
        installation.demandPortal();
        DataFolder data =
                DataFolder.take(settings.data(), () -> say("waiting for the servers of an earlier start to end"));
        folder = data;
        FreePorts.demand(port, "AIMASS_PORT");
        if (settings.find("AIMASS_METRICS_PORT").isPresent()) {
            FreePorts.demand(settings.port("AIMASS_METRICS_PORT", 0), "AIMASS_METRICS_PORT");
        }
        GeneratedSecrets secrets = GeneratedSecrets.in(data.path());
        Map<String, String> variables = new TreeMap<>(settings.all());
        variables.put("AIMASS_PUBLIC_URL", publicUrl);
        PortalServer portal = new PortalServer(installation, data.path(), secrets, port, ServerProcess.speed(settings));
        Optional<OwnKeycloak> keycloak = Optional.empty();
        if (settings.find("AIMASS_OIDC_ISSUER").isEmpty()) {
            OwnKeycloak own = new OwnKeycloak(settings, installation, data, secrets, publicUrl);
            own.demand();
            variables.put("AIMASS_OIDC_ISSUER", own.issuer());
            variables.put("AIMASS_OIDC_CLIENT_SECRET", own.clientSecret());
            variables.put("AIMASS_OIDC_API_SECRET", own.apiSecret());
            keycloak = Optional.of(own);
        }
        out.println(
                "AI Mass: data in " + data.path() + ", logs in " + data.path().resolve("log"));
        start(portal.process(variables));
        if (keycloak.isPresent()) {
            start(keycloak.get().process(this::say));
        }
        for (ServerProcess server : List.copyOf(servers)) {
            server.awaitReady(PATIENCE);
            say(server.name() + " is ready");
            watch(server);
        }
        List<String> accounts = List.of();
        if (keycloak.isPresent()) {
            keycloak.get().settle();
            accounts = keycloak.get().accounts();
        }
        out.printf("%nAI Mass is ready: %s%n", publicUrl);
        if (!accounts.isEmpty()) {
            out.println("Sign in with one of the demo accounts (name, password, work):");
            accounts.forEach(line -> out.println("  " + line));
        }
        out.println("Stop it with Ctrl-C.");
    }

    private void say(String what) {
        out.printf("  %3d s  %s%n", (System.nanoTime() - begin) / 1_000_000_000, what);
    }

    private void watch(ServerProcess server) {
        var unused = server.ended().thenRun(() -> ended.add(server));
    }

    /** Starts again what ends unasked; more than three ends within ten minutes end everything. */
    private void keepUp() throws InterruptedException, CannotStart {
        Deque<Long> ends = new ArrayDeque<>();
        while (true) {
            ServerProcess server = ended.take();
            long now = System.nanoTime();
            ends.addLast(now);
            ends.removeIf(end -> now - end > RECENT.toNanos());
            if (ends.size() > RESTARTS) {
                throw new CannotStart(server.name() + " ended again and again; see " + server.log());
            }
            synchronized (this) {
                if (stopping) {
                    return;
                }
                say(server.name() + " ended unasked; starting it again");
                server.start();
            }
            server.awaitReady(PATIENCE);
            say(server.name() + " is ready");
            watch(server);
        }
    }

    private synchronized void start(ServerProcess server) throws CannotStart {
        if (stopping) {
            throw new CannotStart("it was told to stop");
        }
        say("starting " + server.name());
        servers.add(server);
        server.start();
    }

    private synchronized void stop() {
        stopping = true;
        if (!servers.isEmpty()) {
            out.println("Stopping");
        }
        servers.parallelStream().forEach(ServerProcess::stop);
        if (folder != null) {
            folder.close();
        }
    }
}
