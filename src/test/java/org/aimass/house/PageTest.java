package org.aimass.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tree of pages is the tree of page beans, and no page holds what belongs elsewhere. */
class PageTest {

    private static final Pattern INLINE = Pattern.compile(
            "escape=\"false\"|\\sstyle=\"|<style[\\s>]|<script(?![^>]*\\ssrc=)[^>]*>|\\son[a-z]+=\"|javascript:|<f:ajax[\\s>]");
    private static final Pattern LOCALE = Pattern.compile("<f:view[^>]*\\slocale=");
    private static final int LINES_AT_MOST = 80;

    @Test
    void everyPageHasItsBean() {
        List<String> orphans = pages().stream()
                .filter(page ->
                        !Files.exists(Path.of("target/classes", beanOf(page).replace('.', '/') + ".class")))
                .map(page -> page + " wants " + beanOf(page))
                .toList();
        assertEquals(List.of(), orphans);
    }

    @Test
    void everyPageLiesInARoom() {
        Set<String> rooms = Set.copyOf(House.STREET);
        assertEquals(
                List.of(),
                pages().stream()
                        .filter(page -> House.WEBAPP.relativize(page).getNameCount() != 2
                                || !rooms.contains(
                                        House.WEBAPP.relativize(page).getName(0).toString()))
                        .toList());
    }

    @Test
    void noPageHoldsAScriptAStyleOrUnescapedText() {
        List<String> found = new ArrayList<>();
        for (Path file : House.files(House.WEBAPP, ".xhtml")) {
            INLINE.matcher(House.page(file)).results().forEach(match -> found.add(file + ": " + match.group()));
        }
        assertEquals(List.of(), found);
    }

    @Test
    void noPageChoosesItsOwnLanguage() {
        assertEquals(
                List.of(),
                House.files(House.WEBAPP, ".xhtml").stream()
                        .filter(file -> LOCALE.matcher(House.page(file)).find())
                        .toList());
    }

    @Test
    void noPageIsLongerThanAScreenOrTwo() {
        List<String> longer = new ArrayList<>();
        for (Path page : House.files(House.WEBAPP, ".xhtml")) {
            long lines = House.text(page).lines().count();
            if (lines > LINES_AT_MOST) {
                longer.add(page + ": " + lines);
            }
        }
        assertEquals(List.of(), longer);
    }

    private static List<Path> pages() {
        return House.files(House.WEBAPP, ".xhtml").stream()
                .filter(page -> !page.startsWith(House.WEBAPP.resolve("WEB-INF"))
                        && !page.startsWith(House.WEBAPP.resolve("resources")))
                .toList();
    }

    /** {@code audit/start-again.xhtml} belongs to {@code org.aimass.audit.boundary.AuditStartAgainPage}. */
    private static String beanOf(Path page) {
        Path inside = House.WEBAPP.relativize(page);
        String room = inside.getName(0).toString();
        String name = inside.getName(inside.getNameCount() - 1).toString().replace(".xhtml", "");
        return "org.aimass." + room + ".boundary." + capital(room)
                + Arrays.stream(name.split("-")).map(PageTest::capital).collect(Collectors.joining())
                + "Page";
    }

    private static String capital(String word) {
        return word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
