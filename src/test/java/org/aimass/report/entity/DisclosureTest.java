package org.aimass.report.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.report.entity.Disclosure.Group;
import org.junit.jupiter.api.Test;

class DisclosureTest {

    private static Group group(String feature, String value, long rows, long positives) {
        return new Group(Map.of(feature, value), Map.of("accuracy", rows, "false_negative_rate", positives), false);
    }

    private static Group reference(String feature, String value, long rows, long positives) {
        return new Group(Map.of(feature, value), Map.of("accuracy", rows, "false_negative_rate", positives), true);
    }

    private static Optional<HiddenReason> hidden(Disclosure disclosure, String feature, String value) {
        return disclosure.hidden(Map.of(feature, value));
    }

    @Test
    void nothingIsHiddenOrRoundedWhereEveryGroupIsLargeEnough() {
        Disclosure disclosure =
                Disclosure.of(List.of(reference("sex", "Women", 517, 113), group("sex", "Men", 401, 87)), 10);

        assertEquals(Optional.empty(), hidden(disclosure, "sex", "Women"));
        assertEquals(Optional.empty(), hidden(disclosure, "sex", "Men"));
        assertFalse(disclosure.rounds());
        assertEquals(113, disclosure.count(113));
        assertEquals(0.123456, disclosure.share(0.123456));
    }

    @Test
    void theOneSmallGroupTakesTheNextSmallestWithItSoThatTheTotalDoesNotTellIt() {
        Disclosure disclosure = Disclosure.of(
                List.of(
                        reference("age", "30 to 44", 800, 300),
                        group("age", "45 to 64", 700, 250),
                        group("age", "18 to 29", 420, 140),
                        group("age", "65 and over", 12, 7)),
                10);

        assertEquals(Optional.of(HiddenReason.SMALL), hidden(disclosure, "age", "65 and over"), "7 entitled people");
        assertEquals(Optional.of(HiddenReason.PROTECTS_ANOTHER), hidden(disclosure, "age", "18 to 29"));
        assertEquals(Optional.empty(), hidden(disclosure, "age", "45 to 64"));
        assertFalse(disclosure.rounds(), "rounding protects only sums with a group of a thousand");
    }

    @Test
    void twoSmallGroupsThatAreTogetherSmallTakeAThird() {
        Disclosure disclosure = Disclosure.of(
                List.of(
                        reference("age", "A", 800, 300),
                        group("age", "B", 400, 150),
                        group("age", "C", 100, 4),
                        group("age", "D", 90, 5)),
                10);

        assertEquals(Optional.of(HiddenReason.SMALL), hidden(disclosure, "age", "C"));
        assertEquals(Optional.of(HiddenReason.SMALL), hidden(disclosure, "age", "D"));
        assertEquals(
                Optional.of(HiddenReason.PROTECTS_ANOTHER),
                hidden(disclosure, "age", "B"),
                "4 + 5 entitled are under 10");
        assertEquals(Optional.empty(), hidden(disclosure, "age", "A"));
    }

    @Test
    void twoSmallGroupsThatAreTogetherLargeEnoughNeedNobodyElse() {
        Disclosure disclosure = Disclosure.of(
                List.of(reference("race", "A", 3696, 1901), group("race", "B", 32, 9), group("race", "C", 18, 6)), 10);

        assertEquals(Optional.of(HiddenReason.SMALL), hidden(disclosure, "race", "B"));
        assertEquals(Optional.of(HiddenReason.SMALL), hidden(disclosure, "race", "C"));
        assertEquals(Optional.empty(), hidden(disclosure, "race", "A"));
        assertFalse(disclosure.rounds());
    }

    @Test
    void aPartThatOneFigureCountsAndAnotherDoesNotIsSmallToo() {
        Disclosure disclosure = Disclosure.of(
                List.of(
                        reference("region", "North", 300, 120),
                        group("region", "East", 64, 57),
                        group("region", "South", 250, 90)),
                10);

        assertEquals(
                Optional.of(HiddenReason.SMALL),
                hidden(disclosure, "region", "East"),
                "accuracy over 64 and misses over 57 tell about the other 7");
    }

