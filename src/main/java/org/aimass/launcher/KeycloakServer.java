package org.aimass.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keycloak on the loopback address, with the realm of the portal and its database in the data folder.
 *
 * <p>Started by its own {@code java} and not by {@code kc.sh}, whose shell would stand between the launcher and the server. Runs in
 * production mode from a build that is made once per installation (20 s), so that a start takes 7 s.
 */
public final class KeycloakServer {
    public static final String REALM_FILE = "aimass-realm.json";
    private static final List<String> BUILD = List.of("build", "--db=dev-file", "--health-enabled=true");
    private static final Path BUILT = Path.of("lib", "quarkus", "generated-bytecode.jar");

    private final Installation installation;
    private final Path data;
    private final int port;
    private final List<String> speed;

    /**
     * @param data the data folder; the server keeps everything in its folder {@code keycloak}
     * @param speed options of the Java machine, say for a quick start
     */
    public KeycloakServer(Installation installation, Path data, int port, List<String> speed) {
        this.installation = installation;
        this.data = data;
        this.port = port;
        this.speed = speed;
    }

    public String issuer() {
        return "http://127.0.0.1:" + port + "/realms/aimass";
    }

    /** Makes the build that starts fast, if this installation has none. */
    public void build(Consumer<String> say) throws CannotStart, InterruptedException {
        Path home = installation.keycloak();
        Path mark = installation.folder().resolve("servers").resolve("keycloak-built");
        String wanted = home.getFileName() + " " + String.join(" ", BUILD);
        try (FileChannel channel = FileChannel.open(
                        mark.resolveSibling("keycloak-build.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (lock.isValid() && Files.exists(mark) && Files.readString(mark).equals(wanted)) {
                return;
            }
            say.accept("Preparing Keycloak for fast starts (once, about half a minute)");
            Path log = mark.resolveSibling("keycloak-build.log");
            List<String> command = new ArrayList<>(java(home));
            command.addAll(List.of("-cp", home.resolve("lib/quarkus-run.jar").toString(), MAIN));
            command.addAll(BUILD);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            try {
                if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
                    throw new CannotStart("Keycloak cannot be prepared; see " + log);
                }
            } finally {
                process.destroyForcibly();
            }
            Files.writeString(mark, wanted);
        } catch (IOException e) {
            throw new CannotStart("Keycloak cannot be prepared: " + e.getMessage(), e);
        }
    }

    private static final String MAIN = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

    /**
     * @param realm the realm to import if the database has none yet; empty to import nothing
     * @param variables what the realm file and the first administrator need, by the name of the environment variable
     */
    public ServerProcess process(String realm, Map<String, String> variables) throws CannotStart {
        try {
            Path built = installation.keycloak();
            Path home = data.resolve("keycloak");
            for (String folder : List.of("data/import", "h2", "conf", "providers", "themes", "lib/quarkus")) {
                Files.createDirectories(home.resolve(folder));
            }
            DataFolder.ownerOnly(home, "rwx------");
            // From here Keycloak reads what its build was made with; everything else it finds by its class path.
            Files.copy(built.resolve(BUILT), home.resolve(BUILT), StandardCopyOption.REPLACE_EXISTING);
            forgetImport();
            if (!realm.isEmpty()) {
                Files.createFile(importFile());
                DataFolder.ownerOnly(importFile(), "rw-------");
                Files.writeString(importFile(), realm);
            }
            int management = FreePorts.any();
            List<String> command = new ArrayList<>(java(home));
            command.addAll(speed);
            Path scratch = data.resolve("run").resolve("keycloak");
            command.add("-Djava.io.tmpdir=" + scratch);
            command.addAll(List.of(
                    "-cp",
                    ServerProcess.classPath(installation.launcherJar(), built.resolve("lib/quarkus-run.jar")),
                    OrphanGuard.class.getName(),
                    data.resolve(DataFolder.MARK).toString(),
                    Long.toString(DataFolder.KEYCLOAK),
                    MAIN));
            command.addAll(List.of(
                    "start",
                    "--optimized",
                    "--import-realm",
                    "--hostname=http://127.0.0.1:" + port,
                    "--http-enabled=true",
                    "--http-host=127.0.0.1",
                    "--http-port=" + port,
                    "--http-management-port=" + management,
                    "--http-max-queued-requests=200",
                    "--cache=local",
                    "--db-url=jdbc:h2:file:" + home.resolve("h2").resolve("keycloak")
                            + ";NON_KEYWORDS=VALUE;WRITE_DELAY=0",
                    "--log-level=INFO,io.smallrye.health:ERROR"));
            URI ready = URI.create("http://127.0.0.1:" + management + "/health/ready");
            Path log = Files.createDirectories(data.resolve("log")).resolve("keycloak.log");
            return new ServerProcess("Keycloak", command, variables, log, scratch, ready);
        } catch (IOException e) {
            throw new CannotStart("Keycloak cannot be set up in " + data + ": " + e.getMessage(), e);
        }
    }

    /** Deletes the import file, which holds passwords; for as soon as the server is ready. */
    void forgetImport() throws IOException {
        Files.deleteIfExists(importFile());
    }

    private Path importFile() {
        return data.resolve("keycloak").resolve("data/import").resolve(REALM_FILE);
    }

    private static List<String> java(Path home) {
        return List.of(
                ServerProcess.java(),
                "-Xms64m",
                "-Xmx512m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED");
    }
}
