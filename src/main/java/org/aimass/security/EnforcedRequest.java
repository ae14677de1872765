package org.aimass.security;

import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.adapters.authorization.TokenPrincipal;
import org.keycloak.adapters.authorization.spi.HttpRequest;
import org.keycloak.representations.AccessToken;

/**
 * What the policy enforcer sees of a request: method, path and a token that was verified. No header, so that it has nothing to send to
 * the realm by itself.
 */
record EnforcedRequest(AccessToken token, String raw, String method, String path) implements HttpRequest {

    @Override
    public TokenPrincipal getPrincipal() {
        return new TokenPrincipal() {
            @Override
            public String getRawToken() {
                return raw;
            }

            @Override
            public AccessToken getToken() {
                return token;
            }
        };
    }

    @Override
    public String getRelativePath() {
        return path;
    }

    @Override
    public String getMethod() {
        return method;
    }

    @Override
    public String getURI() {
        return path;
    }

    @Override
    public List<String> getHeaders(String name) {
        return List.of();
    }

    @Override
    public @Nullable String getHeader(String name) {
        return null;
    }

    @Override
    public @Nullable String getFirstParam(String name) {
        return null;
    }

    @Override
    public @Nullable String getCookieValue(String name) {
        return null;
    }

    @Override
    public String getRemoteAddr() {
        return "";
    }

    @Override
    public boolean isSecure() {
        return true;
    }

    @Override
    public InputStream getInputStream(boolean buffered) {
        return InputStream.nullInputStream();
    }

    /** Says no token. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
