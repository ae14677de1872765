package org.aimass.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
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
     * @param arguments settings such as {@code AIMASS_DEMO=true} for what neither the environment nor a file says
     */
    public static void main(String[] arguments) throws InterruptedException {
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
        if (Runtime.version().feature() < 17) {
            throw new CannotStart("it needs a JDK 17 or later, and this is " + Runtime.version());
        }
        long begin = System.nanoTime();
        int port = settings.port("AIMASS_PORT", 8080);
        int keycloakPort = settings.port("AIMASS_KEYCLOAK_PORT", 8081);
        boolean ownKeycloak = settings.find("AIMASS_OIDC_ISSUER").isEmpty();
        Installation installation = Installation.of(settings);
        installation.demandPortal();
        DataFolder data = DataFolder.take(
                settings.data(), () -> out.println("Waiting for the servers of an earlier start to end"));
        folder = data;
        FreePorts.demand(port, "AIMASS_PORT");
        GeneratedSecrets secrets = GeneratedSecrets.in(data.path());
        DemoAccounts demo = new DemoAccounts(secrets);
        Map<String, String> variables = new TreeMap<>(settings.all());
        variables.putIfAbsent("AIMASS_PUBLIC_URL", "http://127.0.0.1:" + port);
        PortalServer portal = new PortalServer(installation, data.path(), secrets, port, List.of("-XX:+UseSerialGC"));
        KeycloakServer keycloak =
                new KeycloakServer(installation, data.path(), keycloakPort, List.of("-XX:+UseSerialGC"));
        out.println(
                "AI Mass: data in " + data.path() + ", logs in " + data.path().resolve("log"));
        if (ownKeycloak) {
            FreePorts.demand(keycloakPort, "AIMASS_KEYCLOAK_PORT");
            keycloak.build(out::println);
            variables.put("AIMASS_OIDC_ISSUER", keycloak.issuer());
            variables.putIfAbsent("AIMASS_OIDC_CLIENT_SECRET", secrets.get("oidc.client"));
            String realm = Installation.resource(KeycloakServer.REALM_FILE);
            Map<String, String> keycloakVariables = new TreeMap<>(variables);
            keycloakVariables.keySet().retainAll(List.of("AIMASS_PUBLIC_URL", "AIMASS_OIDC_CLIENT_SECRET"));
            keycloakVariables.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
            keycloakVariables.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get("keycloak.admin"));
            start(keycloak.process(settings.is("AIMASS_DEMO") ? demo.addedTo(realm) : realm, keycloakVariables));
        }
        start(portal.process(variables));
        for (ServerProcess server : List.copyOf(servers)) {
            server.awaitReady(PATIENCE);
            out.println(" - " + server.name() + " is ready");
            watch(server);
        }
        keycloak.forgetImport();
        out.printf(
                "%nAI Mass is ready after %d s: %s%n",
                (System.nanoTime() - begin) / 1_000_000_000, variables.get("AIMASS_PUBLIC_URL"));
        if (ownKeycloak && settings.is("AIMASS_DEMO")) {
            out.println("Sign in with one of the demo accounts (name, password, work):");
            demo.lines().forEach(line -> out.println("  " + line));
        }
        out.println("Stop it with Ctrl-C.");
    }

    private void watch(ServerProcess server) {
        var unused = server.ended().thenRun(() -> ended.add(server));
    }

    /** Starts again what ends unasked; a server that ends three times within ten minutes is given up, and so is everything. */
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
                out.println(" - " + server.name() + " ended unasked; starting it again");
                server.start();
            }
            server.awaitReady(PATIENCE);
            out.println(" - " + server.name() + " is ready");
            watch(server);
        }
    }

    private synchronized void start(ServerProcess server) throws CannotStart {
        if (stopping) {
            throw new CannotStart("it was told to stop");
        }
        out.println(" - starting " + server.name());
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
