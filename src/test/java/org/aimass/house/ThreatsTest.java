package org.aimass.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every threat and every fault that is held off has a test that says so, by its number in a class's name or before what it shows. */
class ThreatsTest {

    private static final Set<String> HELD_OFF = Set.of(
            "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10", "T11", "T12", "T13", "T14", "T15", "T16",
            "T17", "T18", "T19", "T22", "T23", "T27", "T31", "T33", "T34", "T35", "T36", "T38", "R1", "R2", "R4", "R5",
            "R7", "R8", "R9", "R13", "R14", "R15", "R16", "R19", "R21");

    /** In a name between words, or in what is written before a class or a method. */
    private static final Pattern NUMBER = Pattern.compile("(?<![A-Z])[TR][0-9]{1,2}(?![0-9])");

    private static final Pattern CLAIM = Pattern.compile("/\\*\\*.*?\\*/|\\bclass [A-Za-z0-9]+", Pattern.DOTALL);

    @Test
    void eachHasItsTest() {
        Set<String> missing = new TreeSet<>(HELD_OFF);
        for (Path file : House.files(Path.of("src/test/java"), ".java")) {
            if (!file.endsWith("ThreatsTest.java")) {
                CLAIM.matcher(House.text(file))
                        .results()
                        .flatMap(claim -> NUMBER.matcher(claim.group()).results())
                        .map(MatchResult::group)
                        .forEach(missing::remove);
            }
        }
        assertEquals(Set.of(), missing);
    }
}
