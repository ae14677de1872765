package org.aimass.web;

import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UISelectItem;
import jakarta.faces.component.UISelectItems;
import jakarta.faces.component.UISelectOne;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.convert.Converter;
import jakarta.faces.model.SelectItem;
import jakarta.faces.render.Renderer;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Radio buttons or boxes as a list, each with its label and, where the item has a description, a hint below it. Reading the
 * answer is left to Faces' own renderer. Items come as
 * {@code f:selectItem} or {@code f:selectItems}, also with {@code itemDescription}.
 */
public class ChoicesRenderer extends Renderer<UIInput> {

    public static final String TYPE = "org.aimass.Choices";

    @Override
    public void decode(FacesContext context, UIInput group) {
        standard(context, group).decode(context, group);
    }

    @Override
    public @Nullable Object getConvertedValue(FacesContext context, UIComponent group, @Nullable Object submitted) {
        return standard(context, (UIInput) group).getConvertedValue(context, group, submitted);
    }

    @SuppressWarnings("unchecked") // a render kit does not say what its renderers render
    private static Renderer<UIComponent> standard(FacesContext context, UIInput group) {
        String type = isOne(group) ? "jakarta.faces.Radio" : "jakarta.faces.Checkbox";
        return context.getRenderKit().getRenderer(group.getFamily(), type);
    }

    @Override
    public void encodeEnd(FacesContext context, UIInput group) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        String id = group.getClientId(context);
        Set<String> chosen = chosen(context, group);
        List<SelectItem> items = group.getChildren().stream()
                .flatMap(child -> items(context, child))
                .toList();
        out.startElement("ul", group);
        out.writeAttribute("id", id, null);
        Object style = group.getAttributes().get("styleClass");
        out.writeAttribute("class", style == null ? "choices" : "choices " + style, null);
        for (int i = 0; i < items.size(); i++) {
            SelectItem item = items.get(i);
            String value = asString(context, group, item.getValue());
            encode(out, item, isOne(group) ? "radio" : "checkbox", id, i, value, chosen.contains(value));
        }
        out.endElement("ul");
    }

    private static void encode(
            ResponseWriter out, SelectItem item, String type, String name, int index, String value, boolean chosen)
            throws IOException {
        String id = name + ":" + index;
        boolean described = item.getDescription() != null;
        out.startElement("li", null);
        out.startElement("input", null);
        out.writeAttribute("type", type, null);
        out.writeAttribute("id", id, null);
        out.writeAttribute("name", name, null);
        out.writeAttribute("value", value, null);
        out.writeAttribute("checked", chosen, null);
        out.writeAttribute("disabled", item.isDisabled(), null);
        out.writeAttribute("aria-describedby", described ? id + "-hint" : null, null);
        out.endElement("input");
        out.startElement("label", null);
        out.writeAttribute("for", id, null);
        out.writeText(item.getLabel(), null);
        out.endElement("label");
        if (described) {
            out.startElement("span", null);
            out.writeAttribute("id", id + "-hint", null);
            out.writeAttribute("class", "hint", null);
            out.writeText(item.getDescription(), null);
            out.endElement("span");
        }
        out.endElement("li");
    }

    private static Stream<SelectItem> items(FacesContext context, UIComponent child) {
        if (child instanceof UISelectItem one) {
            SelectItem item = new SelectItem(one.getItemValue(), one.getItemLabel(), one.getItemDescription());
            item.setDisabled(one.isItemDisabled());
            return Stream.of(item);
        }
        if (!(child instanceof UISelectItems many)) {
            return Stream.empty();
        }
        Object value = many.getValue();
        Stream<?> items =
                value instanceof Collection<?> collection ? collection.stream() : Arrays.stream((Object[]) value);
        return items.map(each -> each instanceof SelectItem item ? item : item(context, many, each));
    }

    /** As {@code f:selectItems} says it of each with var, itemValue, itemLabel and itemDescription. */
    private static SelectItem item(FacesContext context, UISelectItems many, Object each) {
        Map<String, Object> attributes = many.getAttributes();
        Map<String, Object> request = context.getExternalContext().getRequestMap();
        String name = String.valueOf(attributes.get("var"));
        Object outer = request.put(name, each);
        try {
            Object description = attributes.get("itemDescription");
            return new SelectItem(
                    attributes.getOrDefault("itemValue", each),
                    String.valueOf(attributes.get("itemLabel")),
                    description == null ? null : description.toString());
        } finally {
            if (outer == null) {
                request.remove(name);
            } else {
                request.put(name, outer);
            }
        }
    }

    private static Set<String> chosen(FacesContext context, UIInput group) {
        Object submitted = ((EditableValueHolder) group).getSubmittedValue();
        Object value = submitted == null ? group.getValue() : submitted;
        Stream<?> values = value instanceof Collection<?> many
                ? many.stream()
                : value instanceof Object[] many ? Arrays.stream(many) : Stream.ofNullable(value);
        return values.map(each -> asString(context, group, each)).collect(Collectors.toSet());
    }

    private static String asString(FacesContext context, UIInput group, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        @SuppressWarnings("unchecked")
        Converter<Object> converter = group.getConverter();
        if (converter == null && value != null) {
            @SuppressWarnings("unchecked")
            Converter<Object> byType = context.getApplication().createConverter(value.getClass());
            converter = byType;
        }
        return converter == null ? String.valueOf(value) : converter.getAsString(context, group, value);
    }

    private static boolean isOne(UIInput group) {
        return group instanceof UISelectOne;
    }
}
