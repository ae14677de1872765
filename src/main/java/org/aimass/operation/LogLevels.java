package org.aimass.operation;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.aimass.database.DatabaseReady;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The levels of the log, from the file {@code levels.properties} in the data folder, which only its owner may write: lines such as
 * {@code org.aimass.audit=DEBUG}, and {@code root} for all the rest. Looked at every two seconds; a line that goes away takes its level
 * with it. It holds over restarts, so that the start itself can be looked at, too.
 */
@ApplicationScoped
public class LogLevels {

    static final String FILE = "levels.properties";

    private static final System.Logger LOG = System.getLogger(LogLevels.class.getName());
    private static final String ROOT = "root";
    private static final long LOOK_SECONDS = 2;
    private static final int MOST = 100;

    @Inject
    @ConfigProperty(name = "aimass.data")
    String data;

    /** What was set, with the level before; holding the loggers keeps them from being forgotten. */
    private final Map<Logger, java.util.logging.@Nullable Level> before = new HashMap<>();

    private Properties known = new Properties();
    private @Nullable ScheduledExecutorService clock;

    void start(@Observes DatabaseReady event) {
        clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "aimass-log-levels");
            thread.setDaemon(true);
            return thread;
        });
        var unused = clock.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            apply(read(Path.of(data, FILE)));
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.WARNING, "{0} cannot be read: {1}", FILE, e.toString());
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties asked = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            asked.load(reader);
        } catch (NoSuchFileException e) {
            return asked;
        }
        return asked;
    }

    /** All or nothing that was there before goes, and what is asked for now comes. */
    synchronized void apply(Properties asked) {
        if (asked.equals(known)) {
            return;
        }
        known = asked;
        before.forEach(Logger::setLevel);
        before.clear();
        asked.stringPropertyNames().stream().sorted().limit(MOST).forEach(name -> set(name, asked.getProperty(name)));
        if (asked.isEmpty()) {
            LOG.log(Level.INFO, "The log has its usual levels again");
        }
    }

    private void set(String name, String word) {
        Optional<java.util.logging.Level> level = level(word);
        if (level.isEmpty()) {
            LOG.log(Level.WARNING, "{0}: {1} is no level; write ERROR, WARNING, INFO, DEBUG or TRACE", FILE, word);
            return;
        }
        Logger logger = Logger.getLogger(name.equals(ROOT) ? "" : name);
        before.putIfAbsent(logger, logger.getLevel());
        logger.setLevel(level.get());
        LOG.log(Level.INFO, "{0} is logged at {1}", name, word);
    }

    /** The names that System.Logger has, and those of java.util.logging. */
    static Optional<java.util.logging.Level> level(String word) {
        String upper = word.strip().toUpperCase(Locale.ROOT);
        return switch (upper) {
            case "ERROR" -> Optional.of(java.util.logging.Level.SEVERE);
            case "DEBUG" -> Optional.of(java.util.logging.Level.FINE);
            case "TRACE" -> Optional.of(java.util.logging.Level.FINER);
            case "OFF", "SEVERE", "WARNING", "INFO", "CONFIG", "FINE", "FINER", "FINEST", "ALL" ->
                Optional.of(java.util.logging.Level.parse(upper));
            default -> Optional.empty();
        };
    }

    @PreDestroy
    void stop() {
        if (clock != null) {
            clock.shutdownNow();
        }
        apply(new Properties());
    }
}
