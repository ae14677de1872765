package org.aimass.notification.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads which mail server there is. */
@ApplicationScoped
class MailConfiguration {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Produces
    @Singleton
    MailSettings settings(
            @ConfigProperty(name = "aimass.mail.host") Optional<String> host,
            @ConfigProperty(name = "aimass.mail.port") int port,
            @ConfigProperty(name = "aimass.mail.security") String security,
            @ConfigProperty(name = "aimass.mail.user") Optional<String> user,
            @ConfigProperty(name = "aimass.mail.password") Optional<String> password,
            @ConfigProperty(name = "aimass.mail.from") Optional<String> from) {
        return host.filter(name -> !name.isBlank())
                .map(name -> new MailSettings(
                        name.strip(),
                        port,
                        MailSettings.Security.of(security),
                        user.orElse(""),
                        password.orElse(""),
                        from.orElse(""),
                        TIMEOUT))
                .orElseGet(MailSettings::none);
    }
}
