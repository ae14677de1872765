package org.aimass.notification.control;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;

/**
 * The mail server that the portal hands its mail to.
 *
 * @param host empty where the portal sends no mail
 * @param security {@code starttls} (demanded, not just tried), {@code tls} from the first byte, or {@code none}
 * @param user empty where the server asks for none
 * @param from the sender, such as {@code AI Mass <aimass@example.org>}
 * @param timeout how long to wait for the server at each step
 */
public record MailSettings(
        String host, int port, Security security, String user, String password, String from, Duration timeout) {

    /** How the way to the server is protected. */
    public enum Security {
        STARTTLS,
        TLS,
        NONE;

        static Security of(String word) {
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "starttls" -> STARTTLS;
                case "tls" -> TLS;
                case "none" -> NONE;
                default ->
                    throw new IllegalArgumentException("AIMASS_MAIL_SECURITY is starttls, tls or none, not " + word);
            };
        }
    }

    /** @throws IllegalArgumentException where there is a server but no sender that a mail may name */
    public MailSettings {
        if (!host.isEmpty()) {
            sender(from);
        }
    }

    /** No mail. */
    public static MailSettings none() {
        return new MailSettings("", 0, Security.NONE, "", "", "", Duration.ZERO);
    }

    public boolean isConfigured() {
        return !host.isEmpty();
    }

    InternetAddress sender() {
        return sender(from);
    }

    private static InternetAddress sender(String from) {
        try {
            return new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("AIMASS_MAIL_FROM must be one mail address, not " + from, e);
        }
    }

    /** For Jakarta Mail. */
    Properties properties() {
        String millis = Long.toString(timeout.toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(security == Security.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(security == Security.STARTTLS));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(security == Security.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    /** Says no password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
