package org.aimass.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the addresses and the client from the configuration. */
@ApplicationScoped
public class OidcConfiguration {

    @Produces
    @Singleton
    PublicUrl publicUrl(@ConfigProperty(name = "aimass.public.url") String url) {
        return new PublicUrl(url);
    }

    @Produces
    @Singleton
    OidcSettings settings(
            @ConfigProperty(name = "aimass.oidc.issuer") String issuer,
            @ConfigProperty(name = "aimass.oidc.client.id") String clientId,
            @ConfigProperty(name = "aimass.oidc.client.secret") Optional<String> clientSecret,
            @ConfigProperty(name = "aimass.oidc.api.secret") Optional<String> apiSecret,
            PublicUrl portal) {
        return new OidcSettings(issuer, clientId, clientSecret.orElse(""), apiSecret.orElse(""), portal);
    }

    @Produces
    @Singleton
    OpenIdProvider provider(OidcSettings settings, Clock clock) {
        return new OpenIdProvider(settings, clock);
    }
}
