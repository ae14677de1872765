package org.aimass.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.aimass.shared.Refusal;

/** A refusal as problem+json (RFC 9457), in the reader's language. */
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {

    @Inject
    HttpServletRequest request;

    @Override
    public Response toResponse(Refusal refusal) {
        String detail = Wording.text(refusal, Language.of(request).locale());
        return Problem.of(refusal.kind().status(), detail, refusal.field().orElse(null))
                .response();
    }
}
