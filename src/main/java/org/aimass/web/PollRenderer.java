package org.aimass.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/** PrimeFaces' poll, hidden by an attribute: its own inline style is nothing that our policy lets through. */
public class PollRenderer extends org.primefaces.component.poll.PollRenderer {

    @Override
    protected void renderDummyMarkup(FacesContext context, UIComponent component, String clientId) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        out.startElement("div", component);
        out.writeAttribute("id", clientId, null);
        out.writeAttribute("hidden", "hidden", null);
        out.endElement("div");
    }
}
