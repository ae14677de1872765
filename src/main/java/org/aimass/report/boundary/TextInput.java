package org.aimass.report.boundary;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.ValidatorException;
import java.io.Serializable;
import org.aimass.shared.Bilingual;
import org.aimass.web.RoomWords;
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

    /** Without blanks around it, with plain line ends, and without the half characters and controls that no page can show. */
    static String clean(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        StringBuilder clean = new StringBuilder();
        typed.strip()
                .replace("\r\n", "\n")
                .codePoints()
                .filter(c -> c == '\n' || !(Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE))
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** Refuses what is too long. By a method: the tag of Faces would read the length while there is no text yet. */
    public void validate(FacesContext faces, UIComponent field, Object typed) {
        String text = clean(String.valueOf(typed));
        if (text.codePointCount(0, text.length()) > longest) {
            String message = new RoomWords("report", faces.getViewRoot().getLocale()).say("refusal.long", longest);
            throw new ValidatorException(new FacesMessage(FacesMessage.SEVERITY_ERROR, message, message));
        }
    }

    Bilingual text() {
        return new Bilingual(en, zh);
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
