package org.aimass.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MarksTest {

    private final Marks marks = new Marks();

    @Test
    void aTallyHasOneMarkForEachComparisonInItsOrder() {
        Marks.Tally tally = marks.tally(1, 2, 1);
        assertEquals(1, count(tally.diamonds()));
        assertEquals(2, count(tally.dots()));
        assertEquals(1, count(tally.rings()));
        assertEquals("M8 7", tally.diamonds().substring(0, 4));
        assertEquals("M24 7", tally.dots().substring(0, 5));
        assertEquals("M56 7", tally.rings().substring(0, 5));
        assertEquals(64, tally.width());
        assertEquals(14, tally.height());
    }

    @Test
    void theTwentyFirstMarkBeginsANewRow() {
        Marks.Tally tally = marks.tally(0, 20, 1);
        assertEquals("M8 25", tally.rings().substring(0, 5));
        assertEquals(320, tally.width());
        assertEquals(32, tally.height());
    }

    @Test
    void aHundredPeopleAreAlwaysAHundred() {
        assertEquals(17, count(marks.hundred(17).squares()));
        assertEquals(83, count(marks.hundred(17).dots()));
        assertEquals("", marks.hundred(0).squares());
        assertEquals("", marks.hundred(100).dots());
        assertThrows(IllegalArgumentException.class, () -> marks.hundred(101));
    }

    private static long count(String path) {
        return path.chars().filter(each -> each == 'M').count();
    }
}
