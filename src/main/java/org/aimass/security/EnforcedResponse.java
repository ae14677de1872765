package org.aimass.security;

import org.keycloak.adapters.authorization.spi.HttpResponse;

/** The enforcer answers nobody itself: its decision is what counts. */
final class EnforcedResponse implements HttpResponse {

    @Override
    public void sendError(int statusCode) {}

    @Override
    public void sendError(int statusCode, String reason) {}

    @Override
    public void setHeader(String name, String value) {}
}
