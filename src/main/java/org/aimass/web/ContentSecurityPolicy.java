package org.aimass.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.aimass.security.CurrentUser;
import org.aimass.security.OidcSettings;

/** What a page may load: its own files, nothing inline, nothing from elsewhere. */
@RequestScoped
@Named("contentSecurityPolicy")
public class ContentSecurityPolicy {

    static final String HEADER = "Content-Security-Policy";

    @Inject
    CurrentUser user;

    @Inject
    OidcSettings realm;

    /**
     * The policy, with {@code script-src} last: PrimeFaces writes its nonce behind it. A sign-out form leads on to the realm, which
     * browsers count as an action of the form.
     */
    public String getValue() {
        return "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'"
                + (user.isSignedIn() ? " " + realm.issuerOrigin() : "")
                + "; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; script-src 'self'";
    }
}
