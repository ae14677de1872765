package org.aimass.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.aimass.database.DatabaseAway;

/** Whatever else goes wrong behind {@code /api}: logged here, told to the caller without its inside. */
@Provider
public class FailureMapper implements ExceptionMapper<Exception> {

    private static final Logger LOG = System.getLogger(FailureMapper.class.getName());

    @Inject
    HttpServletRequest request;

    @Override
    public Response toResponse(Exception failure) {
        int status = failure instanceof WebApplicationException known
                ? known.getResponse().getStatus()
                : 500;
        if (status >= 500) {
            LOG.log(Level.ERROR, "Failed: " + request.getMethod() + " " + request.getRequestURI(), failure);
        }
        if (DatabaseAway.isBehind(failure)) {
            return Problem.away(ErrorKind.UNAVAILABLE.text(Language.of(request).locale()));
        }
        ErrorKind kind = ErrorKind.ofStatus(status);
        return Problem.of(status, kind.text(Language.of(request).locale()), null);
    }
}
