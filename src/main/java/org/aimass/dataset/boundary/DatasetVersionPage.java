package org.aimass.dataset.boundary;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.aimass.dataset.control.ChooseRoles;
import org.aimass.dataset.control.DatasetVersions;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.DatasetStatus;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.dataset.entity.SchemaProblem;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.web.Ids;
import org.jspecify.annotations.Nullable;

/** One version of a dataset: what its columns hold, and what each is for. */
@Named
@ViewScoped
public class DatasetVersionPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    DatasetVersions versions;

    @Inject
    ChooseRoles roles;

    @Inject
    CurrentUser user;

    @Inject
    DatasetText text;

    private String id = "";
    private final RoleChoices choices = new RoleChoices();
    private transient @Nullable DatasetVersion version;

    public DatasetVersion getVersion() {
        DatasetVersion found = version;
        if (found == null) {
            found = versions.get(Ids.of(id));
            version = found;
        }
        return found;
    }

    /** Looks again. */
    public void refresh() {
        version = null;
    }

    /** Fixes the roles, or says at each column why it cannot have the one that was chosen. */
    public @Nullable String fix() {
        List<SchemaProblem> problems = roles.fix(Ids.of(id), choices.roles());
        version = null;
        if (problems.isEmpty()) {
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().getFlash().setKeepMessages(true);
            faces.addMessage(null, new FacesMessage(text.say("version.fixed")));
            return "/dataset/version?faces-redirect=true&id=" + id;
        }
        choices.show(problems, text);
        return null;
    }

    /** The columns with what was chosen for each so far; none before the file has been read. */
    public List<RoleChoices.Choice> getColumns() {
        return isIn(DatasetStatus.PROFILED) || isIn(DatasetStatus.READY)
                ? choices.over(getVersion())
                : new ArrayList<>();
    }

    public boolean isIn(DatasetStatus status) {
        return getVersion().status() == status;
    }

    public boolean isProfiling() {
        return isIn(DatasetStatus.PROFILING);
    }

    /** Whether the asker may still choose the roles. */
    public boolean isChoosing() {
        return isIn(DatasetStatus.PROFILED) && isMaySubmit();
    }

    /** Whether somebody else has still to choose them. */
    public boolean isWaiting() {
        return isIn(DatasetStatus.PROFILED) && !isMaySubmit();
    }

    public boolean isMaySubmit() {
        return user.has(Role.SUBMITTER, getVersion().dataset().organizationId());
    }

    public boolean isMayAudit() {
        return user.has(Role.AUDITOR) && isIn(DatasetStatus.READY);
    }

    public ColumnRole[] getRoles() {
        return ColumnRole.values();
    }

    public List<DatasetVersion> getVersions() {
        return versions.of(getVersion().dataset().id());
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
