package org.aimass.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Programs of departments: clients of the realm with accounts of their own, as an administrator of the realm would add them. */
public final class Programs {

    /** A department's, an audit body's, and one that is whatever a test makes of it. */
    public static final List<String> NAMES = List.of("department", "auditors", "chameleon", "portal-admin-program");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String issuer;

    Programs(String issuer) {
        this.issuer = issuer;
    }

    /** The realm with the programs in it. */
    static String addedTo(String realm) throws IOException {
        ObjectNode all = (ObjectNode) JSON.readTree(realm);
        for (String name : NAMES) {
            ObjectNode client = ((ArrayNode) all.path("clients")).addObject();
            client.put("clientId", name).put("secret", secret(name)).put("publicClient", false);
            client.put("serviceAccountsEnabled", true)
                    .put("standardFlowEnabled", false)
                    .put("fullScopeAllowed", false);
            client.putArray("defaultClientScopes").add("basic").add("profile");
            client.putArray("optionalClientScopes").add("api-read").add("api-write");
        }
        ObjectNode administrator = ((ArrayNode) all.path("users")).addObject();
        administrator
                .put("username", "service-account-portal-admin-program")
                .put("enabled", true)
                .put("serviceAccountClientId", "portal-admin-program");
        administrator
                .putArray("realmRoles")
                .add("default-roles-aimass")
                .add("portal-admin")
                .add("register-editor");
        return all.toString();
    }

    private static String secret(String name) {
        return "secret-of-" + name;
    }

    /** A fresh access token of a program. */
    public String token(String name, String scopes) {
        return ask(
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        name,
                        "client_secret",
                        secret(name),
                        "scope",
                        scopes),
                "");
    }

    /** The same with the permissions in it, as a program gets them by the UMA grant. */
    public String withPermissions(String token) {
        return ask(
                Map.of("grant_type", "urn:ietf:params:oauth:grant-type:uma-ticket", "audience", "aimass-api"), token);
    }

    /** The token that a person's program gets for the code of a sign-in. */
    public String tokenFor(String code, String verifier, String redirect) {
        return ask(
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "aimass-cli",
                        "code", code,
                        "code_verifier", verifier,
                        "redirect_uri", redirect),
                "");
    }

    public String issuer() {
        return issuer;
    }

    /** Whose token it is. */
    public static String subject(String token) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]))
                    .path("sub")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String ask(Map<String, String> form, String bearer) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        try {
            JsonNode answer = JSON.readTree(HttpClient.newHttpClient()
                    .send(request.build(), BodyHandlers.ofString())
                    .body());
            if (!answer.has("access_token")) {
                throw new IllegalStateException("no token: " + answer);
            }
            return answer.path("access_token").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
