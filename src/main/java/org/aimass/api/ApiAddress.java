package org.aimass.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.aimass.security.PublicUrl;

/** Addresses of the API as they are given to others: by the portal's own name, never by one that a request brings. */
@ApplicationScoped
public class ApiAddress {

    @Inject
    PublicUrl portal;

    /** @param path below the API's version, such as {@code audits/...} */
    public URI of(String path) {
        return URI.create(portal.address("/api/v1/" + path));
    }
}
