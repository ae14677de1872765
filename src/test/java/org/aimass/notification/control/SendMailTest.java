package org.aimass.notification.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.aimass.notification.entity.MailAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a real mail server gets, and what becomes of mail when there is none that works. */
class SendMailTest {

    private static final Duration SHORT = Duration.ofMillis(400);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Kept outgoing = new Kept();

    @BeforeEach
    void open() {
        server.start();
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void aLetterArrivesAsItWasWritten() throws Exception {
        outgoing.letters.add(letter("amara@northmere.example", "AI Mass：审计 2026-0312 失败"));
        send(settings(server.getSmtp().getPort(), ""));
        MimeMessage[] received = server.getReceivedMessages();
        assertEquals(1, received.length);
        MimeMessage message = received[0];
        assertEquals("AI Mass：审计 2026-0312 失败", message.getSubject());
        assertEquals("AI Mass <aimass@example.org>", message.getFrom()[0].toString());
        assertEquals("amara@northmere.example", message.getRecipients(Message.RecipientType.TO)[0].toString());
        assertEquals("<" + outgoing.letters.get(0).id() + "@example.org>", message.getMessageID());
        assertEquals("auto-generated", message.getHeader("Auto-Submitted")[0]);
        assertEquals(
                "第一行\n第二行",
                ((String) message.getContent()).replace("\r\n", "\n").strip());
        assertEquals(List.of("sent"), outgoing.endings);
    }

    @Test
    void aServerThatAsksForAPasswordGetsIt() throws Exception {
        GreenMailUser portal = server.setUser("aimass@example.org", "portal", "secret");
        assertEquals("portal", portal.getLogin());
        outgoing.letters.add(letter("amara@northmere.example", "AI Mass: x"));
        send(settings(server.getSmtp().getPort(), "portal"));
        assertEquals(1, server.getReceivedMessages().length);
    }

    /** T22: a subject is one line, whoever wrote it. */
    @Test
    void nothingBecomesAHeader() {
        for (String hostile : List.of("a\r\nBcc: x@y.example", "a\nb", "a\rb", "a\u0000", "a\u0085b")) {
            assertThrows(IllegalArgumentException.class, () -> letter("a@b.example", hostile), hostile);
        }
        for (String hostile : List.of("", "x", "a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new MailSettings("h", 25, MailSettings.Security.NONE, "", "", hostile, SHORT),
                    hostile);
        }
    }

    /** R21: it takes the connection and never says a word. */
    @Test
    void aBlackHoleCostsOneShortWaitAndTheMailWaits() throws IOException {
        try (ServerSocket hole = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            outgoing.letters.add(letter("amara@northmere.example", "AI Mass: one"));
            outgoing.letters.add(letter("tomas@northmere.example", "AI Mass: two"));
            Instant begin = Instant.now();
            send(settings(hole.getLocalPort(), ""));
            Duration took = Duration.between(begin, Instant.now());
            assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, took.toString());
        }
        assertEquals(List.of("failed", "failed"), outgoing.endings);
    }

    @Test
    void noServerAtAllIsNoFailureOfTheTask() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        outgoing.letters.add(letter("amara@northmere.example", "AI Mass: one"));
        send(settings(port, ""));
        assertEquals(List.of("failed"), outgoing.endings);
    }

    /** STARTTLS is demanded: a server (or somebody before it) that does not offer it gets no mail. */
    @Test
    void nothingGoesUnprotectedUnlessItIsAllowedTo() {
        outgoing.letters.add(letter("amara@northmere.example", "AI Mass: one"));
        MailSettings plain = settings(server.getSmtp().getPort(), "");
        send(new MailSettings(
                plain.host(), plain.port(), MailSettings.Security.STARTTLS, "", "", plain.from(), plain.timeout()));
        assertEquals(List.of("failed"), outgoing.endings);
        assertEquals(0, server.getReceivedMessages().length);
    }

    private static Letter letter(String to, String subject) {
        return new Letter(UUID.randomUUID(), new MailAddress(to), Locale.ENGLISH, subject, "第一行\n第二行\n");
    }

    private static MailSettings settings(int port, String user) {
        return new MailSettings(
                "127.0.0.1",
                port,
                MailSettings.Security.NONE,
                user,
                user.isEmpty() ? "" : "secret",
                "AI Mass <aimass@example.org>",
                SHORT.multipliedBy(user.isEmpty() ? 1 : 5));
    }

    @SuppressWarnings("UnnecessaryAssignment") // no container injects here
    private void send(MailSettings settings) {
        SendMail task = new SendMail();
        task.outgoing = outgoing;
        task.settings = settings;
        task.clock = Clock.systemUTC();
        task.run("");
    }

    /** Letters without a database. */
    private static final class Kept extends OutgoingMail {

        private final List<Letter> letters = new ArrayList<>();
        private final List<String> endings = new ArrayList<>();

        @Override
        public List<Letter> due(int most) {
            return List.copyOf(letters);
        }

        @Override
        public void sent(UUID id) {
            endings.add("sent");
        }

        @Override
        public void failed(UUID id, String why) {
            endings.add("failed");
        }

        @Override
        public void refused(UUID id, String why) {
            endings.add("refused");
        }
    }
}
