package org.aimass.dataset.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.aimass.dataset.control.ChooseRoles;
import org.aimass.dataset.control.DatasetVersions;
import org.aimass.dataset.entity.DatasetStatus;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.dataset.entity.DatasheetSection;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.web.Ids;
import org.jspecify.annotations.Nullable;

/** Fills in a dataset version's datasheet, as long as its roles are not fixed. */
@Named
@RequestScoped
public class DatasetDatasheetPage {

    @Inject
    ChooseRoles describing;

    @Inject
    DatasetVersions versions;

    @Inject
    CurrentUser user;

    @Inject
    DatasetText text;

    private String id = "";
    private final SheetForm<DatasheetSection> form = new SheetForm<>(DatasheetSection.class);

    @PostConstruct
    void read() {
        id = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .getOrDefault("id", "");
    }

    /** When the page is opened; when it is too late, the version's own page says so. */
    public @Nullable String load() {
        user.demand(Role.SUBMITTER, getVersion().dataset().organizationId());
        if (getVersion().status() == DatasetStatus.READY) {
            return page();
        }
        form.fill(getVersion().datasheet());
        return null;
    }

    public String save() {
        describing.describe(Ids.of(id), form.sheet());
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.addMessage(null, new FacesMessage(text.say("datasheet.saved")));
        return page();
    }

    private String page() {
        return "/dataset/version?faces-redirect=true&id=" + id;
    }

    public DatasetVersion getVersion() {
        return versions.get(Ids.of(id));
    }

    public SheetForm<DatasheetSection> getForm() {
        return form;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
