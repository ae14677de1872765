package org.aimass.web;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** A problem document (RFC 9457). Carries the request id and nothing about the inside. */
final class Problem {

    static final String MEDIA_TYPE = "application/problem+json";

    static final String RETRY_AFTER_SECONDS = "30";

    private Problem() {}

    static Response of(int status, String detail, @Nullable String field) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(json(status, detail, field))
                .build();
    }

    /** Worth another try in half a minute. */
    static Response away(String detail) {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .type(MEDIA_TYPE)
                .header("Retry-After", RETRY_AFTER_SECONDS)
                .entity(json(Response.Status.SERVICE_UNAVAILABLE.getStatusCode(), detail, null))
                .build();
    }

    static String json(int status, String detail, @Nullable String field) {
        JsonObjectBuilder problem = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("status", status)
                .add("detail", detail)
                .add("requestId", RequestId.current());
        if (field != null) {
            problem.add("field", field);
        }
        return problem.build().toString();
    }
}
