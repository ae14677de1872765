package org.aimass.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Prepares an unpacked Keycloak, once, for the kind of database and the features it is started with, so that it starts in seconds. */
final class KeycloakBuild {
    static final Path BUILT = Path.of("lib", "quarkus");
    /** Tells a start what the build was made with. */
    static final String FACTS = "generated-bytecode.jar";

    private static final List<String> OPTIONS = List.of("build", "--db=dev-file", "--health-enabled=true");

    private final Installation installation;

    KeycloakBuild(Installation installation) {
        this.installation = installation;
    }

    /** Makes the build that starts fast, if this installation has none. One that was interrupted is begun anew from what was unpacked. */
    void make(Consumer<String> say) throws CannotStart, InterruptedException {
        Path home = installation.keycloak();
        Path beside = installation.folder().resolve("servers");
        Path mark = beside.resolve("keycloak-built");
        Path lockFile = beside.resolve("keycloak-build.lock");
        String wanted = home.getFileName() + " " + String.join(" ", OPTIONS);
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock(0, 1, false)) {
            if (lock.isValid() && Files.exists(mark) && Files.readString(mark).equals(wanted)) {
                return;
            }
            say.accept("preparing Keycloak for fast starts (once, about half a minute)");
            Files.deleteIfExists(mark);
            keepOrRestore(home.resolve(BUILT), beside.resolve("unbuilt-" + home.getFileName()));
            Path log = beside.resolve("keycloak-build.log");
            List<String> command = new ArrayList<>(java(home));
            command.addAll(guarded(installation, lockFile, 1));
            command.addAll(OPTIONS);
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

    /** The build replaces the files that it starts from. */
    private static void keepOrRestore(Path folder, Path kept) throws IOException {
        boolean keep = !Files.exists(kept.resolve("kept"));
        Path from = keep ? folder : kept;
        Path to = Files.createDirectories(keep ? kept : folder);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(file -> !file.endsWith("kept")).toList()) {
                Files.copy(file, to.resolve(String.valueOf(file.getFileName())), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (keep) {
            Files.createFile(kept.resolve("kept"));
        }
    }

    /** Class path, main class and the lock to hold. */
    static List<String> guarded(Installation installation, Path lockFile, long position) throws CannotStart {
        return List.of(
                "-cp",
                ServerProcess.classPath(
                        installation.launcherJar(), installation.keycloak().resolve("lib/quarkus-run.jar")),
                OrphanGuard.class.getName(),
                lockFile.toString(),
                Long.toString(position),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }

    static List<String> java(Path home) {
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
