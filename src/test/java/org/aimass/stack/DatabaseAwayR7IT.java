package org.aimass.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * R7: the database is gone, or it takes questions and answers none. The public reads on, everybody else is told at once when to come back,
 * and the portal is well again by itself.
 */
@RealPortal(RealPortal.With.EVERYTHING)
class DatabaseAwayR7IT {
    private static final Duration NOTICED = Duration.ofSeconds(10);
    private static final Duration WELL = Duration.ofSeconds(15);
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    private Portal portal;
    private AuditRuns runs;
    private UUID undisturbed;
    private String report;

    @BeforeEach
    void theDemoHasItsAudits(Portal shared) throws Exception {
        portal = shared;
        runs = new AuditRuns(shared);
        undisturbed = runs.awaitCompleted(Duration.ofMinutes(4));
        report = Launcher.report(1);
        AuditRuns.await(Duration.ofMinutes(2), () -> portal.get(report).statusCode() == 200);
    }

    @AfterEach
    void thePortalIsAsItWas() throws Exception {
        runs.forget();
    }

    @Test
    void aDatabaseThatCrashesTakesNoReaderWithIt(Stack stack, Visitor amara) throws Exception {
        long pid = portal.pid();
        String published = prepare(amara);
        UUID run = runs.queueAgain(undisturbed);
        stack.postgres().crash();
        Outage outage = new Outage();
        try {
            isSaidAtOnce(amara, published);
            outage.last();
        } finally {
            stack.postgres().start();
        }
        isWellAgain(amara, published);
        assertEquals(pid, portal.pid());
        assertEquals("COMPLETED", runs.awaitEnd(run, Duration.ofSeconds(90)).status());
        assertEquals(runs.numbers(undisturbed), runs.numbers(run));
    }

    @Test
    void aDatabaseThatFreezesHoldsNobodyUp(Stack stack, Visitor amara) throws Exception {
        long pid = portal.pid();
        String published = prepare(amara);
        stack.postgres().freeze();
        Outage outage = new Outage();
        try {
            isSaidAtOnce(amara, published);
            outage.last();
        } finally {
            stack.postgres().thaw();
        }
        isWellAgain(amara, published);
        assertEquals(pid, portal.pid());
    }

    /** Signs in, and reads what is read again while the database is away. */
    private String prepare(Visitor amara) {
        amara.open("/audit/audits.xhtml");
        amara.signIn("amara.okafor");
        assertEquals(200, portal.get("/register").statusCode());
        return portal.get(report).body();
    }

    private void isSaidAtOnce(Visitor amara, String published) throws Exception {
        AuditRuns.await(NOTICED, () -> timed("/health/ready").statusCode() == 503);
        HttpResponse<String> ready = timed("/health/ready");
        assertEquals(503, ready.statusCode());
        assertTrue(ready.headers().firstValue("Retry-After").isPresent(), "Retry-After");
        assertEquals(200, timed("/health/live").statusCode());

        HttpResponse<String> register = timed("/register");
        assertEquals(200, register.statusCode());
        assertTrue(register.body().contains("You read a copy of "), register.body());
        assertEquals(published, timed(report).body(), "the signed bytes are never touched");

        HttpResponse<String> unread = timed("/register?q=" + UUID.randomUUID());
        assertEquals(503, unread.statusCode());
        assertTrue(unread.headers().firstValue("Retry-After").isPresent(), "Retry-After");
        assertTrue(unread.body().contains("The portal is not available at the moment"), unread.body());
        HttpResponse<String> problem = timed("/api/v1/reports/AM-2026-9999");
        assertEquals(503, problem.statusCode());
        assertEquals(
                "application/problem+json",
                problem.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", ""),
                () -> problem.headers().map() + "\n" + problem.body());
        assertTrue(problem.headers().firstValue("Retry-After").isPresent(), "Retry-After");

        Page page = amara.page();
        Response work = page.reload();
        assertEquals(503, work.status());
        assertTrue(page.locator("h1").textContent().contains("not available"), page.content());
        amara.screenshot("database-away");
        amara.findsNoBarrier();
        amara.open("/register");
        amara.screenshot("database-away-register");
        amara.findsNoBarrier();
    }

    private void isWellAgain(Visitor amara, String published) throws Exception {
        AuditRuns.await(WELL, () -> portal.get("/health/ready").statusCode() == 200);
        assertEquals(200, portal.get("/health/ready").statusCode(), () -> "not well after " + WELL);
        assertEquals(200, portal.get("/register?q=" + UUID.randomUUID()).statusCode());
        assertEquals(published, portal.get(report).body());
        amara.open("/audit/audits.xhtml");
        assertTrue(
                amara.page().url().endsWith("/audit/audits.xhtml"),
                "still signed in: " + amara.page().url());
        amara.page().locator("table a[href*='id=']").first().waitFor();
    }

    /** Answered before a reader becomes impatient. */
    private HttpResponse<String> timed(String path) {
        long begin = System.nanoTime();
        HttpResponse<String> answer = portal.send(HttpRequest.newBuilder(portal.at(path))
                .timeout(Duration.ofSeconds(60))
                .build());
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        assertTrue(took.compareTo(AT_ONCE) < 0, () -> path + " took " + took);
        return answer;
    }
}
