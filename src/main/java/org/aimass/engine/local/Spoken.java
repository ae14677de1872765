package org.aimass.engine.local;

import java.util.List;
import org.aimass.engine.BadInput;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.metrics.SnippetErrors;
import org.aimass.engine.speech.Normalizer;
import org.aimass.engine.speech.Words;
import org.aimass.engine.task.SpeechRecognition;

/**
 * Makes texts ready to be compared.
 *
 * @param normalizer how they are written alike
 */
record Spoken(Normalizer normalizer) {

    /** More is not looked at: four bytes for each of the most characters, and as much again for what the normalizer takes away. */
    private static final int LONGEST = 8 * SpeechRecognition.MOST_CHARACTERS;

    /** A text as it is compared, and its words. */
    record Text(String text, List<String> words) {

        /** How wrong the other is where this was said. */
        SnippetErrors errorsOf(Text understood) {
            return SnippetErrors.of(words, text, understood.words, understood.text);
        }
    }

    /** @throws BadInput if it is too long to be compared */
    Text text(RowBatch rows, int column, int row) {
        String text = rows.text(column, row);
        if (text.length() > LONGEST) {
            throw rows.fault(column, row, limits());
        }
        Text made = made(text);
        if (isTooLong(made)) {
            throw rows.fault(column, row, limits());
        }
        return made;
    }

    /**
     * @param text that a model has answered
     * @param where the row stands
     */
    Text text(String text, String where) {
        if (text.length() > LONGEST || isTooLong(made(text))) {
            throw new BadInput(
                    where + ": found a transcript of " + text.length() + " characters, expected " + limits());
        }
        return made(text);
    }

    private Text made(String text) {
        String normal = normalizer.normalize(text);
        return new Text(normal, Words.of(normal));
    }

    private static boolean isTooLong(Text text) {
        return text.words.size() > SpeechRecognition.MOST_WORDS
                || text.text.codePointCount(0, text.text.length()) > SpeechRecognition.MOST_CHARACTERS;
    }

    private static String limits() {
        return "a snippet of at most " + SpeechRecognition.MOST_WORDS + " words and "
                + SpeechRecognition.MOST_CHARACTERS + " characters";
    }
}
