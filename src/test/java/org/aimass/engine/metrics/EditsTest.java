package org.aimass.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EditsTest {

    private static Edits between(String reference, String answer) {
        return Edits.between(reference.chars().toArray(), answer.chars().toArray());
    }

    @Test
    void countsTheShortestWay() {
        assertEquals(new Edits(0, 0, 0), between("", ""));
        assertEquals(new Edits(0, 3, 0), between("abc", ""));
        assertEquals(new Edits(0, 0, 4), between("", "abcd"));
        assertEquals(new Edits(2, 0, 1), between("kitten", "sitting"));
        assertEquals(new Edits(1, 2, 0), between("abcdef", "xdef"));
        assertEquals(3, between("kitten", "sitting").all());
    }

    /** "ab" becomes "ba" by an insertion and a deletion as well as by two substitutions; these are counted. */
    @Test
    void prefersSubstitutions() {
        assertEquals(new Edits(2, 0, 0), between("ab", "ba"));
        assertEquals(new Edits(2, 1, 0), between("abc", "ca"));
        assertEquals(new Edits(0, 1, 1), between("abcabc", "bcabca"));
    }

    /** Against every way there is, tried one after the other. */
    @Test
    void noWayIsShorterOrHasMoreSubstitutions() {
        Random random = new Random(11);
        for (int i = 0; i < 400; i++) {
            int[] reference = random.ints(random.nextInt(6), 0, 3).toArray();
            int[] answer = random.ints(random.nextInt(6), 0, 3).toArray();
            Edits found = Edits.between(reference, answer);
            Edits best = best(reference, 0, answer, 0, new Edits(0, 0, 0));
            assertEquals(
                    best, found, () -> List.of(reference.length, answer.length).toString());
        }
    }

    private static Edits best(int[] reference, int from, int[] answer, int to, Edits so) {
        if (from == reference.length && to == answer.length) {
            return so;
        }
        Edits best = new Edits(0, 1000, 0);
        if (from < reference.length && to < answer.length) {
            int different = reference[from] == answer[to] ? 0 : 1;
            best = better(
                    best,
                    best(
                            reference,
                            from + 1,
                            answer,
                            to + 1,
                            new Edits(so.substitutions() + different, so.deletions(), so.insertions())));
        }
        if (from < reference.length) {
            best = better(
                    best,
                    best(
                            reference,
                            from + 1,
                            answer,
                            to,
                            new Edits(so.substitutions(), so.deletions() + 1, so.insertions())));
        }
        if (to < answer.length) {
            best = better(
                    best,
                    best(
                            reference,
                            from,
                            answer,
                            to + 1,
                            new Edits(so.substitutions(), so.deletions(), so.insertions() + 1)));
        }
        return best;
    }

    private static Edits better(Edits one, Edits other) {
        if (one.all() != other.all()) {
            return one.all() < other.all() ? one : other;
        }
        return one.substitutions() >= other.substitutions() ? one : other;
    }
}
