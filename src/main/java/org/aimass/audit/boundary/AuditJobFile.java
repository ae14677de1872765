package org.aimass.audit.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.aimass.audit.control.JobFiles;

/** The plan as a job file for the engine's command line: instead of the run's page, where its address says {@code file=job.json}. */
@Named
@RequestScoped
public class AuditJobFile {

    /** As the engine's documentation calls it. */
    private static final String NAME = "job.json";

    @Inject
    AuditRunPage page;

    @Inject
    JobFiles jobs;

    public JobFiles.JobFile getJob() {
        return jobs.of(page.getRun().id());
    }

    /** Sends the file instead of the page. */
    public void send() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        byte[] json = getJob().json().getBytes(StandardCharsets.UTF_8);
        ExternalContext response = faces.getExternalContext();
        response.setResponseContentType("application/json");
        response.setResponseHeader("Content-Disposition", "attachment; filename=\"" + NAME + "\"");
        response.setResponseContentLength(json.length);
        response.getResponseOutputStream().write(json);
        faces.responseComplete();
    }
}
