package org.aimass.registry.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.aimass.dataset.boundary.UploadField;
import org.aimass.dataset.control.GivenFile;
import org.aimass.organization.control.Organizations;
import org.aimass.organization.entity.Organization;
import org.aimass.registry.control.GivenFiles;
import org.aimass.registry.control.ModelVersions;
import org.aimass.registry.control.Models;
import org.aimass.registry.control.RegisterModel;
import org.aimass.registry.entity.Companion;
import org.aimass.registry.entity.CompanionKind;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.registry.entity.SettingsCheck;
import org.aimass.registry.entity.SettingsPart;
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

    @Inject
    UploadField vocabularyUpload;

    @Inject
    UploadField tokenizerUpload;

    private UUID submission = UUID.randomUUID();
    private final ModelForm form = new ModelForm();
    private String model = "";
    private final Map<CompanionKind, CompanionField> companions = new EnumMap<>(CompanionKind.class);
    private @Nullable Part file;

    @PostConstruct
    void read() {
        companions.put(CompanionKind.VOCABULARY, new CompanionField(CompanionKind.VOCABULARY, vocabularyUpload));
        companions.put(CompanionKind.TOKENIZER, new CompanionField(CompanionKind.TOKENIZER, tokenizerUpload));
        model = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .getOrDefault("model", "");
    }

    /** When the page is opened. */
    public void load() {
        if (isNewVersion()) {
            organizations.demandSubmitting(models.get(Ids.of(model)).organizationId());
            last().ifPresent(last -> {
                form.getCard().fill(last.card());
                form.getFeed().take(last.feed().settings());
            });
        } else if (organizations.submitting().isEmpty()) {
            throw Refusal.notFound();
        }
    }

    private Optional<ModelVersion> last() {
        return versions.of(Ids.of(model)).stream().findFirst();
    }

    public @Nullable String register() throws IOException {
        return send(false);
    }

    /** Keeps it as a draft: to be completed, and registered later. */
    public @Nullable String keep() throws IOException {
        return send(true);
    }

    private @Nullable String send(boolean draft) throws IOException {
        ModelTask task = isNewVersion() ? models.get(Ids.of(model)).task() : form.getTask();
        if (!form.isClosed() && FeedProblems.say(SettingsCheck.of(task, form.settings(task)))) {
            return null;
        }
        GivenFiles given = form.isClosed() ? GivenFiles.none() : files(task);
        if (given.model().isEmpty() && !form.isClosed()) {
            throw Refusal.of(Refusal.Kind.INVALID, "registry", "field.file.missing")
                    .at("file");
        }
        UUID id = isNewVersion()
                ? registration.addVersion(submission, Ids.of(model), form.version(draft, task), given)
                : registration.register(
                        submission, Ids.of(form.getOrganization()), form.facts(), form.version(draft, task), given);
        return "/registry/model?faces-redirect=true&id=" + id;
    }

    /** Only what the task needs: what was chosen for another one before is left alone. */
    private GivenFiles files(ModelTask task) throws IOException {
        Map<CompanionKind, GivenFile> given = new EnumMap<>(CompanionKind.class);
        Optional<CompanionKind> needed = SettingsPart.companion(task);
        if (needed.isPresent()) {
            companion(needed.get()).given().ifPresent(sent -> given.put(needed.get(), sent));
        }
        return new GivenFiles(upload.given(file), given);
    }

    private CompanionField companion(CompanionKind kind) {
        return Objects.requireNonNull(companions.get(kind));
    }

    public CompanionField getVocabulary() {
        return companion(CompanionKind.VOCABULARY);
    }

    public CompanionField getTokenizer() {
        return companion(CompanionKind.TOKENIZER);
    }

    /** The file of this kind beside the version before, which stays where none is chosen; null where there is none. */
    public @Nullable Companion earlier(CompanionKind kind) {
        return isNewVersion()
                ? last().flatMap(last -> last.feed().companion(kind)).orElse(null)
                : null;
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
        if (isNewVersion()) {
            form.getFeed().fix(models.get(Ids.of(model)).task());
        }
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
