package org.aimass.security;

import java.util.Arrays;
import java.util.Optional;

/** What a person may be. The names in Keycloak and in the tables are the {@link #word()}s. */
public enum Role {
    SUBMITTER("submitter", Scope.ORGANIZATION),
    AUDITOR("auditor", Scope.ORGANIZATION),
    APPROVER("approver", Scope.ORGANIZATION),
    ORGANIZATION_ADMIN("organization-admin", Scope.ORGANIZATION),
    PORTAL_ADMIN("portal-admin", Scope.PORTAL),
    REGISTER_EDITOR("register-editor", Scope.PORTAL),
    /** Anyone who is signed in. */
    CITIZEN("citizen", Scope.PORTAL),
    /** Everyone, signed in or not. */
    ANYONE("anyone", Scope.IMPLIED),
    /** A named background task of the portal itself, never a person. */
    SYSTEM("system", Scope.IMPLIED);

    /** Where a role is held. */
    public enum Scope {
        /** Within one organization; kept in {@code organization_member}. */
        ORGANIZATION,
        /** For the whole portal; given by Keycloak. */
        PORTAL,
        /** Nobody gives it. */
        IMPLIED
    }

    private final String word;
    private final Scope scope;

    Role(String word, Scope scope) {
        this.word = word;
        this.scope = scope;
    }

    public String word() {
        return word;
    }

    /** Empty for a word that names no role. */
    public static Optional<Role> ofWord(String word) {
        return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }

    public Scope scope() {
        return scope;
    }
}
