package org.aimass.launcher;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One server as a child process, with its log file and the address at which it says that it is ready. */
public final class ServerProcess implements AutoCloseable {
    /** For a server that starts in half the time and lives for hours at most. */
    public static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final Duration GRACE = Duration.ofSeconds(20);
    /** How long the end of what it started may take after its own. */
    private static final Duration REST = Duration.ofSeconds(20);

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final ServerLog log;
    private final Path scratch;
    private final URI readiness;
    private Duration grace = GRACE;
    private @Nullable Process process;

    /**
     * @param scratch the server's temporary folder, emptied before every start
     * @param readiness answers 200 as soon as the server serves, and something else or nothing before
     */
    ServerProcess(
            String name, List<String> command, Map<String, String> environment, Path log, Path scratch, URI readiness) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.log = new ServerLog(log);
        this.scratch = scratch;
        this.readiness = readiness;
    }

    /** A server that gives what is under way some time, before it ends within the usual one. */
    ServerProcess givenBeforeItEnds(Duration patience) {
        grace = GRACE.plus(patience);
        return this;
    }

    public String name() {
        return name;
    }

    public Path log() {
        return log.file();
    }

    /** Starts it anew; the log of the start before is kept beside the new one with the ending {@code .1}. */
    public synchronized void start() throws CannotStart {
        try {
            empty(scratch);
            log.begin();
            Path folder = log.file().toAbsolutePath().getParent();
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder == null ? null : folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
            builder.environment().keySet().removeIf(variable -> variable.matches("(AIMASS|KC|QUARKUS|JAVA|MAVEN)_.*"));
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new CannotStart(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** @throws CannotStart if it ends, or is not ready in time; the reason holds the last error of its log */
    public void awaitReady(Duration patience) throws CannotStart, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isReady()) {
            if (!isAlive()) {
                throw new CannotStart(name + " ended while starting" + log.lastError());
            }
            if (log.saysRefused()) {
                throw new CannotStart(name + " refused the application" + log.lastError());
            }
            if (System.nanoTime() > deadline) {
                throw new CannotStart(name + " was not ready after " + patience.toSeconds() + " s" + log.lastError());
            }
            Thread.sleep(500);
        }
    }

    public boolean isReady() {
        try {
            HttpURLConnection connection = (HttpURLConnection) readiness.toURL().openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(10_000);
            connection.setInstanceFollowRedirects(false);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Its process id; of the latest start. */
    public synchronized long pid() {
        return running().pid();
    }

    /** Completed when the process of the latest start ends. */
    public synchronized CompletableFuture<Process> ended() {
        return running().onExit();
    }

    /** Ends it as the operating system does at shutdown, and by force what has not ended in time. Returns when nothing is left. */
    public synchronized void stop() {
        if (process == null) {
            return;
        }
        List<ProcessHandle> all = withDescendants(process);
        // the handle leaves the standard input open, whose end would mean that this launcher is gone
        process.toHandle().destroy();
        try {
            if (!process.waitFor(grace.toSeconds(), TimeUnit.SECONDS)) {
                all.addAll(withDescendants(process));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, REST.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** SIGKILL to this process alone, as a crash: what it started must notice by itself. Returns when it is dead. */
    public synchronized void kill() {
        if (process != null) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private static void empty(Path folder) throws IOException {
        DataFolder.remove(folder);
        Files.createDirectories(folder);
        DataFolder.ownerOnly(folder, "rwx------");
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return process;
    }

    private static List<ProcessHandle> withDescendants(Process process) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        return all;
    }

    /** Options that let a server start fast if it is for a demo, and run fast in the long run if it is not. */
    static List<String> speed(Settings settings) {
        return settings.is("AIMASS_DEMO") ? QUICK : List.of("-XX:+UseG1GC");
    }

    /** The {@code java} that runs this launcher. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static String classPath(Path... entries) {
        List<String> texts = new ArrayList<>();
        for (Path entry : entries) {
            texts.add(entry.toString());
        }
        return String.join(File.pathSeparator, texts);
    }
}
