package org.aimass.report.boundary;

import java.io.Serializable;
import java.util.Objects;
import org.aimass.report.entity.Explanation;
import org.aimass.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/** What the public page should call a column of the test data, or one of its values. */
public final class NameInput implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String feature;
    private final @Nullable String value;
    private final boolean positive;
    private String en = "";
    private String zh = "";

    /**
     * @param value null for the column itself
     * @param positive whether it is the positive label, which stands for people
     */
    NameInput(String feature, @Nullable String value, boolean positive) {
        this.feature = feature;
        this.value = value;
        this.positive = positive;
    }

    boolean isFor(Explanation.Name name) {
        return feature.equals(name.feature()) && Objects.equals(value, name.value());
    }

    boolean isNamed() {
        return !en.isBlank() || !zh.isBlank();
    }

    /** In English it stays as the data has it where only the Chinese name was given. */
    Explanation.Name name() {
        String plain = value == null ? feature.replace('_', ' ') : value;
        return new Explanation.Name(feature, value, new Bilingual(en.isBlank() ? plain : en, zh));
    }

    /** The key of its label: {@code positive}, {@code feature} or {@code value}. */
    public String getKind() {
        return positive ? "positive" : value == null ? "feature" : "value";
    }

    public String getFeature() {
        return feature;
    }

    public @Nullable String getValue() {
        return value;
    }

    public String getEn() {
        return en;
    }

    public void setEn(@Nullable String en) {
        this.en = TextInput.clean(en);
    }

    public String getZh() {
        return zh;
    }

    public void setZh(@Nullable String zh) {
        this.zh = TextInput.clean(zh);
    }
}
