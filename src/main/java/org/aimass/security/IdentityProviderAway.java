package org.aimass.security;

import org.jspecify.annotations.Nullable;

/** The identity provider does not answer, or answers nonsense. Passing: sign-in says so, everything else goes on. */
final class IdentityProviderAway extends Exception {

    private static final long serialVersionUID = 1L;

    IdentityProviderAway(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
