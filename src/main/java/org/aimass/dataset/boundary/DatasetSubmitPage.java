package org.aimass.dataset.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.aimass.dataset.control.Datasets;
import org.aimass.dataset.control.GivenFile;
import org.aimass.dataset.control.SubmitDataset;
import org.aimass.organization.control.Organizations;
import org.aimass.organization.entity.Organization;
import org.aimass.shared.Refusal;
import org.aimass.web.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Submits a dataset, or adds a version to one. The id of the submission is made when the form is opened and travels with
 * it. One bean per request: what is sent twice at once shares nothing but that id.
 */
@Named
@RequestScoped
public class DatasetSubmitPage {

    @Inject
    SubmitDataset submitting;

    @Inject
    Datasets datasets;

    @Inject
    Organizations organizations;

    @Inject
    UploadField upload;

    private UUID submission = UUID.randomUUID();
    private String dataset = "";
    private final DatasetForm form = new DatasetForm();
    private @Nullable Part file;

    @PostConstruct
    void read() {
        dataset = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .getOrDefault("dataset", "");
    }

    /** When the page is opened. */
    public void load() {
        if (isNewVersion()) {
            organizations.demandSubmitting(datasets.get(Ids.of(dataset)).organizationId());
        } else if (organizations.submitting().isEmpty()) {
            throw Refusal.notFound();
        }
    }

    public String submit() throws IOException {
        GivenFile given = upload.given(file)
                .orElseThrow(() -> Refusal.of(Refusal.Kind.INVALID, "dataset", "field.file.missing")
                        .at("file"));
        UUID id = isNewVersion()
                ? submitting.addVersion(submission, Ids.of(dataset), given)
                : submitting.submit(
                        submission, Ids.of(form.getOrganization()), form.getName(), form.getDescription(), given);
        return "/dataset/version?faces-redirect=true&id=" + id;
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
        return !dataset.isEmpty();
    }

    public String getDataset() {
        return dataset;
    }

    public void setDataset(String dataset) {
        this.dataset = dataset;
    }

    public String getDatasetName() {
        return datasets.get(Ids.of(dataset)).name();
    }

    public DatasetForm getForm() {
        return form;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
