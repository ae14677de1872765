package org.aimass.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.aimass.api.control.ApiAnswers;
import org.aimass.api.control.ApiAnswers.Turn;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;
import org.aimass.shared.Sha256Digest;
import org.aimass.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Lets every POST be sent again without a second effect (draft-ietf-httpapi-idempotency-key-header): the same key with the same request
 * gives the same answer for a day, with another request it is refused, and while the first is still being answered its twin is asked
 * to come again.
 */
@Provider
public class Repeats implements ContainerRequestFilter, ContainerResponseFilter {

    static final String KEY = "Idempotency-Key";

    private static final String CLAIMED = Repeats.class.getName();

    @Inject
    ApiAnswers answers;

    @Inject
    RepeatableRequest repeatable;

    @Inject
    CurrentUser user;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!request.getMethod().equals(HttpMethod.POST)) {
            return;
        }
        String key = request.getHeaderString(KEY);
        if (key == null || !key.matches("[\\x21-\\x7e]{1,100}")) {
            request.abortWith(Problem.of(400, ApiWords.say("repeat.key"), KEY).response());
            return;
        }
        byte[] body = request.getEntityStream().readNBytes(ApiJson.AT_MOST + 1);
        if (body.length > ApiJson.AT_MOST) {
            request.abortWith(
                    Problem.of(413, ApiWords.say("json.tooLarge"), null).response());
            return;
        }
        request.setEntityStream(new ByteArrayInputStream(body));
        Sha256Digest asked = digest(request.getUriInfo().getPath(), body);
        repeatable.named(id(user.requirePerson(), key, asked));
        Response answer = answer(answers.claim(key, asked));
        if (answer == null) {
            request.setProperty(CLAIMED, key);
        } else {
            request.abortWith(answer);
        }
    }

    /** Null where it is still to be answered. */
    private static @Nullable Response answer(Turn turn) {
        if (turn instanceof Turn.Busy) {
            return Problem.of(409, ApiWords.say("repeat.busy"), null)
                    .builder()
                    .header(HttpHeaders.RETRY_AFTER, "1")
                    .build();
        }
        if (turn instanceof Turn.OtherRequest) {
            return Problem.of(422, ApiWords.say("repeat.other"), KEY).response();
        }
        if (turn instanceof Turn.Answered known) {
            Response.ResponseBuilder same = Response.status(known.status()).header("Idempotency-Replayed", "true");
            if (!known.location().isEmpty()) {
                same.header(HttpHeaders.LOCATION, known.location());
            }
            return known.body().isEmpty()
                    ? same.build()
                    : same.type(MediaType.APPLICATION_JSON).entity(known.body()).build();
        }
        return null;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (!(request.getProperty(CLAIMED) instanceof String key)) {
            return;
        }
        if (response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL) {
            Object entity = response.getEntity();
            answers.keep(
                    key,
                    response.getStatus(),
                    response.getLocation() == null ? "" : response.getLocation().toString(),
                    entity == null ? "" : ApiJson.MAPPER.writeValueAsString(entity));
        } else {
            answers.forget(key);
        }
    }

    private static Sha256Digest digest(String path, byte[] body) {
        var digest = Sha256Digest.newMessageDigest();
        digest.update(path.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(body);
        return Sha256Digest.of(digest);
    }

    /** A UUID of version 8: made of the person, the key and the request. */
    private static UUID id(Person person, String key, Sha256Digest request) {
        String all = person.issuer() + "\n" + person.subject() + "\n" + key + "\n" + request;
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of()
                .parseHex(Sha256Digest.of(all.getBytes(StandardCharsets.UTF_8)).hex()));
        return new UUID(
                (bytes.getLong() & 0xffffffffffff0fffL) | 0x8000L,
                (bytes.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L);
    }
}
