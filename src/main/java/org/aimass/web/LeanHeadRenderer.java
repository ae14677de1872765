package org.aimass.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.List;
import org.primefaces.renderkit.HeadRenderer;

/**
 * The head of a page: PrimeFaces' own where a page uses one of its components, a plain one elsewhere, so that reading needs no
 * script. PrimeFaces alone would write one into every page.
 */
public class LeanHeadRenderer extends HeadRenderer {

    private static final String PRIMEFACES = "primefaces";

    @Override
    public void encodeBegin(FacesContext context, UIComponent head) throws IOException {
        if (usesPrimeFaces(context)) {
            super.encodeBegin(context, head);
        } else {
            context.getResponseWriter().startElement("head", head);
        }
    }

    @Override
    public void encodeEnd(FacesContext context, UIComponent head) throws IOException {
        if (usesPrimeFaces(context)) {
            super.encodeEnd(context, head);
        } else {
            for (UIComponent resource : resources(context)) {
                resource.encodeAll(context);
            }
            context.getResponseWriter().endElement("head");
        }
    }

    private static boolean usesPrimeFaces(FacesContext context) {
        return resources(context).stream()
                .anyMatch(resource -> PRIMEFACES.equals(resource.getAttributes().get("library")));
    }

    private static List<UIComponent> resources(FacesContext context) {
        return context.getViewRoot().getComponentResources(context, "head");
    }
}
