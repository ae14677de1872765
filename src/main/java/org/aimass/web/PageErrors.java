package org.aimass.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What went wrong and what went well on this page, for the summary at its top. */
@Named
@RequestScoped
public class PageErrors {

    /**
     * One message of the summary.
     *
     * @param target the HTML id of the control that it is about; null when it is about the whole page
     */
    public record Line(@Nullable String target, String text) {

        public boolean isLinked() {
            return target != null;
        }

        /** The link to the control. */
        public String address() {
            return "#" + target;
        }
    }

    public boolean isAny() {
        return !getList().isEmpty();
    }

    public List<Line> getList() {
        return lines(true);
    }

    /** What was done, said once after a redirect. */
    public List<Line> getDone() {
        return lines(false);
    }

    private static List<Line> lines(boolean wrong) {
        FacesContext faces = FacesContext.getCurrentInstance();
        List<Line> lines = new ArrayList<>();
        for (Iterator<String> ids = faces.getClientIdsWithMessages(); ids.hasNext(); ) {
            String id = ids.next();
            for (FacesMessage message : faces.getMessageList(id)) {
                if (isWrong(message) == wrong) {
                    lines.add(new Line(id == null ? null : target(faces, id), message.getSummary()));
                }
            }
        }
        return lines;
    }

    static boolean isWrong(FacesMessage message) {
        return message.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) >= 0;
    }

    /** A group of radio buttons or boxes takes no focus itself: its first member does. */
    private static String target(FacesContext faces, String clientId) {
        UIViewRoot root = faces.getViewRoot();
        String[] found = {clientId};
        root.invokeOnComponent(faces, clientId, (context, component) -> found[0] = focusable(component, clientId));
        return found[0];
    }

    private static String focusable(UIComponent component, String clientId) {
        return ChoicesRenderer.TYPE.equals(component.getRendererType()) ? clientId + ":0" : clientId;
    }
}
