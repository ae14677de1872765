package org.aimass.api;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import org.aimass.shared.Sha256Digest;

/** Gives whatever is read a tag made of its bytes, and sends nothing to whoever has them already. */
@Provider
public class Tags implements ContainerResponseFilter {

    private static final int DIGITS = 32;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        boolean reads = request.getMethod().equals(HttpMethod.GET)
                || request.getMethod().equals(HttpMethod.HEAD);
        if (!reads || response.getStatus() != 200 || !(response.getEntity() instanceof Record view)) {
            return;
        }
        byte[] bytes = ApiJson.MAPPER.writeValueAsBytes(view);
        EntityTag tag = new EntityTag(Sha256Digest.of(bytes).hex().substring(0, DIGITS));
        Response.ResponseBuilder unchanged = request.getRequest().evaluatePreconditions(tag);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        if (unchanged == null) {
            response.setEntity(bytes);
        } else {
            response.setStatus(unchanged.build().getStatus());
            response.setEntity(null);
        }
    }
}
