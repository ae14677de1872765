package org.aimass.report.boundary;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.ValidatorException;
import java.io.Serializable;
import org.aimass.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/** One text of the publish page, in both languages. */
public final class TextInput implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final int longest;
    private final boolean area;
    private String en = "";
    private String zh = "";

    private TextInput(String key, int longest, boolean area) {
        this.key = key;
        this.longest = longest;
        this.area = area;
    }

    /** @param longest in characters */
    static TextInput line(String key, int longest) {
        return new TextInput(key, longest, false);
    }

    static TextInput area(String key, int longest) {
        return new TextInput(key, longest, true);
    }

    /**
     * Without blanks around it, with plain line ends, and without what no page can show: half characters, controls, and what turns
     * the writing around, so that a reader would see something else than what is kept.
     */
    static String clean(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        StringBuilder clean = new StringBuilder();
        typed.strip()
                .replace("\r\n", "\n")
                .codePoints()
                .filter(c -> c == '\n' || !isUnseen(c))
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isUnseen(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.SURROGATE
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    void fill(Bilingual text) {
        en = text.en();
        zh = text.zh();
    }

    Bilingual text() {
        return new Bilingual(en, zh);
    }

    /**
     * Refuses what is too long; the page says so in its own words. A limit given to a validator by its tag would be read
     * before there is a row to read it from.
     */
    public void check(FacesContext faces, UIComponent input, Object typed) {
        if (isTooLong(String.valueOf(typed))) {
            throw new ValidatorException(new FacesMessage(FacesMessage.SEVERITY_ERROR, key, key));
        }
    }

    boolean isTooLong(String typed) {
        return clean(typed).length() > longest;
    }

    public String getKey() {
        return key;
    }

    public int getLongest() {
        return longest;
    }

    /** Whether it may have several lines. */
    public boolean isArea() {
        return area;
    }

    public String getEn() {
        return en;
    }

    public void setEn(@Nullable String en) {
        this.en = clean(en);
    }

    public String getZh() {
        return zh;
    }

    public void setZh(@Nullable String zh) {
        this.zh = clean(zh);
    }
}
