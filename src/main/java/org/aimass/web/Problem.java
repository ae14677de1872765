package org.aimass.web;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457). Carries the request id and nothing about the inside.
 *
 * @param detail in the reader's language
 * @param faults what is wrong where, one by one; empty where the detail says it all
 */
public record Problem(int status, String detail, List<Fault> faults) {

    public static final String MEDIA_TYPE = "application/problem+json";

    static final String RETRY_AFTER_SECONDS = "30";

    private static final int NOT_KNOWN = 0;

    /**
     * One thing that is wrong with what was sent.
     *
     * @param field the field or parameter, such as {@code card.uses}; empty for all of it
     * @param line in the JSON that was sent, from 1; 0 where it is not about the writing
     */
    public record Fault(String detail, String field, int line, int column) {

        public static Fault at(String field, String detail) {
            return new Fault(detail, field, NOT_KNOWN, NOT_KNOWN);
        }
    }

    public Problem {
        faults = List.copyOf(faults);
    }

    public static Problem of(int status, String detail, @Nullable String field) {
        return new Problem(status, detail, field == null ? List.of() : List.of(Fault.at(field, detail)));
    }

    public Response response() {
        return builder().build();
    }

    /** For further headers. */
    public Response.ResponseBuilder builder() {
        return Response.status(status).type(MEDIA_TYPE).entity(json());
    }

    /** The first fault's field is a member of its own, so that whoever looks for one reason finds it. */
    public String json() {
        JsonObjectBuilder problem = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title(status))
                .add("status", status)
                .add("detail", detail)
                .add("requestId", RequestId.current());
        if (!faults.isEmpty()) {
            if (!faults.get(0).field().isEmpty()) {
                problem.add("field", faults.get(0).field());
            }
            JsonArrayBuilder errors = Json.createArrayBuilder();
            faults.forEach(fault -> errors.add(json(fault)));
            problem.add("errors", errors);
        }
        return problem.build().toString();
    }

    private static JsonObjectBuilder json(Fault fault) {
        JsonObjectBuilder error = Json.createObjectBuilder().add("detail", fault.detail());
        if (!fault.field().isEmpty()) {
            error.add("field", fault.field());
        }
        if (fault.line() > 0) {
            error.add("line", fault.line()).add("column", fault.column());
        }
        return error;
    }

    /** In English, as HTTP calls it. */
    private static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return switch (status) {
            case 422 -> "Unprocessable Content";
            case 507 -> "Insufficient Storage";
            default -> known == null ? "Error" : known.getReasonPhrase();
        };
    }
}
