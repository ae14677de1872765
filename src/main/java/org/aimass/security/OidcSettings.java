package org.aimass.security;

import java.net.URI;

/**
 * The realm at which people sign in, and what the portal is there.
 *
 * @param issuer the realm's address, exactly as its tokens give it
 * @param clientSecret the portal's own password at the realm
 * @param apiSecret the password of the portal's API there, with which it reads what the API's policies are about
 */
public record OidcSettings(String issuer, String clientId, String clientSecret, String apiSecret, PublicUrl portal) {

    /** The API's name at the realm: what a token must be for. */
    static final String API = "aimass-api";

    /** Where the realm sends the browser back to. */
    URI callback() {
        return URI.create(portal.address("/callback"));
    }

    /** Scheme, host and port of the realm; sign-out forms lead there. */
    public String issuerOrigin() {
        return PublicUrl.originOf(URI.create(issuer));
    }

    /** Says no secret. */
    @Override
    public String toString() {
        return clientId + " at " + issuer;
    }
}
