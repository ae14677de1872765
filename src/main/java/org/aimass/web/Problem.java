package org.aimass.web;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** A problem document (RFC 9457). Carries the request id and nothing about the inside. */
final class Problem {

    static final String MEDIA_TYPE = "application/problem+json";

    private Problem() {}

    static Response of(int status, String detail, @Nullable String field) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(json(status, detail, field))
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
