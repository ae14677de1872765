package org.aimass.notification.control;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;

/** One visit to the mail server, with as many letters as there are. */
final class Postman implements AutoCloseable {

    private final MailSettings settings;
    private final Session session;
    private final Transport transport;

    /** @throws MessagingException where the server cannot be reached, or does not answer in time */
    Postman(MailSettings settings) throws MessagingException {
        this.settings = settings;
        session = Session.getInstance(settings.properties());
        transport = session.getTransport("smtp");
        if (settings.user().isEmpty()) {
            transport.connect();
        } else {
            transport.connect(settings.user(), settings.password());
        }
    }

    /**
     * Returns when the server has taken it.
     *
     * @throws MessagingException when it has not, as far as we know
     */
    void deliver(Letter letter, Instant now) throws MessagingException {
        MimeMessage message = new Named(
                session,
                "<" + letter.id() + "@" + settings.sender().getAddress().replaceFirst(".*@", "") + ">");
        message.setFrom(settings.sender());
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(letter.to().text(), true));
        message.setSubject(letter.subject(), "UTF-8");
        message.setText(letter.body(), "UTF-8");
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", letter.language().toLanguageTag());
        message.saveChanges();
        transport.sendMessage(message, message.getAllRecipients());
    }

    /** Whether the server says that there is no such address. */
    static boolean isUnknownAddress(MessagingException failure) {
        return failure instanceof SendFailedException refused
                && refused.getInvalidAddresses() != null
                && refused.getInvalidAddresses().length > 0;
    }

    @Override
    public void close() throws MessagingException {
        transport.close();
    }

    /** A message that keeps the id it is given. */
    private static final class Named extends MimeMessage {

        private final String name;

        Named(Session session, String name) {
            super(session);
            this.name = name;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", name);
        }
    }
}
