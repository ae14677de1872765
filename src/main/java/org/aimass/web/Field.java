package org.aimass.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One question of a form: label, hint, error, and the control inside it, which it ties to them. As a group it is a fieldset with
 * a legend: see {@link Choices}. Attributes: {@code label}, {@code hint}, {@code optional}.
 */
@FacesComponent(Field.TYPE)
public class Field extends UIComponentBase {

    public static final String TYPE = "org.aimass.Field";

    @Override
    public String getFamily() {
        return TYPE;
    }

    @Override
    public @Nullable String getRendererType() {
        return null;
    }

    @Override
    public void processValidators(FacesContext context) {
        control().ifPresent(control -> control.getAttributes().put("label", text("label")));
        super.processValidators(context);
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        UIInput control = control()
                .orElseThrow(
                        () -> new IllegalStateException("am:field " + getClientId(context) + " has no control in it"));
        String id = control.getClientId(context);
        List<String> errors = context.getMessageList(id).stream()
                .filter(PageErrors::isWrong)
                .map(FacesMessage::getSummary)
                .toList();
        describe(control, id, !errors.isEmpty());
        ResponseWriter out = context.getResponseWriter();
        out.startElement(isGroup() ? "fieldset" : "div", this);
        out.writeAttribute("class", errors.isEmpty() ? "field" : "field field-error", null);
        if (isGroup()) {
            out.writeAttribute("aria-describedby", describedBy(id, !errors.isEmpty()), null);
        }
        out.startElement(isGroup() ? "legend" : "label", this);
        if (!isGroup()) {
            out.writeAttribute("for", id, null);
        }
        out.writeText(text("label"), null);
        if (isTrue("optional")) {
            span(
                    out,
                    "optional",
                    null,
                    Format.words(context.getViewRoot().getLocale()).getString("tag.optional"));
        }
        out.endElement(isGroup() ? "legend" : "label");
        if (!text("hint").isEmpty()) {
            span(out, "hint", id + "-hint", text("hint"));
        }
        if (!errors.isEmpty()) {
            span(out, "error", id + "-error", String.join(" ", errors));
        }
    }

    @Override
    public void encodeEnd(FacesContext context) throws IOException {
        context.getResponseWriter().endElement(isGroup() ? "fieldset" : "div");
    }

    private void describe(UIInput control, String id, boolean wrong) {
        Map<String, Object> attributes = control.getPassThroughAttributes();
        set(attributes, "aria-invalid", wrong && !isGroup() ? "true" : null);
        set(attributes, "aria-describedby", isGroup() ? null : describedBy(id, wrong));
    }

    private static void set(Map<String, Object> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, value);
        } else if (attributes.containsKey(name)) {
            attributes.remove(name);
        }
    }

    private @Nullable String describedBy(String id, boolean wrong) {
        String hint = text("hint").isEmpty() ? "" : id + "-hint";
        String both = wrong ? (hint + " " + id + "-error").strip() : hint;
        return both.isEmpty() ? null : both;
    }

    private static void span(ResponseWriter out, String styleClass, @Nullable String id, String text)
            throws IOException {
        out.startElement("span", null);
        if (id != null) {
            out.writeAttribute("id", id, null);
        }
        out.writeAttribute("class", styleClass, null);
        out.writeText(text, null);
        out.endElement("span");
    }

    private Optional<UIInput> control() {
        return controls(this).findFirst();
    }

    private static Stream<UIInput> controls(UIComponent parent) {
        return parent.getChildren().stream()
                .flatMap(child -> child instanceof UIInput input ? Stream.of(input) : controls(child));
    }

    /** Whether several controls answer the one question. */
    boolean isGroup() {
        return false;
    }

    private boolean isTrue(String name) {
        return Boolean.parseBoolean(String.valueOf(getAttributes().get(name)));
    }

    private String text(String name) {
        Object value = getAttributes().get(name);
        return value == null ? "" : value.toString();
    }
}
