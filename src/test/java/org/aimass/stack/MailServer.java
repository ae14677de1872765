package org.aimass.stack;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real mail server on a port of 127.0.0.1, which keeps what it gets; or, while it is dead, a black hole on the same port. */
public final class MailServer implements AutoCloseable {

    private final int port;
    private @Nullable GreenMail server;
    private @Nullable ServerSocket hole;

    MailServer(int port) {
        this.port = port;
    }

    /** What a portal must be told to send its mail here. */
    Map<String, String> settings() {
        return Map.of(
                "AIMASS_MAIL_HOST", "127.0.0.1",
                "AIMASS_MAIL_PORT", Integer.toString(port),
                "AIMASS_MAIL_SECURITY", "none",
                "AIMASS_MAIL_FROM", "AI Mass <aimass@northmere.example>");
    }

    /** Takes mail from now on. */
    public void start() {
        close();
        GreenMail started = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        started.start();
        server = started;
    }

    /** Takes every connection from now on, and never says a word. */
    public void die() {
        close();
        try {
            hole = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The subjects of what has come for somebody since the last start, in order. */
    public List<String> subjects(String address) {
        List<String> subjects = new ArrayList<>();
        try {
            for (MimeMessage message : server == null ? new MimeMessage[0] : server.getReceivedMessages()) {
                if (message.getRecipients(Message.RecipientType.TO)[0]
                        .toString()
                        .equals(address)) {
                    subjects.add(message.getSubject());
                }
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        return subjects;
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
            server = null;
        }
        if (hole != null) {
            try {
                hole.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            hole = null;
        }
    }
}
