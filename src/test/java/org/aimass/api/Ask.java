package org.aimass.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.aimass.stack.Portal;

/** Asks the API of a portal with a token, or without one. */
public record Ask(Portal portal, String token) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param body JSON; empty for none */
    public HttpResponse<String> send(String verb, String path, String body, String... headers) {
        return send(verb, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** @param body of a type that a header names, else JSON; empty for none */
    public HttpResponse<String> send(String verb, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(portal.at("") + "/api/v1" + path))
                .version(HttpClient.Version.HTTP_1_1)
                .method(verb, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (body.length > 0) {
            request.header("Content-Type", "application/json");
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            for (int i = 0; i < headers.length; i += 2) {
                request.setHeader(headers[i], headers[i + 1]);
            }
        }
        return portal.send(request.build());
    }

    /** Sends a piece of a file. */
    public HttpResponse<String> putBytes(String path, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(portal.at("") + "/api/v1" + path))
                .version(HttpClient.Version.HTTP_1_1)
                .method("PUT", BodyPublishers.ofByteArray(body))
                .header("Content-Type", "application/octet-stream")
                .header("Authorization", "Bearer " + token)
                .build();
        return portal.send(request);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    public HttpResponse<String> post(String path, String body) {
        return send("POST", path, body, "Idempotency-Key", UUID.randomUUID().toString());
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(response.body(), e);
        }
    }
}
