package org.aimass.security;

/** What came back from the identity provider, or says it did, is not a sign-in that the portal may believe. */
final class SignInRefused extends Exception {

    private static final long serialVersionUID = 1L;

    SignInRefused(String message) {
        super(message);
    }

    SignInRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
