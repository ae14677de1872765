package org.aimass.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** T8: hundreds send a form one byte at a time, and the public reads on. There is no proxy before the portal that would wait for them. */
@RealPortal(RealPortal.With.EVERYTHING)
class SlowSendersT8IT {
    private static final int NOBODIES = 300;
    private static final int OF_ONE_PERSON = 40;
    /** What the portal lets one person send at once. */
    private static final int LET = 16;

    private static final int PAGES = 30;
    private static final Duration READABLE = Duration.ofSeconds(1);

    /** A public page, one for who is signed in, the door of Keycloak and that of programs. */
    private static final List<String> DOORS =
            List.of("/report/register.xhtml", "/desk/work.xhtml", "/back-channel-logout", "/api/v1/uploads");

    private final List<Socket> senders = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket sender : senders) {
            sender.close();
        }
    }

    @Test
    void theyHoldUpNobodyWhoReads(Portal portal, Visitor jonas) throws Exception {
        Duration usual = slowOfThirty(portal);
        for (int i = 0; i < NOBODIES; i++) {
            begin(portal, DOORS.get(i % DOORS.size()), "");
        }
        oneByteMore();
        readsOn(portal, usual);

        jonas.signIn("jonas.berg");
        String cookies = jonas.page().context().cookies().stream()
                .filter(cookie -> cookie.path.equals("/"))
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        List<Socket> own = new ArrayList<>();
        for (int i = 0; i < OF_ONE_PERSON; i++) {
            own.add(begin(portal, "/registry/register.xhtml", "Cookie: " + cookies + "\n"));
        }
        AuditRuns.await(
                Duration.ofSeconds(20),
                () -> own.stream().filter(SlowSendersT8IT::isAnswered).count() >= OF_ONE_PERSON - LET);
        oneByteMore();
        readsOn(portal, usual);
        List<Socket> answered = own.stream().filter(SlowSendersT8IT::isAnswered).toList();
        assertEquals(OF_ONE_PERSON - LET, answered.size());
        for (Socket each : answered) {
            assertEquals("HTTP/1.1 429", new String(each.getInputStream().readNBytes(12), StandardCharsets.US_ASCII));
        }
        assertTrue(jonas.open("/work").url().endsWith("/work"), "and Jonas himself reads on, too");
    }

    private Socket begin(Portal portal, String path, String headers) throws IOException {
        URI at = portal.at("/");
        Socket sender = new Socket(at.getHost(), at.getPort());
        senders.add(sender);
        sender.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\nHost: " + at.getAuthority() + "\n" + headers
                                + "Origin: " + portal.at("") + "\nSec-Fetch-Site: same-origin\n"
                                + "Content-Type: application/x-www-form-urlencoded\nContent-Length: 100000\n\na")
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return sender;
    }

    /** Whoever was refused may have been hung up on. */
    private void oneByteMore() {
        for (Socket sender : senders) {
            try {
                sender.getOutputStream().write('a');
            } catch (IOException e) {
                // refused, and gone
            }
        }
    }

    private static boolean isAnswered(Socket sender) {
        try {
            return sender.getInputStream().available() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Within a second, or on a machine that is busy otherwise about as fast as before. */
    private static void readsOn(Portal portal, Duration usual) {
        Duration most = usual.multipliedBy(3).compareTo(READABLE) > 0 ? usual.multipliedBy(3) : READABLE;
        Duration took = slowOfThirty(portal);
        assertTrue(
                took.compareTo(most) < 0, () -> "of " + PAGES + " pages one in twenty took " + took + ", not " + usual);
    }

    /** How long a public page takes at most, but for one in twenty. */
    private static Duration slowOfThirty(Portal portal) {
        List<Duration> took = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            long begin = System.nanoTime();
            assertEquals(200, portal.get("/register").statusCode());
            took.add(Duration.ofNanos(System.nanoTime() - begin));
        }
        took.sort(null);
        return took.get(PAGES * 95 / 100);
    }
}
