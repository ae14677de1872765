package org.aimass.engine.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Texts that a column was seen to hold again and again. The database says the place of such a text in place of the text
 * itself; a text that is not among them is read as it is, so that nothing but time depends on what was seen.
 */
final class KnownTexts {

    static final KnownTexts NONE = new KnownTexts(List.of());

    private static final int MOST = 128;
    private static final int LONGEST = 64;

    private final byte[][] texts;

    KnownTexts(List<String> texts) {
        this.texts = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    int size() {
        return texts.length;
    }

    byte[] utf8(int place) {
        return texts[place];
    }

    String text(int place) {
        return new String(texts[place], StandardCharsets.UTF_8);
    }

    /** The texts as SQL, in their order. */
    String list() {
        List<String> quoted = new ArrayList<>();
        for (int place = 0; place < texts.length; place++) {
            quoted.add(Sql.text(text(place)));
        }
        return quoted.toString();
    }

    /** Gathers the texts of one column, until it turns out that they are too many or too long. */
    static final class Seen {

        private final Set<String> texts = new LinkedHashSet<>();
        private boolean hopeless;

        void add(String text) {
            hopeless |= text.length() > LONGEST;
            if (!hopeless && Sql.isPlain(text)) {
                texts.add(text);
                hopeless = texts.size() > MOST;
            }
        }

        boolean isHopeful() {
            return !hopeless;
        }

        KnownTexts known() {
            return hopeless ? NONE : new KnownTexts(List.copyOf(texts));
        }
    }
}
