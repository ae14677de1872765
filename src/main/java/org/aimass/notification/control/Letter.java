package org.aimass.notification.control;

import java.util.Locale;
import java.util.UUID;
import org.aimass.notification.entity.MailAddress;

/**
 * A mail as it is sent.
 *
 * @param id of the notice; the same each time it is tried, so that a mail that was sent twice is shown once
 */
record Letter(UUID id, MailAddress to, Locale language, String subject, String body) {

    /** @throws IllegalArgumentException where the subject could end and another header begin */
    Letter {
        if (subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a subject is one line");
        }
    }
}
