package org.aimass.dataset.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItemGroup;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.aimass.dataset.control.ChangedFiles;
import org.aimass.dataset.control.ChooseRoles;
import org.aimass.dataset.control.DatasetVersions;
import org.aimass.dataset.control.PreviewDataset;
import org.aimass.dataset.entity.AnnotatedRoles;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.DatasetStatus;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.dataset.entity.SchemaProblem;
import org.aimass.dataset.entity.Survey;
import org.aimass.dataset.entity.TableFaults;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.web.Ids;
import org.aimass.web.PostedForm;
import org.jspecify.annotations.Nullable;

/**
 * One version of a dataset: what its columns hold, and what each is for. One bean per request: a form that is sent twice at once is
 * answered twice alike.
 */
@Named
@RequestScoped
public class DatasetVersionPage {

    @Inject
    DatasetVersions versions;

    @Inject
    ChooseRoles roles;

    @Inject
    PreviewDataset previews;

    @Inject
    ChangedFiles changed;

    @Inject
    CurrentUser user;

    @Inject
    DatasetText text;

    private String id = "";
    private final RoleChoices choices = new RoleChoices();
    private @Nullable DatasetVersion version;

    /** The forms bring back which version they are about. */
    @PostConstruct
    void read() {
        id = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .getOrDefault("id", "");
    }

    public DatasetVersion getVersion() {
        DatasetVersion found = version;
        if (found == null) {
            found = versions.get(Ids.of(id));
            version = found;
        }
        return found;
    }

    /** Whether the file is no longer what was submitted. */
    public boolean isChanged() {
        return changed.has(getVersion().sha256());
    }

    /** Looks again. */
    public void refresh() {
        version = null;
    }

    /** Fixes the roles, or says at each column why it cannot have the one that was chosen. */
    public @Nullable String fix() {
        version = null;
        List<SchemaProblem> problems = roles.fix(Ids.of(id), choices.roles());
        if (problems.isEmpty()) {
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().getFlash().setKeepMessages(true);
            faces.addMessage(null, new FacesMessage(text.say("version.fixed")));
            return "/dataset/version?faces-redirect=true&id=" + id;
        }
        choices.show(problems, text);
        return null;
    }

    /** Keeps the roles chosen so far and has the groups counted that they form. */
    public String propose() {
        roles.propose(Ids.of(id), choices.roles());
        return "/dataset/version?faces-redirect=true&id=" + id;
    }

    /** Has the groups counted of a version that was fixed before they were. */
    public String count() {
        roles.count(Ids.of(id));
        return "/dataset/version?faces-redirect=true&id=" + id;
    }

    public boolean isCounting() {
        return getVersion().isSurveyDue() && !PostedForm.is("count");
    }

    /** Null until the groups are counted. */
    public @Nullable Survey getSurvey() {
        return getVersion().survey().orElse(null);
    }

    /** All that is wrong with the lines of a refused file; null when there is no list. */
    public @Nullable TableFaults getFaults() {
        return isIn(DatasetStatus.REFUSED) ? getVersion().faults().orElse(null) : null;
    }

    /** How many files lie beside the rows, and what names them; empty where the table stands alone. */
    public String getFiles() {
        return getVersion().isRead()
                ? getVersion().profile().archive().map(text::files).orElse("")
                : "";
    }

    public boolean isMayLook() {
        return getVersion().isRead() && previews.mayLook(getVersion().id());
    }

    public boolean isMayDescribe() {
        return isMaySubmit() && !isIn(DatasetStatus.READY);
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

    /** Whether the asker may still choose the roles, or has just done so. */
    public boolean isChoosing() {
        return (isIn(DatasetStatus.PROFILED) || PostedForm.is("roles")) && isMaySubmit();
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

    /** The roles to choose from, by what they are about. */
    public List<SelectItemGroup> getRoles() {
        return RoleChoices.offered(text, isAnnotated() ? AnnotatedRoles.ALL : List.of(ColumnRole.values()));
    }

    private boolean isAnnotated() {
        return getVersion().isRead() && getVersion().profile().annotations().isPresent();
    }

    /** What the roles to choose from are about. */
    public List<ColumnRole.Family> getFamilies() {
        return isAnnotated() ? List.of() : List.of(ColumnRole.Family.values());
    }

    /** The few roles of annotated images; none where there are families of them. */
    public List<ColumnRole> getFewRoles() {
        return isAnnotated() ? AnnotatedRoles.ALL : List.of();
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
