package org.aimass.registry.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import org.aimass.registry.control.ModelVersions;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.web.Ids;

/** The version that a form is about, as its address names it. */
@Dependent
public class ChosenVersion {

    @Inject
    ModelVersions versions;

    @Inject
    CurrentUser user;

    @Inject
    RegistryText text;

    private String id = "";

    /** The same id in the address and, when it comes back, in the form. */
    String id() {
        if (id.isEmpty()) {
            id = FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .getRequestParameterMap()
                    .getOrDefault("id", "");
        }
        return id;
    }

    ModelVersion get() {
        return versions.get(Ids.of(id()));
    }

    /** @throws Refusal NOT_FOUND unless the reader submits for its organization */
    void demandOwn() {
        user.demand(Role.SUBMITTER, get().model().organizationId());
    }

    /** Back to the version's page, which says what was done. */
    String done(String key) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.addMessage(null, new FacesMessage(text.say(key)));
        return page();
    }

    String page() {
        return "/registry/model?faces-redirect=true&id=" + id();
    }
}
