package org.aimass.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeycloakThemeTest {
    private static final Path MESSAGES = Path.of("realm/themes/aimass/login/messages");
    private static final Path WORDS = Path.of("src/main/resources/org/aimass/web");

    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("frameSkip", "frame.skip"),
            Map.entry("frameTagline", "frame.tagline"),
            Map.entry("frameMenu", "frame.menu"),
            Map.entry("frameHere", "frame.here"),
            Map.entry("frameError", "frame.errorTitle"),
            Map.entry("navMain", "nav.main"),
            Map.entry("navRegister", "nav.register"),
            Map.entry("navMyData", "nav.myData"),
            Map.entry("navMethod", "nav.method"),
            Map.entry("footerWhat", "footer.what"),
            Map.entry("footerUse", "footer.use"),
            Map.entry("doLogIn", "frame.signIn"),
            Map.entry("doLogout", "frame.signOut"),
            Map.entry("errorTitle", "tag.problem"));

    @Test
    void bothLanguagesSayTheSame() throws Exception {
        assertEquals(
                load(MESSAGES.resolve("messages_en.properties")).stringPropertyNames(),
                load(MESSAGES.resolve("messages_zh_CN.properties")).stringPropertyNames());
    }

    @ParameterizedTest
    @CsvSource({"messages_en.properties, Words.properties", "messages_zh_CN.properties, Words_zh_CN.properties"})
    void theFrameSpeaksThePortalsWords(String messages, String words) throws Exception {
        Properties here = load(MESSAGES.resolve(messages));
        Properties portal = load(WORDS.resolve(words));

        SAME.forEach((key, word) -> assertEquals(portal.getProperty(word), here.getProperty(key), key));
    }

    @Test
    void aNewVersionTakesThePlaceOfTheOneBefore(@TempDir Path folder) throws Exception {
        Path home = folder.resolve("keycloak");
        Path theme = home.resolve("themes/aimass");
        KeycloakTheme.layOut(
                jar(folder, Map.of("themes/aimass/login/a.ftl", "1", "themes/aimass/login/b.ftl", "2")), home);
        Files.createDirectories(home.resolve("data/tmp/kc-gzip-cache"));
        Files.createDirectories(home.resolve("themes/other"));

        KeycloakTheme.layOut(jar(folder, Map.of("themes/aimass/login/a.ftl", "3", "org/aimass/x", "4")), home);

        assertEquals("3", Files.readString(theme.resolve("login/a.ftl")));
        assertFalse(Files.exists(theme.resolve("login/b.ftl")));
        assertFalse(Files.exists(home.resolve("org")));
        assertFalse(Files.exists(home.resolve("data/tmp/kc-gzip-cache")), "what was packed from the one before");
        assertEquals(true, Files.exists(home.resolve("themes/other")), "somebody else's stays");
    }

    private static Path jar(Path folder, Map<String, String> files) throws Exception {
        Path jar = folder.resolve("launcher.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private static Properties load(Path file) throws Exception {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
