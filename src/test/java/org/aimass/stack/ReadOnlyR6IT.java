package org.aimass.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** R6: the database answers and keeps nothing, as one does whose disk is full: everybody reads on, is told so, and loses nothing. */
@RealPortal(RealPortal.With.EVERYTHING)
class ReadOnlyR6IT {
    private static final Duration NOTICED = Duration.ofSeconds(15);
    private static final String NOTICE = "can be read and keeps nothing";
    private static final String REFUSED = "Nothing can be kept at the moment";

    @Test
    void everybodyReadsAndNobodyIsToldThatSomethingIsKept(Portal portal, Stack stack, Visitor jonas) throws Exception {
        jonas.signIn("jonas.berg");
        Page page = jonas.open("/registry/register.xhtml");
        page.locator("[id='form:name']").fill("A model that is not kept");
        readOnly(stack, true);
        try {
            AuditRuns.await(NOTICED, () -> portal.get("/method").body().contains(NOTICE));
            assertEquals(200, portal.get("/register").statusCode());
            assertEquals(200, portal.get("/health/ready").statusCode());
            page.locator("[id='form:send']").click();
            assertEquals(REFUSED, page.locator("h1").textContent());
            jonas.screenshot("read-only-refused");
            jonas.findsNoBarrier();
            HttpResponse<String> refused = portal.send(HttpRequest.newBuilder(portal.at("/api/v1/uploads"))
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build());
            assertEquals(503, refused.statusCode());
            assertTrue(refused.headers().firstValue("Retry-After").isPresent(), "Retry-After");
            jonas.open("/registry/models.xhtml");
            assertTrue(jonas.page().content().contains(NOTICE), "the notice");
            jonas.screenshot("read-only-models");
            jonas.findsNoBarrier();
        } finally {
            readOnly(stack, false);
        }
        AuditRuns.await(NOTICED, () -> !portal.get("/method").body().contains(NOTICE));
        jonas.open("/registry/models.xhtml");
        assertFalse(jonas.page().content().contains("A model that is not kept"));
    }

    private static void readOnly(Stack stack, boolean on) throws Exception {
        try (Connection connection = stack.postgres().connection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set default_transaction_read_only = " + on);
            statement.execute("select pg_reload_conf()");
        }
    }
}
