package org.aimass.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Keycloak on the loopback address, with the realm of the portal and its database in the data folder.
 *
 * <p>Started by its own {@code java} and not by {@code kc.sh}, whose shell would stand between the launcher and the server. Runs in
 * production mode from a build that is made once per installation (20 s), so that a start takes 7 s.
 */
public final class KeycloakServer {
    public static final String REALM_FILE = "aimass-realm.json";
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

    /** Makes the build that starts fast, if this installation has none; takes half a minute then. */
    public void build(Consumer<String> say) throws CannotStart, InterruptedException {
        new KeycloakBuild(installation).make(say);
    }

    /**
     * @param realm the realm to import if the database has none yet; empty to import nothing
     * @param variables what the realm file and the first administrator need, by the name of the environment variable
     */
    public ServerProcess process(String realm, Map<String, String> variables) throws CannotStart {
        try {
            Path built = installation.keycloak();
            Path home = data.resolve("keycloak");
            for (String folder :
                    List.of("data/import", "h2", "conf", "providers", "themes", KeycloakBuild.BUILT.toString())) {
                Files.createDirectories(home.resolve(folder));
            }
            DataFolder.ownerOnly(home, "rwx------");
            // From here Keycloak reads what its build was made with; everything else it finds by its class path.
            Files.copy(
                    built.resolve(KeycloakBuild.BUILT).resolve(KeycloakBuild.FACTS),
                    home.resolve(KeycloakBuild.BUILT).resolve(KeycloakBuild.FACTS),
                    StandardCopyOption.REPLACE_EXISTING);
            KeycloakTheme.layOut(installation.launcherJar(), home);
            forgetImport();
            if (!realm.isEmpty()) {
                Files.createFile(importFile());
                DataFolder.ownerOnly(importFile(), "rw-------");
                Files.writeString(importFile(), realm);
            }
            int management = FreePorts.any();
            List<String> command = new ArrayList<>(KeycloakBuild.java(home));
            command.addAll(speed);
            Path scratch = data.resolve("run").resolve("keycloak");
            command.add("-Djava.io.tmpdir=" + scratch);
            command.addAll(KeycloakBuild.guarded(installation, data.resolve(DataFolder.MARK), DataFolder.KEYCLOAK));
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
                    "--db-url=" + DatabaseAddress.file(home.resolve("h2").resolve("keycloak"))
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
}
