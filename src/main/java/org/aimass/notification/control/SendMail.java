package org.aimass.notification.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.aimass.background.BackgroundTask;
import org.aimass.security.Allowed;
import org.aimass.security.Role;

/**
 * Takes what waits in the outbox to the mail server. A server that does not answer costs this task a few seconds each time, and
 * nobody else anything: what could not be sent waits longer and longer, up to three days.
 */
@ApplicationScoped
@Allowed(Role.SYSTEM)
public class SendMail implements BackgroundTask {

    private static final Logger LOG = System.getLogger(SendMail.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int BATCH = 50;

    @Inject
    OutgoingMail outgoing;

    @Inject
    MailSettings settings;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "notification.mail";
    }

    @Override
    public Optional<Duration> interval() {
        return settings.isConfigured() ? Optional.of(PAUSE) : Optional.empty();
    }

    @Override
    public void run(String data) {
        List<Letter> letters = outgoing.due(BATCH);
        if (letters.isEmpty()) {
            return;
        }
        try (Postman postman = new Postman(settings)) {
            for (Letter letter : letters) {
                deliver(postman, letter);
            }
        } catch (MessagingException e) {
            LOG.log(Level.WARNING, "The mail server at {0} takes no mail: {1}", settings, e.getMessage());
            letters.forEach(letter -> outgoing.failed(letter.id(), String.valueOf(e.getMessage())));
        }
    }

    /** One letter that the server does not want keeps no other back. */
    private void deliver(Postman postman, Letter letter) throws MessagingException {
        try {
            postman.deliver(letter, clock.instant());
            outgoing.sent(letter.id());
        } catch (MessagingException e) {
            if (!Postman.isUnknownAddress(e)) {
                throw e;
            }
            outgoing.refused(letter.id(), String.valueOf(e.getMessage()));
        }
    }
}
