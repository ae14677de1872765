package org.aimass.report.entity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aimass.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What the publisher says to everyone about the model, in plain words.
 *
 * @param title what people call it
 * @param summary what it is, in one or two sentences
 * @param purpose what it does, and what follows from its answer
 * @param decision who decides
 * @param data what it uses about a person, and what it does not
 * @param mistakes what a mistake means for the person
 * @param names what people call the features and groups, where the data says it otherwise
 */
public record Explanation(
        Bilingual title,
        Bilingual summary,
        Bilingual purpose,
        Bilingual decision,
        Bilingual data,
        Bilingual mistakes,
        List<Name> names) {

    /** The most characters of a title. */
    public static final int LONGEST_TITLE = 120;

    /** The most characters of a summary. */
    public static final int LONGEST_SUMMARY = 300;

    /** The most characters of any other text. */
    public static final int LONGEST_TEXT = 2_000;

    /** The most characters of a name. */
    public static final int LONGEST_NAME = 120;

    /**
     * What people call a feature, or one of its values.
     *
     * @param value null for the feature itself
     */
    public record Name(String feature, @Nullable String value, Bilingual name) {
        public Name {
            demand(name, LONGEST_NAME);
        }
    }

    public Explanation {
        demand(title, LONGEST_TITLE);
        demand(summary, LONGEST_SUMMARY);
        List.of(purpose, decision, data, mistakes).forEach(text -> demand(text, LONGEST_TEXT));
        names = List.copyOf(names);
    }

    private static void demand(Bilingual text, int longest) {
        if (text.en().length() > longest || text.zh().length() > longest) {
            throw new IllegalArgumentException("longer than " + longest + " characters: " + text.en());
        }
    }

    /** Such as "Age" for {@code age_band}; the column's own name without underscores where nobody gave one. */
    public String feature(String feature, Locale locale) {
        return name(feature, Optional.empty(), locale).orElseGet(() -> feature.replace('_', ' '));
    }

    /** Such as "18 to 29"; the value itself where nobody gave it a name. */
    public String value(String feature, String value, Locale locale) {
        return name(feature, Optional.of(value), locale).orElse(value);
    }

    private Optional<String> name(String feature, Optional<String> value, Locale locale) {
        return names.stream()
                .filter(name -> name.feature().equals(feature)
                        && Optional.ofNullable(name.value()).equals(value))
                .map(name -> name.name().in(locale))
                .findFirst();
    }
}
