package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void noTwoGroupsShareAName() {
        assertEquals("Women", GroupName.of(List.of("Women")));
        assertEquals("a | b", GroupName.of(List.of("a", "b")));
        assertEquals("a \\| b | c", GroupName.of(List.of("a | b", "c")));
        assertEquals("a\\\\ | b", GroupName.of(List.of("a\\", "b")));
        assertEquals("a|b\\", GroupName.of(List.of("a|b\\")));
        assertEquals("\\*", GroupName.of(List.of("*")));
    }

    @Test
    void aMeasuredValueIsFinite() {
        assertEquals(new MetricValue.Measured(0.5), MetricValue.of(0.5));
        assertEquals(new MetricValue.Undefined("no rows"), MetricValue.undefined("no rows"));
        assertThrows(IllegalArgumentException.class, () -> MetricValue.of(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> MetricValue.of(Double.NEGATIVE_INFINITY));
    }

    @Test
    void countsAddUp() {
        GroupCounts sum = new GroupCounts(1, 2, 3, 4).plus(new GroupCounts(10, 20, 30, 40));
        assertEquals(new GroupCounts(11, 22, 33, 44), sum);
        assertEquals(110, sum.rows());
        assertEquals(33, sum.predictedPositive());
        assertEquals(44, sum.labelledPositive());
        assertEquals(66, sum.labelledNegative());
        assertThrows(IllegalArgumentException.class, () -> new GroupCounts(-1, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new GroupCounts(0, -1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new GroupCounts(0, 0, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> new GroupCounts(0, 0, 0, -1));
    }
}
