package org.aimass.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DictionaryTest {

    @Test
    void numbersValuesInTheOrderOfTheirFirstAppearance() {
        Dictionary dictionary = new Dictionary(10);
        assertEquals(0, dictionary.code("Caucasian"));
        assertEquals(1, dictionary.code(""));
        assertEquals(2, dictionary.code("\u4e2d\u6587"));
        assertEquals(1, dictionary.code(""));
        assertEquals(0, dictionary.code("Caucasian"));
        assertEquals(List.of("Caucasian", "", "\u4e2d\u6587"), dictionary.values());
    }

    @Test
    void stillKnowsItsValuesWhenItIsFull() {
        Dictionary dictionary = new Dictionary(2);
        dictionary.code("a");
        dictionary.code("b");
        assertEquals(Dictionary.FULL, dictionary.code("c"));
        assertEquals(1, dictionary.code("b"));
    }

    @Test
    void isFullTooWhenTheTextIsTooLong() {
        Dictionary dictionary = new Dictionary(100, 5);
        assertEquals(0, dictionary.code("abc"));
        assertEquals(Dictionary.FULL, dictionary.code("def"));
        assertEquals(1, dictionary.code("de"));
        assertEquals(0, dictionary.code("abc"));
    }

    @Test
    void keepsApartManyValues() {
        Dictionary dictionary = new Dictionary(1_000_000);
        for (int i = 0; i < 200_000; i++) {
            assertEquals(i, dictionary.code("value " + i));
        }
        for (int i = 0; i < 200_000; i += 997) {
            assertEquals(i, dictionary.code("value " + i));
            assertEquals("value " + i, dictionary.value(i));
        }
    }

    /** Values of one hash are told apart by each of their bytes, wherever it stands. */
    @Test
    void tellsApartWhatDiffersInOneByte() {
        for (int length = 0; length < 30; length++) {
            byte[] value = new byte[length + 5];
            for (int i = 0; i < value.length; i++) {
                value[i] = (byte) (7 * i + length);
            }
            Dictionary dictionary = new Dictionary(2);
            dictionary.code("before");
            assertEquals(1, dictionary.code(value, 3, length));
            assertTrue(dictionary.holds(1, value, 3, length));
            for (int i = 0; i < length; i++) {
                byte[] other = value.clone();
                other[3 + i] ^= 64;
                assertFalse(dictionary.holds(1, other, 3, length), length + " bytes, another at " + i);
            }
            assertFalse(dictionary.holds(1, value, 3, length + 1));
        }
    }
}
