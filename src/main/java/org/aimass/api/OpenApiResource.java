package org.aimass.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.aimass.shared.Sha256Digest;

/** The document that describes the API: {@code openapi.json} beside this class, as it is. A test holds it and the code together. */
@Path("openapi.json")
@ApplicationScoped
public class OpenApiResource {

    private static final byte[] DOCUMENT = read();

    private static final EntityTag TAG = new EntityTag(Sha256Digest.of(DOCUMENT).hex());

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response document(@Context Request request) {
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(TAG);
        return (unchanged == null ? Response.ok(DOCUMENT) : unchanged).tag(TAG).build();
    }

    private static byte[] read() {
        try (InputStream document = OpenApiResource.class.getResourceAsStream("openapi.json")) {
            if (document == null) {
                throw new IllegalStateException("the description of the API is missing from this build");
            }
            return document.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
