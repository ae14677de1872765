package org.aimass.audit.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.Map;
import java.util.UUID;
import org.aimass.shared.Refusal;

/**
 * Which run a page is about: the parameter {@code id} of its address, and a hidden field of that name in its forms. Faces would
 * hand over a view parameter only after it has decided what of a form that was sent back is shown.
 */
@Named
@RequestScoped
public class AskedRun {

    private String id = "";
    private String feature = "";

    @PostConstruct
    void read() {
        Map<String, String> parameters =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        id = parameters.getOrDefault("id", "");
        feature = parameters.getOrDefault("feature", "");
    }

    /** @throws Refusal NOT_FOUND when the address names none */
    public UUID getId() {
        if (!PlanForm.isId(id)) {
            throw Refusal.notFound();
        }
        return UUID.fromString(id);
    }

    /** The place of a feature set in the plan, if there are so many; 0 where the address names none. */
    int place() {
        return feature.matches("[0-9]{1,4}") ? Integer.parseInt(feature) : 0;
    }
}
