package org.aimass.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.MalformedURLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The realm's own description of itself and its keys, read when first needed and kept, so that the portal starts and goes on
 * without it. Before a browser is sent there it is read again if it is older than {@link #FRESH}, so that nobody is sent to a realm
 * that does not answer. While it is away, one request in {@link #PAUSE} tries again; the others are told at once.
 */
class OpenIdProvider {

    static final Duration PAUSE = Duration.ofSeconds(5);
    static final Duration FRESH = Duration.ofSeconds(10);

    private static final int TIMEOUT_MS = 5_000;
    private static final int OTHERS_WAIT_MS = 1_000;
    private static final int KEYS_AT_MOST_BYTES = 256 * 1024;
    private static final long KEYS_LIVE_MS = Duration.ofMinutes(15).toMillis();
    private static final long KEYS_AT_MOST_EVERY_MS = Duration.ofSeconds(30).toMillis();

    private final OidcSettings settings;
    private final Clock clock;
    private final ReentrantLock discovering = new ReentrantLock();
    private volatile @Nullable Known known;
    private @Nullable IdentityProviderAway lastFailure;
    private Instant tryAgainAt = Instant.EPOCH;

    private record Known(OIDCProviderMetadata metadata, TokenVerifier verifier, Instant at) {}

    OpenIdProvider(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    OidcSettings settings() {
        return settings;
    }

    /** As it was when it last answered. */
    OIDCProviderMetadata metadata() throws IdentityProviderAway {
        return known(Instant.MIN).metadata;
    }

    /** As it answers now. */
    OIDCProviderMetadata freshMetadata() throws IdentityProviderAway {
        return known(clock.instant().minus(FRESH)).metadata;
    }

    /** Checks what the realm has signed. */
    TokenVerifier verifier() throws IdentityProviderAway {
        return known(Instant.MIN).verifier;
    }

    int timeoutMillis() {
        return TIMEOUT_MS;
    }

    private Known known(Instant since) throws IdentityProviderAway {
        Known current = known;
        return current == null || current.at.isBefore(since) ? knownAgain(since) : current;
    }

    /** A slow realm holds up the one request that asks it, not all that want to sign in meanwhile. */
    private Known knownAgain(Instant since) throws IdentityProviderAway {
        boolean mine = false;
        try {
            mine = discovering.tryLock(OTHERS_WAIT_MS, TimeUnit.MILLISECONDS);
            if (!mine) {
                throw new IdentityProviderAway("the identity provider has not answered yet", null);
            }
            Known current = known;
            return current == null || current.at.isBefore(since) ? discoverUnlessJustFailed() : current;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IdentityProviderAway("interrupted", e);
        } finally {
            if (mine) {
                discovering.unlock();
            }
        }
    }

    private Known discoverUnlessJustFailed() throws IdentityProviderAway {
        IdentityProviderAway failure = lastFailure;
        if (failure != null && clock.instant().isBefore(tryAgainAt)) {
            throw new IdentityProviderAway("the identity provider was away a moment ago", failure);
        }
        try {
            Known discovered = discover();
            known = discovered;
            lastFailure = null;
            return discovered;
        } catch (GeneralException | IOException | RuntimeException e) {
            IdentityProviderAway away = new IdentityProviderAway("no discovery at " + settings.issuer(), e);
            lastFailure = away;
            tryAgainAt = clock.instant().plus(PAUSE);
            throw away;
        }
    }

    /** Refuses a description whose issuer is not exactly the configured one. */
    private Known discover() throws GeneralException, IOException {
        OIDCProviderMetadata metadata =
                OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), TIMEOUT_MS, TIMEOUT_MS);
        Known before = known;
        TokenVerifier verifier =
                before != null && before.metadata.getJWKSetURI().equals(metadata.getJWKSetURI())
                        ? before.verifier
                        : new TokenVerifier(settings, keys(metadata));
        return new Known(metadata, verifier, clock.instant());
    }

    /** An unknown key id fetches the keys once more, but however many ask, at most twice in half a minute. */
    private static JWKSource<SecurityContext> keys(OIDCProviderMetadata metadata) throws MalformedURLException {
        var retriever = new DefaultResourceRetriever(TIMEOUT_MS, TIMEOUT_MS, KEYS_AT_MOST_BYTES);
        return JWKSourceBuilder.<SecurityContext>create(metadata.getJWKSetURI().toURL(), retriever)
                .cache(KEYS_LIVE_MS, TIMEOUT_MS)
                .refreshAheadCache(false)
                .rateLimited(KEYS_AT_MOST_EVERY_MS)
                .build();
    }
}
