package org.aimass.dataset.boundary;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aimass.dataset.entity.Sheet;

/** A card or datasheet while somebody fills it in: one text for each section, in their order. */
public class SheetForm<S extends Enum<S>> {

    private final Map<S, String> texts = new LinkedHashMap<>();
    private final List<Entry> entries;

    public SheetForm(Class<S> sections) {
        entries = Arrays.stream(sections.getEnumConstants()).map(Entry::new).toList();
    }

    /** One section and its text so far. */
    public final class Entry {

        private final S section;

        Entry(S section) {
            this.section = section;
        }

        public S getSection() {
            return section;
        }

        public String getText() {
            return texts.getOrDefault(section, "");
        }

        public void setText(String text) {
            texts.put(section, text);
        }
    }

    /** Takes over what was said before. */
    public void fill(Sheet<S> sheet) {
        texts.clear();
        texts.putAll(sheet.texts());
    }

    public Sheet<S> sheet() {
        return new Sheet<>(texts);
    }

    public List<Entry> getEntries() {
        return entries;
    }
}
