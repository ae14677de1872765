package org.aimass.registry.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aimass.dataset.boundary.UploadField;
import org.aimass.dataset.control.GivenFile;
import org.aimass.organization.control.Organizations;
import org.aimass.organization.entity.Organization;
import org.aimass.registry.control.ModelVersions;
import org.aimass.registry.control.Models;
import org.aimass.registry.control.RegisterModel;
import org.aimass.shared.Refusal;
import org.aimass.web.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Registers a model, or adds a version to one. The id of the submission is made when the form is opened and travels with
 * it. One bean per request: what is sent twice at once shares nothing but that id.
 */
@Named
@RequestScoped
public class RegistryRegisterPage {

    @Inject
    RegisterModel registration;

    @Inject
    Models models;

    @Inject
    ModelVersions versions;

    @Inject
    Organizations organizations;

    @Inject
    UploadField upload;

    private UUID submission = UUID.randomUUID();
    private final ModelForm form = new ModelForm();
    private String model = "";
    private @Nullable Part file;

    @PostConstruct
    void read() {
        model = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .getOrDefault("model", "");
    }

    /** When the page is opened. */
    public void load() {
        if (isNewVersion()) {
            organizations.demandSubmitting(models.get(Ids.of(model)).organizationId());
            versions.of(Ids.of(model)).stream().findFirst().ifPresent(last -> form.getCard()
                    .fill(last.card()));
        } else if (organizations.submitting().isEmpty()) {
            throw Refusal.notFound();
        }
    }

    public String register() throws IOException {
        return send(false);
    }

    /** Keeps it as a draft: to be completed, and registered later. */
    public String keep() throws IOException {
        return send(true);
    }

    private String send(boolean draft) throws IOException {
        Optional<GivenFile> given = form.isClosed() ? Optional.empty() : upload.given(file);
        if (given.isEmpty() && !form.isClosed()) {
            throw Refusal.of(Refusal.Kind.INVALID, "registry", "field.file.missing")
                    .at("file");
        }
        UUID id = isNewVersion()
                ? registration.addVersion(submission, Ids.of(model), form.version(draft), given)
                : registration.register(
                        submission, Ids.of(form.getOrganization()), form.facts(), form.version(draft), given);
        return "/registry/model?faces-redirect=true&id=" + id;
    }

    public UploadField getUpload() {
        return upload;
    }

    public List<Organization> getOrganizations() {
        return organizations.submitting();
    }

    public String getSubmission() {
        return submission.toString();
    }

    public void setSubmission(String submission) {
        this.submission = Ids.of(submission);
    }

    public boolean isNewVersion() {
        return !model.isEmpty();
    }

    public ModelForm getForm() {
        return form;
    }

    public String getModel() {
        return model;
    }

    public void setModel(String model) {
        this.model = model;
    }

    public String getModelName() {
        return models.get(Ids.of(model)).name();
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