    @Test
    void countsAreRoundedWhereThatSparesALargeGroup() {
        Disclosure disclosure = Disclosure.of(
                List.of(
                        reference("sex", "Women", 9212, 5683),
                        group("sex", "Men", 8876, 4509),
                        group("sex", "Other", 14, 6)),
                10);

        assertEquals(Optional.of(HiddenReason.SMALL), hidden(disclosure, "sex", "Other"));
        assertEquals(Optional.empty(), hidden(disclosure, "sex", "Men"));
        assertTrue(disclosure.rounds());
        assertEquals(10, disclosure.countStep());
        assertEquals(5680, disclosure.count(5683));
        assertEquals(0.174, disclosure.share(0.17384));
        assertEquals(-0.002, disclosure.share(-0.00162));
    }

    @Test
    void roundingDoesNotCountWhereAnotherFeatureTellsHowManyEverybodyIs() {
        List<Group> groups = new ArrayList<>(List.of(
                reference("sex", "Women", 1300, 1100), group("sex", "Men", 1201, 1001), group("sex", "Other", 14, 6)));
        groups.add(reference("quarter", "1", 900, 700));
        groups.add(group("quarter", "2", 815, 707));
        groups.add(group("quarter", "3", 800, 700));
        Disclosure disclosure = Disclosure.of(groups, 10);

        assertEquals(Optional.of(HiddenReason.PROTECTS_ANOTHER), hidden(disclosure, "sex", "Men"));
        assertFalse(disclosure.rounds());
    }

    @Test
    void whatIsImportantIsHiddenLast() {
        Disclosure disclosure = Disclosure.of(
                List.of(
                        reference("age", "small but with a finding", 100, 50),
                        group("age", "larger", 300, 150),
                        group("age", "tiny", 5, 2)),
                10);

        assertEquals(Optional.of(HiddenReason.PROTECTS_ANOTHER), hidden(disclosure, "age", "larger"));
        assertEquals(Optional.empty(), hidden(disclosure, "age", "small but with a finding"));
    }

    @Test
    void anIntersectionHidesAgainstTheTotalsOfBothItsFeatures() {
        List<Group> groups = new ArrayList<>();
        long[][] rows = {{100, 110, 120}, {130, 4, 150}, {160, 170, 180}};
        String[] ages = {"young", "middle", "old"};
        String[] regions = {"north", "east", "south"};
        for (int a = 0; a < 3; a++) {
            long byAge = 0;
            long byRegion = 0;
            for (int r = 0; r < 3; r++) {
                groups.add(new Group(Map.of("age", ages[a], "region", regions[r]), Map.of("n", rows[a][r]), false));
                byAge += rows[a][r];
                byRegion += rows[r][a];
            }
            groups.add(new Group(Map.of("age", ages[a]), Map.of("n", byAge), false));
            groups.add(new Group(Map.of("region", regions[a]), Map.of("n", byRegion), false));
        }
        Disclosure disclosure = Disclosure.of(groups, 10);

        for (int line = 0; line < 3; line++) {
            int inRow = 0;
            int inColumn = 0;
            for (int other = 0; other < 3; other++) {
                inRow += isHidden(disclosure, ages[line], regions[other]);
                inColumn += isHidden(disclosure, ages[other], regions[line]);
            }
            assertTrue(inRow != 1, "the row of " + ages[line]);
            assertTrue(inColumn != 1, "the column of " + regions[line]);
            assertEquals(Optional.empty(), hidden(disclosure, "age", ages[line]));
        }
        assertEquals(1, isHidden(disclosure, "middle", "east"));
    }

    @Test
    void theIntersectionsOfAHiddenGroupAreHidden() {
        List<Group> groups = List.of(
                reference("age", "A", 500, 500),
                group("age", "B", 30, 30),
                group("age", "C", 7, 7),
                new Group(Map.of("age", "B", "sex", "F"), Map.of("n", 18L), false),
                new Group(Map.of("age", "B", "sex", "M"), Map.of("n", 12L), false));
        Disclosure disclosure = Disclosure.of(groups, 10);

        assertEquals(Optional.of(HiddenReason.PROTECTS_ANOTHER), hidden(disclosure, "age", "B"));
        assertEquals(Optional.of(HiddenReason.PROTECTS_ANOTHER), disclosure.hidden(Map.of("age", "B", "sex", "F")));
        assertEquals(Optional.of(HiddenReason.PROTECTS_ANOTHER), disclosure.hidden(Map.of("age", "B", "sex", "M")));
    }

    private static int isHidden(Disclosure disclosure, String age, String region) {
        return disclosure.hidden(Map.of("age", age, "region", region)).isPresent() ? 1 : 0;
    }
}
