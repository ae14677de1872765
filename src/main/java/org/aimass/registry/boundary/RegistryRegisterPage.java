package org.aimass.registry.boundary;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aimass.organization.control.Organizations;
import org.aimass.organization.entity.Organization;
import org.aimass.registry.control.Models;
import org.aimass.registry.control.RegisterModel;
import org.aimass.registry.entity.RegisteredModel;
import org.aimass.shared.Refusal;
import org.aimass.web.Ids;
import org.jspecify.annotations.Nullable;

/** Registers a model, or adds a version to one. The id of the submission is made when the form is opened. */
@Named
@ViewScoped
public class RegistryRegisterPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    RegisterModel registration;

    @Inject
    Models models;

    @Inject
    Organizations organizations;

    private final UUID submission = UUID.randomUUID();
    private final ModelForm form = new ModelForm();
    private String model = "";
    private String modelName = "";
    private transient @Nullable Part file;

    /** When the page is opened. */
    public void load() {
        if (isNewVersion()) {
            RegisteredModel found = models.get(Ids.of(model));
            modelName = found.name();
        } else if (organizations.submitting().isEmpty()) {
            throw Refusal.notFound();
        }
    }

    public String register() throws IOException {
        try (InputStream content = content()) {
            Optional<InputStream> given = form.isClosed() ? Optional.empty() : Optional.of(content);
            UUID id = isNewVersion()
                    ? registration.addVersion(submission, Ids.of(model), form.getLabel(), given)
                    : registration.register(
                            submission, Ids.of(form.getOrganization()), form.facts(), form.getLabel(), given);
            return "/registry/model?faces-redirect=true&id=" + id;
        }
    }

    private InputStream content() throws IOException {
        if (form.isClosed()) {
            return InputStream.nullInputStream();
        }
        if (file == null || file.getSize() == 0) {
            throw Refusal.of(Refusal.Kind.INVALID, "registry", "field.file.missing")
                    .at("file");
        }
        return file.getInputStream();
    }

    public List<Organization> getOrganizations() {
        return organizations.submitting();
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
        return modelName;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
