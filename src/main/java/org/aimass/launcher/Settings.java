package org.aimass.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** What the operator asked for: environment variables, and the properties file that {@code AIMASS_CONFIG} names; a variable wins. */
public final class Settings {
    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    /**
     * @param defaults texts such as {@code AIMASS_DEMO=true}, weaker than the file and the environment
     * @throws CannotStart if the file that {@code AIMASS_CONFIG} names cannot be read
     */
    public static Settings of(Map<String, String> environment, List<String> defaults) throws CannotStart {
        Map<String, String> values = new TreeMap<>();
        for (String text : defaults) {
            int equals = text.indexOf('=');
            if (!text.startsWith("AIMASS_") || equals < 0) {
                throw new CannotStart("\"" + text + "\" is no setting; write it as AIMASS_NAME=value");
            }
            values.put(text.substring(0, equals), text.substring(equals + 1));
        }
        String file = environment.getOrDefault("AIMASS_CONFIG", "");
        if (!file.isBlank()) {
            try (Reader reader = Files.newBufferedReader(Path.of(file))) {
                Properties properties = new Properties();
                properties.load(reader);
                properties
                        .stringPropertyNames()
                        .forEach(name -> values.put(variable(name), properties.getProperty(name)));
            } catch (IOException | IllegalArgumentException e) {
                throw new CannotStart("AIMASS_CONFIG names " + file + ", which cannot be read: " + e.getMessage(), e);
            }
        }
        environment.forEach((name, value) -> {
            if (name.startsWith("AIMASS_")) {
                values.put(name, value);
            }
        });
        return new Settings(values);
    }

    /** Every setting by the name of its environment variable; what nobody set is absent. */
    public Map<String, String> all() {
        return Map.copyOf(values);
    }

    public Optional<String> find(String variable) {
        return Optional.ofNullable(values.get(variable)).filter(value -> !value.isBlank());
    }

    public String get(String variable, String otherwise) {
        return find(variable).orElse(otherwise);
    }

    public boolean is(String variable) {
        return "true".equalsIgnoreCase(get(variable, "false"));
    }

    /** @throws CannotStart if it is not a number from 1 to 65535 */
    public int port(String variable, int otherwise) throws CannotStart {
        String text = get(variable, Integer.toString(otherwise));
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new CannotStart(variable + " is \"" + text + "\"; a port is a number from 1 to 65535", e);
        }
        throw new CannotStart(variable + " is \"" + text + "\"; a port is a number from 1 to 65535");
    }

    /** {@code AIMASS_DATA}; the folder {@code .aimass} in the user's home if nobody set it. */
    public Path data() {
        return Path.of(get(
                        "AIMASS_DATA",
                        Path.of(System.getProperty("user.home"), ".aimass").toString()))
                .toAbsolutePath()
                .normalize();
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
