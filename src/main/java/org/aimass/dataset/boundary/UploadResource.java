package org.aimass.dataset.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.aimass.api.ApiAddress;
import org.aimass.api.Given;
import org.aimass.dataset.control.Uploads;
import org.aimass.dataset.entity.Upload;
import org.aimass.dataset.entity.UploadKind;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;
import org.jspecify.annotations.Nullable;

/** Files in pieces: begin, put each piece behind the one before, finish, and name the upload where the file is wanted. */
@Path("uploads")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UploadResource {

    private static final String OFFSET = "[0-9]{1,12}";

    @Inject
    Uploads uploads;

    @Inject
    ApiAddress address;

    /**
     * @param size of the whole file, in bytes
     * @param fingerprint a SHA-256 of the file's beginning, by which an unfinished upload of it is found again
     */
    public record NewUpload(
            @Nullable String name,
            @Nullable Long size,
            @Nullable UploadKind kind,
            @Nullable String fingerprint) {}

    /** @param sha256 of the whole file */
    public record Finished(@Nullable String sha256) {}

    /** @param pieceAtMost the largest piece that is taken, in bytes */
    public record UploadView(
            UUID id, String name, UploadKind kind, long size, long received, boolean finished, int pieceAtMost) {

        static UploadView of(Upload upload) {
            return new UploadView(
                    upload.id(),
                    upload.name(),
                    upload.kind(),
                    upload.size(),
                    upload.received(),
                    upload.finished().isPresent(),
                    Uploads.MAX_PIECE);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response begin(NewUpload asked) throws IOException {
        Upload upload = uploads.open(
                Given.text(asked.name()),
                Given.required(asked.size(), "size"),
                Given.required(asked.kind(), "kind"),
                Given.text(asked.fingerprint()));
        return Response.created(address.of("uploads/" + upload.id()))
                .entity(UploadView.of(upload))
                .build();
    }

    @GET
    @Path("{id}")
    public UploadView get(@PathParam("id") String id) {
        return UploadView.of(uploads.state(Given.id(id)));
    }

    @PUT
    @Path("{id}/pieces/{offset}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public UploadView append(
            @PathParam("id") String id,
            @PathParam("offset") String offset,
            @QueryParam("sha256") @Nullable String sha256,
            InputStream piece)
            throws IOException {
        if (!offset.matches(OFFSET)) {
            throw Refusal.notFound();
        }
        return UploadView.of(uploads.append(Given.id(id), Long.parseLong(offset), piece, digest(sha256)));
    }

    @POST
    @Path("{id}/finish")
    @Consumes(MediaType.APPLICATION_JSON)
    public UploadView finish(@PathParam("id") String id, Finished asked) throws IOException {
        UUID upload = Given.id(id);
        uploads.finish(upload, digest(asked.sha256()));
        return UploadView.of(uploads.state(upload));
    }

    @DELETE
    @Path("{id}")
    public void discard(@PathParam("id") String id) {
        uploads.discard(Given.id(id));
    }

    private static Sha256Digest digest(@Nullable String hex) {
        if (hex == null || !hex.matches("[0-9a-f]{64}")) {
            throw Refusal.of(Refusal.Kind.INVALID, "api", "refusal.digest").at("sha256");
        }
        return new Sha256Digest(hex);
    }
}
