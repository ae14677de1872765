package org.aimass.report.boundary;

import jakarta.faces.context.FacesContext;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.aimass.web.RoomWords;

/** What the pages on which a report's texts are written have in common. */
public abstract class WritingPage {

    /** What a column or value of the test data is called beside its inputs. */
    public String label(NameInput name) {
        return words().say(
                        "publish.names." + name.getKind(),
                        name.getFeature(),
                        Objects.requireNonNullElse(name.getValue(), ""));
    }

    /** What is said where the text of a field is missing. */
    public String missing(TextInput text) {
        return words().say("publish.missing", words().say("publish.field." + text.getKey()));
    }

    /** What is said where it is too long. */
    public String tooLong(TextInput text) {
        return words().say("publish.tooLong", words().say("publish.field." + text.getKey()), text.getLongest());
    }

    /** Whether something in one of these parts of the form was refused: a part that is folded away is opened only then. */
    public boolean isWrongIn(String... parts) {
        for (String part : parts) {
            Iterator<String> ids = FacesContext.getCurrentInstance().getClientIdsWithMessages();
            while (ids.hasNext()) {
                if ((ids.next() + ":").startsWith("form:" + part + ":")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** From the address, or from the form that was sent. */
    static String parameter(String name) {
        Map<String, String> parameters =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        return parameters.getOrDefault(name, "");
    }

    static RoomWords words() {
        return new RoomWords("report", locale());
    }

    static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
