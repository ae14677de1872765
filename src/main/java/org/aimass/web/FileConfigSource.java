package org.aimass.web;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * The configuration in one properties file, which AIMASS_CONFIG names. A line may say {@code AIMASS_DATA=...}, as the environment
 * would, or {@code aimass.data=...}. What the environment says wins.
 */
public class FileConfigSource implements ConfigSource {

    /** Above the defaults in the WAR (100), below the environment (300). */
    private static final int ORDINAL = 250;

    private final Map<String, String> values;

    public FileConfigSource() {
        this(System.getenv("AIMASS_CONFIG"));
    }

    FileConfigSource(@Nullable String file) {
        values = file == null || file.isBlank() ? Map.of() : read(Path.of(file));
    }

    private static Map<String, String> read(Path file) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("AIMASS_CONFIG names " + file + ", which cannot be read", e);
        }
        return lines.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(FileConfigSource::dotted, lines::getProperty));
    }

    private static String dotted(String name) {
        return name.startsWith("AIMASS_") ? name.toLowerCase(Locale.ROOT).replace('_', '.') : name;
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }

    @Override
    public Set<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
        return values.get(name);
    }

    @Override
    public String getName() {
        return "AIMASS_CONFIG";
    }
}
