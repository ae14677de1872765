package org.aimass.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
