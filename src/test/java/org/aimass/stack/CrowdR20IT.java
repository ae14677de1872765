package org.aimass.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** R20: more people come than the server has threads, and all wait for a database that does not answer: nobody waits in a line. */
@RealPortal(RealPortal.With.EVERYTHING)
class CrowdR20IT {
    private static final int PEOPLE = 320;
    private static final int ADMITTED = 160;
    private static final Duration AT_ONCE = Duration.ofSeconds(3);
    private static final Duration WELL = Duration.ofSeconds(15);

    @Test
    void whoeverIsOneTooManyIsToldAtOnce(Portal portal, Stack stack) throws Exception {
        portal.get("/register");
        HttpClient browser =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        stack.postgres().freeze();
        try {
            for (int i = 0; i < PEOPLE; i++) {
                asked.add(browser.sendAsync(
                        HttpRequest.newBuilder(portal.at("/register?q=" + UUID.randomUUID()))
                                .timeout(Duration.ofSeconds(60))
                                .build(),
                        HttpResponse.BodyHandlers.ofString()));
            }
            AuditRuns.await(AT_ONCE, () -> refused(asked) >= PEOPLE - ADMITTED);
            assertTrue(refused(asked) >= PEOPLE - ADMITTED, () -> "refused at once: " + refused(asked));
            long begin = System.nanoTime();
            assertEquals(200, portal.get("/health/live").statusCode());
            assertTrue(Duration.ofNanos(System.nanoTime() - begin).compareTo(AT_ONCE) < 0, "alive");
        } finally {
            stack.postgres().thaw();
        }
        for (CompletableFuture<HttpResponse<String>> each : asked) {
            HttpResponse<String> answer = each.get(60, TimeUnit.SECONDS);
            if (answer.statusCode() != 200) {
                assertEquals(503, answer.statusCode());
                assertTrue(answer.headers().firstValue("Retry-After").isPresent(), "Retry-After");
            }
        }
        AuditRuns.await(WELL, () -> portal.get("/register").statusCode() == 200);
        assertEquals(200, portal.get("/register").statusCode());
    }

    private static long refused(List<CompletableFuture<HttpResponse<String>>> asked) {
        return asked.stream()
                .filter(CompletableFuture::isDone)
                .filter(each -> each.join().statusCode() == 503)
                .count();
    }
}
