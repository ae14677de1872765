package org.aimass.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Both languages say the same things, and whatever a page or a refusal wants to say exists. */
class WordsTest {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern IN_PAGE = Pattern.compile("\\b([a-z]+)Words\\['([^']+)']");
    private static final Pattern IN_REFUSAL = Pattern.compile(
            "Refusal\\.of\\(\\s*(?:Refusal\\.)?(?:Kind\\.)?[A-Z_]+,\\s*\"([a-z]+)\",\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern IN_WORDING =
            Pattern.compile("Wording\\.text\\(\\s*\"([a-z]+)\",\\s*\"([^\"]+)\"\\s*,");
    private static final Pattern ENGLISH_CLAIM =
            Pattern.compile("\\b(fair|fairly|fairness|unfair|unbiased|bias-free)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHINESE_CLAIM = Pattern.compile("公平|无偏见|合格");

    @Test
    void everyRoomSaysTheSameInBothLanguages() throws IOException {
        for (String room : rooms()) {
            assertEquals(
                    new TreeSet<>(english(room).keySet()),
                    new TreeSet<>(chinese(room).keySet()),
                    room);
        }
    }

    @Test
    void aTextHasTheSamePlacesInBothLanguages() throws IOException {
        List<String> different = new ArrayList<>();
        for (String room : rooms()) {
            Map<String, String> chinese = chinese(room);
            english(room).forEach((key, text) -> {
                if (!places(text).equals(places(chinese.getOrDefault(key, "")))) {
                    different.add(room + ": " + key);
                }
            });
        }
        assertEquals(List.of(), different);
    }

    @Test
    void noTextIsEmptyTwiceOrAPatternThatCannotBeRead() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String room : rooms()) {
            for (Path file : List.of(file(room, ""), file(room, "_zh_CN"))) {
                Set<String> keys = new HashSet<>();
                House.text(file)
                        .lines()
                        .filter(line -> line.matches("[A-Za-z][^=]*=.*"))
                        .map(line -> line.substring(0, line.indexOf('=')).strip())
                        .filter(key -> !keys.add(key))
                        .forEach(key -> wrong.add(key + " twice in " + file));
                read(file).forEach((key, text) -> {
                    if (text.isBlank() || new MessageFormat(text).toPattern().isEmpty()) {
                        wrong.add(key + " is empty in " + file);
                    }
                    if (text.indexOf('\'') >= 0) {
                        wrong.add(key + " in " + file + ": write ’, for ' is a sign of the pattern");
                    }
                });
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void noTextClaimsWhatNobodyCanMeasure() throws IOException {
        List<String> claims = new ArrayList<>();
        for (String room : rooms()) {
            english(room).forEach((key, text) -> {
                if (ENGLISH_CLAIM.matcher(text).find()) {
                    claims.add(room + ": " + key);
                }
            });
            chinese(room).forEach((key, text) -> {
                if (CHINESE_CLAIM.matcher(text).find()) {
                    claims.add(room + ": " + key);
                }
            });
        }
        assertEquals(List.of(), claims);
    }

    @Test
    void whateverAPageSaysExists() throws IOException {
        assertEquals(List.of(), missing(House.files(House.WEBAPP, ".xhtml"), IN_PAGE));
    }

    @Test
    void whateverTheCodeSaysExists() throws IOException {
        List<Path> code = House.files(House.MAIN, ".java");
        assertEquals(List.of(), missing(code, IN_REFUSAL));
        assertEquals(List.of(), missing(code, IN_WORDING));
    }

    @Test
    void facesKnowsTheWordsOfEveryRoom() throws IOException {
        String faces = House.text(House.WEBAPP.resolve("WEB-INF/faces-config.xml"));
        for (String room : rooms()) {
            assertTrue(faces.contains("<base-name>org.aimass." + room + ".Words</base-name>"), room);
            assertTrue(faces.contains("<var>" + room + "Words</var>"), room);
        }
    }

    private static List<String> missing(List<Path> files, Pattern pattern) throws IOException {
        Map<String, Map<String, String>> known = new TreeMap<>();
        for (String room : rooms()) {
            known.put(room, english(room));
        }
        List<String> missing = new ArrayList<>();
        for (Path file : files) {
            Matcher matcher = pattern.matcher(file.toString().endsWith(".xhtml") ? House.page(file) : House.text(file));
            while (matcher.find()) {
                if (!known.getOrDefault(matcher.group(1), Map.of()).containsKey(matcher.group(2))) {
                    missing.add(file + ": " + matcher.group(1) + " " + matcher.group(2));
                }
            }
        }
        return missing;
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(text).results().forEach(place -> places.add(place.group(1)));
        return places;
    }

    private static List<String> rooms() {
        return House.files(House.WORDS, "Words.properties").stream()
                .map(file -> House.WORDS.relativize(file).getName(0).toString())
                .toList();
    }

    private static Path file(String room, String language) {
        return House.WORDS.resolve(room).resolve("Words" + language + ".properties");
    }

    private static Map<String, String> english(String room) throws IOException {
        return read(file(room, ""));
    }

    private static Map<String, String> chinese(String room) throws IOException {
        return read(file(room, "_zh_CN"));
    }

    private static Map<String, String> read(Path file) throws IOException {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        Map<String, String> words = new TreeMap<>();
        lines.stringPropertyNames().forEach(key -> words.put(key, lines.getProperty(key)));
        return words;
    }
}
