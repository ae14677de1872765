package org.aimass.engine.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private final Vocabulary letters = new Vocabulary(List.of("<pad>", "A", "B", "|", "<unk>"), 0, "|");

    /** Repeated letters are one, unless something else stands between them. */
    @Test
    void collapsesFrames() {
        assertEquals("AAB", letters.decode(new int[] {0, 1, 1, 0, 1, 2, 2}));
        assertEquals("AB A", letters.decode(new int[] {3, 1, 2, 3, 3, 4, 1, 3, 0}));
        assertEquals("", letters.decode(new int[] {0, 0, 3}));
        assertEquals("", letters.decode(new int[0]));
    }

    @Test
    void readsPiecesOfWords() {
        Vocabulary pieces = new Vocabulary(List.of("\u2581the", "re", "\u2581is", "_"), 3, "|");
        assertEquals("there is", pieces.decode(new int[] {0, 0, 1, 3, 2}));
        assertEquals("the", new Vocabulary(List.of("\u2581the", "_"), 1, "").decode(new int[] {0}));
    }

    @Test
    void needsItsBlank() {
        assertThrows(IllegalArgumentException.class, () -> new Vocabulary(List.of("a", "b"), 2, "|"));
        assertThrows(IllegalArgumentException.class, () -> new Vocabulary(List.of("a", "b"), -1, "|"));
    }
}
