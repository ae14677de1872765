package org.aimass.security;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aimass.shared.Sha256Digest;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.idm.authorization.Permission;

/** What the realm grants to tokens, by the token's digest, until the token ends; of the 10,000 that were used last. */
final class PermissionCache {

    static final int AT_MOST = 10_000;

    private record Kept(List<Permission> permissions, Instant until) {}

    private final Map<Sha256Digest, Kept> tokens = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Sha256Digest, Kept> eldest) {
            return size() > AT_MOST;
        }
    };

    synchronized @Nullable List<Permission> find(Sha256Digest token, Instant now) {
        Kept kept = tokens.get(token);
        return kept == null || !now.isBefore(kept.until()) ? null : kept.permissions();
    }

    synchronized void keep(Sha256Digest token, List<Permission> permissions, Instant until, Instant now) {
        tokens.values().removeIf(kept -> !now.isBefore(kept.until()));
        tokens.put(token, new Kept(permissions, until));
    }

    synchronized int size() {
        return tokens.size();
    }
}
