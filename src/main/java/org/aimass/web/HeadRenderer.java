package org.aimass.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/** The head of a page. Without a PrimeFaces component on the page it is nothing but what the page says: no script at all. */
public class HeadRenderer extends org.primefaces.renderkit.HeadRenderer {

    @Override
    public void encodeBegin(FacesContext faces, UIComponent head) throws IOException {
        if (PageScripts.areOn(faces, faces.getViewRoot())) {
            super.encodeBegin(faces, head);
        } else {
            faces.getResponseWriter().startElement("head", head);
        }
    }

    @Override
    public void encodeEnd(FacesContext faces, UIComponent head) throws IOException {
        if (PageScripts.areOn(faces, faces.getViewRoot())) {
            super.encodeEnd(faces, head);
        } else {
            faces.getResponseWriter().endElement("head");
        }
    }
}
