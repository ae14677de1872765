package org.aimass.notification.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.aimass.security.PersonSignedIn;
import org.aimass.security.SystemActor;

/** Listens for sign-ins. Whatever goes wrong here, nobody is kept from signing in by it. */
@ApplicationScoped
class KeepContact {

    private static final Logger LOG = System.getLogger(KeepContact.class.getName());

    @Inject
    SystemActor actor;

    @Inject
    Contacts contacts;

    void signedIn(@Observes PersonSignedIn news) {
        try {
            actor.run("notification.contact", () -> contacts.remember(news));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Where to write to somebody could not be kept", e);
        }
    }
}
