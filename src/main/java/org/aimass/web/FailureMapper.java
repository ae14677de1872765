package org.aimass.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.regex.Pattern;
import org.aimass.database.DatabaseAway;

/** Whatever else goes wrong behind {@code /api}: logged here, told to the caller without its inside. */
@Provider
public class FailureMapper implements ExceptionMapper<Exception> {

    private static final Logger LOG = System.getLogger(FailureMapper.class.getName());

    /** What a refusal of JAX-RS itself says besides its status. */
    private static final List<String> KEPT = List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER);

    private static final Pattern BROKEN = Pattern.compile("(?i)connection (is )?(closed|reset)|broken pipe");

    @Inject
    HttpServletRequest request;

    @Override
    public Response toResponse(Exception failure) {
        if (DatabaseAway.isBehind(failure)) {
            LOG.log(Level.WARNING, "The database is away: {0} {1}", request.getMethod(), request.getRequestURI());
            return problem(503)
                    .header(HttpHeaders.RETRY_AFTER, Problem.RETRY_AFTER_SECONDS)
                    .build();
        }
        if (DatabaseAway.isReadOnlyBehind(failure)) {
            LOG.log(Level.WARNING, "The database keeps nothing: {0} {1}", request.getMethod(), request.getRequestURI());
            return Problem.of(503, ErrorKind.READ_ONLY.text(Language.of(request).locale()), null)
                    .builder()
                    .header(HttpHeaders.RETRY_AFTER, Problem.RETRY_AFTER_SECONDS)
                    .build();
        }
        if (failure instanceof WebApplicationException known
                && known.getResponse().getStatus() < 500) {
            Response.ResponseBuilder answer = problem(known.getResponse().getStatus());
            for (String name : KEPT) {
                String value = known.getResponse().getHeaderString(name);
                if (value != null) {
                    answer.header(name, value);
                }
            }
            return answer.build();
        }
        if (isSenderGone(failure)) {
            LOG.log(Level.INFO, "The sender is gone: {0} {1}", request.getMethod(), request.getRequestURI());
            return problem(400).build();
        }
        LOG.log(Level.ERROR, "Failed: " + request.getMethod() + " " + request.getRequestURI(), failure);
        return problem(
                        failure instanceof WebApplicationException known
                                ? known.getResponse().getStatus()
                                : 500)
                .build();
    }

    /** The connection broke while the request was read: nobody's failure here, and nobody hears the answer. */
    static boolean isSenderGone(Exception failure) {
        return failure instanceof EOFException
                || (failure instanceof IOException
                        && BROKEN.matcher(String.valueOf(failure.getMessage())).find());
    }

    private Response.ResponseBuilder problem(int status) {
        ErrorKind kind = ErrorKind.ofStatus(status);
        return Problem.of(status, kind.text(Language.of(request).locale()), null)
                .builder();
    }
}
