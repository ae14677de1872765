package org.aimass.notification.control;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.aimass.notification.entity.Contact;
import org.aimass.notification.entity.MailAddress;
import org.aimass.notification.entity.Notice;
import org.aimass.security.PublicUrl;

/**
 * Puts a notice into words: what happened, to which id, and where to read more. Nothing that was measured, nobody's name and
 * nothing that somebody typed goes into a mail.
 */
final class LetterWriter {

    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final PublicUrl portal;

    LetterWriter(PublicUrl portal) {
        this.portal = portal;
    }

    Letter write(Notice notice, Contact contact, MailAddress to) {
        Locale language = contact.language();
        String what = say(language, "mail." + notice.kind(), notice.reference());
        String link = portal.address("/desk/inbox.xhtml?open=" + notice.id());
        String body = say(language, "mail.body", what, link, portal.address("/desk/preferences.xhtml"));
        return new Letter(notice.id(), to, language, say(language, "mail.subject", what), body);
    }

    private static String say(Locale language, String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle(
                        "org.aimass.notification.Words", language, LetterWriter.class.getClassLoader(), NO_FALLBACK)
                .getString(key);
        return new MessageFormat(pattern, language).format(arguments);
    }
}
