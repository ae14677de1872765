package org.aimass.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the parts lie. All beside the launcher, as the build leaves them: {@code aimass.war}, {@code aimass-engine.jar},
 * {@code aimass-launcher.jar}, {@code servers/payara-micro.jar} and {@code servers/keycloak-*}.
 *
 * @param folder holds the parts
 * @param war the portal: an archive or an unpacked folder
 */
public record Installation(Path folder, Path war) {

    /** The folder that this class was loaded from, or {@code AIMASS_HOME}; the portal's archive in it, or {@code AIMASS_WAR}. */
    public static Installation of(Settings settings) throws CannotStart {
        try {
            Path classes = Path.of(Installation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path beside = Optional.ofNullable(classes.getParent()).orElse(classes);
            Path folder =
                    settings.find("AIMASS_HOME").map(Path::of).orElse(beside).toAbsolutePath();
            Path war = settings.find("AIMASS_WAR").map(Path::of).orElse(folder.resolve("aimass.war"));
            return new Installation(folder, war.toAbsolutePath());
        } catch (URISyntaxException e) {
            throw new CannotStart("the launcher's own place is unknown", e);
        }
    }

    Path launcherJar() {
        return folder.resolve("aimass-launcher.jar");
    }

    Path engineJar() {
        return folder.resolve("aimass-engine.jar");
    }

    Path payaraJar() {
        return folder.resolve("servers").resolve("payara-micro.jar");
    }

    /** The unpacked Keycloak. */
    Path keycloak() throws CannotStart {
        Path servers = folder.resolve("servers");
        try (Stream<Path> names = Files.list(servers)) {
            return names.filter(path -> String.valueOf(path.getFileName()).startsWith("keycloak-"))
                    .filter(Files::isDirectory)
                    .max(Path::compareTo)
                    .orElseThrow(() -> new CannotStart("no Keycloak in " + servers));
        } catch (IOException e) {
            throw new CannotStart("no Keycloak in " + servers, e);
        }
    }

    void demandPortal() throws CannotStart {
        for (Path part : new Path[] {war, launcherJar(), payaraJar()}) {
            if (!Files.exists(part)) {
                throw new CannotStart(part + " is missing; build the portal first");
            }
        }
    }

    /** A text that lies beside the launcher's classes. */
    public static String resource(String name) throws IOException {
        try (InputStream in = Installation.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing in the launcher");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
