package org.aimass.security;

/** The identity provider does not answer, or answers nonsense. Passing: sign-in says so, everything else goes on. */
final class IdentityProviderAway extends Exception {

    private static final long serialVersionUID = 1L;

    IdentityProviderAway(String message, Throwable cause) {
        super(message, cause);
    }
}
