package org.aimass.security;

import java.net.URI;

/**
 * The realm at which people sign in, and what the portal is there.
 *
 * @param issuer the realm's address, exactly as its tokens give it
 * @param clientSecret the portal's own password at the realm
 */
public record OidcSettings(String issuer, String clientId, String clientSecret, PublicUrl portal) {

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
