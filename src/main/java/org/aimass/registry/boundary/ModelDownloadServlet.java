package org.aimass.registry.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.aimass.registry.control.DownloadModel;
import org.aimass.registry.control.DownloadModel.Artifact;
import org.aimass.shared.Refusal;
import org.aimass.web.Attachment;
import org.aimass.web.Ids;

/** {@code GET /registry/download?id=}: a version's file. */
@WebServlet("/registry/download")
public class ModelDownloadServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient DownloadModel downloads;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Artifact artifact;
        try {
            artifact = downloads.open(
                    Ids.of(Optional.ofNullable(request.getParameter("id")).orElse("")));
        } catch (Refusal refusal) {
            response.sendError(refusal.kind().status());
            return;
        }
        try (InputStream content = artifact.content()) {
            response.setHeader("Content-Disposition", Attachment.named(artifact.name()));
            response.setContentType("application/octet-stream");
            response.setContentLengthLong(artifact.bytes());
            Attachment.send(content, response.getOutputStream());
        }
    }
}
