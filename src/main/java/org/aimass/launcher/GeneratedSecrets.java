package org.aimass.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Properties;

/** Secrets made at the first start and kept in the data folder's file {@code secrets.properties}, readable for its owner only. */
public final class GeneratedSecrets {
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private final Path file;
    private final Properties values = new Properties();
    private final SecureRandom random = new SecureRandom();

    private GeneratedSecrets(Path file) {
        this.file = file;
    }

    public static GeneratedSecrets in(Path data) throws IOException {
        GeneratedSecrets secrets = new GeneratedSecrets(data.resolve("secrets.properties"));
        if (Files.exists(secrets.file)) {
            try (Reader reader = Files.newBufferedReader(secrets.file)) {
                secrets.values.load(reader);
            }
        }
        return secrets;
    }

    /** The secret of this name; made now, of 20 letters and digits (99 bits), if there is none. */
    public String get(String name) throws IOException {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            made.append(i > 0 && i % 5 == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        values.setProperty(name, made.toString());
        write();
        return made.toString();
    }

    private void write() throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next);
        DataFolder.ownerOnly(next, "rw-------");
        try (Writer writer = Files.newBufferedWriter(next)) {
            values.store(writer, "Made at the first start. Whoever reads this file can sign in as anyone named in it.");
        }
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
