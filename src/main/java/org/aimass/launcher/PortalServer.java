package org.aimass.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** The portal on Payara Micro, bound to one address, with nothing listening that it does not need. */
public final class PortalServer {
    private static final String STOP_WAIT = "AIMASS_STOP_WAIT";
    private static final String MAIN = "fish.payara.micro.PayaraMicro";
    /** What may come out of a stream of Java objects, such as a session: the platform's values, the portal's and the server's own. */
    private static final String DESERIALIZED =
            "maxdepth=64;maxbytes=67108864;maxarray=1048576;java.base/*;java.sql/*;java.naming/*;java.management/*;"
                    + "org.aimass.**;jakarta.**;com.sun.**;org.glassfish.**;fish.payara.**;com.hazelcast.**;org.apache.catalina.**;"
                    + "org.jboss.**;org.primefaces.**;!*";

    private final Installation installation;
    private final Path data;
    private final GeneratedSecrets secrets;
    private final int port;
    private final List<String> speed;

    /** @param speed options of the Java machine, say for a quick start */
    public PortalServer(Installation installation, Path data, GeneratedSecrets secrets, int port, List<String> speed) {
        this.installation = installation;
        this.data = data;
        this.secrets = secrets;
        this.port = port;
        this.speed = speed;
    }

    /** @param settings every setting of the portal by the name of its environment variable; what is absent gets its default here */
    public ServerProcess process(Map<String, String> settings) throws CannotStart {
        try {
            Map<String, String> variables = new TreeMap<>(settings);
            variables.put("AIMASS_DATA", data.toString());
            variables.putIfAbsent("AIMASS_PUBLIC_URL", "http://127.0.0.1:" + port);
            variables.putIfAbsent("AIMASS_OIDC_CLIENT_ID", "aimass-portal");
            variables.putIfAbsent("AIMASS_ENGINE_JAR", installation.engineJar().toString());
            // All four always: the server reads them before it can read the defaults inside the archive.
            if (!variables.containsKey("AIMASS_DB_URL")) {
                variables.put("AIMASS_DB_CLASS", "org.h2.jdbcx.JdbcDataSource");
                variables.put("AIMASS_DB_URL", DatabaseAddress.embedded(data));
                variables.put("AIMASS_DB_USER", "aimass");
                variables.put("AIMASS_DB_PASSWORD", secrets.get("database"));
            }
            variables.putIfAbsent("AIMASS_DB_CLASS", "org.postgresql.ds.PGSimpleDataSource");
            variables.put("AIMASS_DB_URL", DatabaseAddress.checked(variables.get("AIMASS_DB_URL")));
            Path log = Files.createDirectories(data.resolve("log")).resolve("portal.log");
            return new ServerProcess(
                            "the portal",
                            command(variables),
                            variables,
                            log,
                            scratch(),
                            URI.create("http://127.0.0.1:" + port + "/health/ready"))
                    .givenBeforeItEnds(stopWait(variables));
        } catch (IOException e) {
            throw new CannotStart("the portal cannot be set up in " + data + ": " + e.getMessage(), e);
        }
    }

    /** How long an audit that runs may go on when the portal is stopped. */
    private static Duration stopWait(Map<String, String> variables) throws CannotStart {
        String text = variables.getOrDefault(STOP_WAIT, "PT10S");
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new CannotStart(STOP_WAIT + " is \"" + text + "\"; write a duration such as PT10S or PT5M", e);
        }
    }

    /** A portal without memory answers wrongly or not at all: it ends, and is started again. */
    static List<String> memory(Map<String, String> variables) {
        return List.of("-Xmx" + variables.getOrDefault("AIMASS_MEMORY", "512m"), "-XX:+ExitOnOutOfMemoryError");
    }

    private Path scratch() {
        return data.resolve("run").resolve("portal");
    }

    private List<String> command(Map<String, String> variables) throws IOException {
        Path run = Files.createDirectories(data.resolve("run"));
        DataFolder.ownerOnly(run, "rwx------");
        String address = variables.getOrDefault("AIMASS_ADDRESS", "127.0.0.1");
        String preboot = write(run, "preboot.txt", Map.of("@address@", address)).toString();
        String hazelcast = write(run, "hazelcast.xml", Map.of()).toString();
        String logging = write(run, "logging.properties", Map.of()).toString();
        List<String> command = new ArrayList<>(List.of(
                ServerProcess.java(),
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + scratch(),
                "-Djdk.serialFilter=" + DESERIALIZED,
                "-Dproduct.name="));
        command.addAll(memory(variables));
        command.addAll(speed);
        command.addAll(opened());
        command.addAll(List.of(
                "-cp",
                ServerProcess.classPath(installation.launcherJar(), installation.payaraJar()),
                OrphanGuard.class.getName(),
                data.resolve(DataFolder.MARK).toString(),
                Long.toString(DataFolder.PORTAL),
                MAIN,
                "--deploy",
                installation.war().toString(),
                "--contextroot",
                "/",
                "--port",
                Integer.toString(port),
                "--disablephonehome",
                "--prebootcommandfile",
                preboot,
                "--hzconfigfile",
                hazelcast,
                "--logproperties",
                logging));
        return command;
    }

    /** What the server's manifest asks to open; the Java machine itself looks there only for {@code -jar}. */
    private List<String> opened() throws IOException {
        List<String> options = new ArrayList<>();
        try (JarFile jar = new JarFile(installation.payaraJar().toFile())) {
            Manifest manifest = jar.getManifest();
            for (String kind : List.of("Exports", "Opens")) {
                String packages = manifest.getMainAttributes().getValue("Add-" + kind);
                for (String name :
                        packages == null ? new String[0] : packages.trim().split(" +", -1)) {
                    options.add("--add-" + kind.toLowerCase(Locale.ROOT) + "=" + name + "=ALL-UNNAMED");
                }
            }
        }
        return options;
    }

    private static Path write(Path folder, String name, Map<String, String> replacements) throws IOException {
        String text = Installation.resource(name);
        for (Map.Entry<String, String> replacement : replacements.entrySet()) {
            text = text.replace(replacement.getKey(), replacement.getValue());
        }
        return Files.writeString(folder.resolve(name), text);
    }
}
