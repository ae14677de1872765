package org.aimass.audit.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aimass.engine.metrics.Edits;
import org.junit.jupiter.api.Test;

/** What was said beside what was understood: nothing of either is lost, and the marks agree with the counts of the engine. */
class SpokenPartTest {

    private static SpokenPart part(String said, String heard) {
        return new SpokenPart(said, heard);
    }

    @Test
    void wordsAreReplacedMissedAndAdded() {
        assertEquals(
                List.of(
                        part("and", "and"),
                        part("we have", "fifty"),
                        part("no more", "no more"),
                        part("", "thank you")),
                SpokenPart.align("and we have no more", "and fifty no more thank you", false));
    }

    @Test
    void charactersStandWithoutBlanks() {
        assertEquals(
                List.of(part("今天天", "今天天"), part("气", "汽"), part("很好", "很好"), part("", "啊")),
                SpokenPart.align("今天天气很好", "今天天汽 很好啊", true));
    }

    @Test
    void nothingSaidIsAllAdded() {
        assertEquals(List.of(part("", "thank you")), SpokenPart.align("", "thank you", false));
        assertEquals(List.of(part("mm hmm", "")), SpokenPart.align("mm hmm", " ", false));
        assertEquals(List.of(), SpokenPart.align("", "", false));
    }

    /** Of texts by chance, both can be read off again, and no way is longer than the engine's. */
    @Test
    void bothTextsAreThereWhole() {
        Random random = new Random(1);
        for (int time = 0; time < 200; time++) {
            int[] said = random.ints(random.nextInt(12), 0, 4).toArray();
            int[] heard = random.ints(random.nextInt(12), 0, 4).toArray();
            List<SpokenPart> parts = SpokenPart.align(text(said), text(heard), false);
            assertEquals(
                    text(said),
                    parts.stream()
                            .map(SpokenPart::said)
                            .filter(it -> !it.isEmpty())
                            .collect(Collectors.joining(" ")));
            assertEquals(
                    text(heard),
                    parts.stream()
                            .map(SpokenPart::heard)
                            .filter(it -> !it.isEmpty())
                            .collect(Collectors.joining(" ")));
            int marked = parts.stream()
                    .filter(part -> !part.isSame())
                    .mapToInt(part -> Math.max(words(part.said()), words(part.heard())))
                    .sum();
            assertTrue(marked <= Edits.between(said, heard).all(), () -> parts.toString());
            for (int at = 1; at < parts.size(); at++) {
                assertTrue(parts.get(at).isSame() != parts.get(at - 1).isSame(), () -> parts.toString());
            }
        }
    }

    private static int words(String text) {
        return text.isEmpty() ? 0 : text.split(" ").length;
    }

    private static String text(int[] words) {
        return IntStream.of(words).mapToObj(word -> "w" + word).collect(Collectors.joining(" "));
    }
}
