package org.aimass.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void runAndTestHoldOneCommandEachAndTheTestCommandIsTheOneThatIsRunForUs() throws Exception {
        assertEquals(List.of("mvn -Prun"), commands("Run"));
        List<String> test = commands("Test");
        assertEquals(1, test.size());
        List<String> script = Files.readAllLines(Path.of(".ci/run"));
        assertEquals(test.get(0), script.get(script.size() - 1));
    }

    @Test
    void everySettingIsListed() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        Properties defaults = new Properties();
        try (Reader reader =
                Files.newBufferedReader(Path.of("src/main/resources/META-INF/microprofile-config.properties"))) {
            defaults.load(reader);
        }
        for (String name : defaults.stringPropertyNames()) {
            if (name.startsWith("aimass.")) {
                String variable = name.toUpperCase(Locale.ROOT).replace('.', '_');
                assertTrue(readme.contains("`" + variable + "`"), variable + " is not in the README");
            }
        }
    }

    /** The lines in the fenced blocks of a section. */
    private static List<String> commands(String section) throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        Matcher text =
                Pattern.compile("(?ms)^## " + section + "\\n(.*?)(?=^## |\\z)").matcher(readme);
        assertTrue(text.find(), section);
        Matcher block = Pattern.compile("(?ms)^```\\n(.*?)^```$").matcher(text.group(1));
        List<String> commands = new ArrayList<>();
        while (block.find()) {
            commands.addAll(block.group(1).lines().toList());
        }
        return commands;
    }
}
