package org.aimass.registry.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.aimass.registry.control.DownloadModel;
import org.aimass.registry.control.DownloadModel.Artifact;
import org.aimass.registry.entity.CompanionKind;
import org.aimass.shared.Refusal;
import org.aimass.web.Attachment;
import org.aimass.web.Ids;

/** {@code GET /registry/download?id=}: a version's file; with {@code companion=vocabulary} or alike one beside it. */
@WebServlet("/registry/download")
public class ModelDownloadServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient DownloadModel downloads;

    private static CompanionKind kind(String word) {
        return Arrays.stream(CompanionKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Artifact artifact;
        try {
            UUID version =
                    Ids.of(Optional.ofNullable(request.getParameter("id")).orElse(""));
            String companion = request.getParameter("companion");
            artifact = companion == null ? downloads.open(version) : downloads.open(version, kind(companion));
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
