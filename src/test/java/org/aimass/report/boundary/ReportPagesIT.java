package org.aimass.report.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aimass.report.control.PublishedSample;
import org.aimass.shared.Sha256Digest;
import org.aimass.stack.Portal;
import org.aimass.stack.RealPortal;
import org.aimass.stack.Visitor;
import org.junit.jupiter.api.Test;

/** What everyone sees of a published report: the page, the list, the bytes. */
@RealPortal
class ReportPagesIT {

    private static final int MOST_BYTES = 100_000;
    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final int serial = SERIAL.incrementAndGet();
    private final String number = String.format("AM-2019-%04d", serial);

    private String publish(Portal portal) throws SQLException {
        try (Connection database = portal.database()) {
            return PublishedSample.insert(database, serial);
        }
    }

    @Test
    void thePageIsSmallAndNeedsNoScriptAndNoCookie(Portal portal) throws Exception {
        publish(portal);
        HttpResponse<String> page = portal.get("/reports/" + number);

        assertEquals(200, page.statusCode());
        assertTrue(
                page.body().getBytes(StandardCharsets.UTF_8).length < MOST_BYTES,
                "page of " + page.body().length());
        assertFalse(page.body().contains("<script"));
        assertTrue(page.headers().allValues("set-cookie").isEmpty());
        assertTrue(page.body().contains("17.4"), "the share of the young");
        assertTrue(page.body().contains("&lt;b&gt;only&lt;/b&gt;"), "typed marks are text");
    }

    /** With everything that a browser fetches for it, as it travels. */
    @Test
    void thePagesTravelLight(Portal portal) throws Exception {
        publish(portal);
        for (String address : List.of("/register", "/reports/" + number, "/verify")) {
            HttpResponse<byte[]> page = fetch(portal, address);
            assertEquals("gzip", page.headers().firstValue("content-encoding").orElse(""), address);
            assertTrue(page.headers().firstValue("vary").orElse("").contains("Accept-Encoding"), address);
            assertTrue(page.headers().allValues("set-cookie").isEmpty(), address);
            long bytes = page.body().length;
            String html = portal.get(address).body();
            assertFalse(html.contains("<script"), address);
            Matcher resource = Pattern.compile("<link[^>]* href=\"([^\"]+)\"").matcher(html);
            while (resource.find()) {
                bytes += fetch(portal, resource.group(1).replace("&amp;", "&")).body().length;
            }
            assertTrue(bytes < MOST_BYTES, address + " brings " + bytes);
            assertTrue(bytes > 5_000, address + " brings " + bytes);
        }
    }

    private static HttpResponse<byte[]> fetch(Portal portal, String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(portal.at(address))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void aDigestIsLookedUpWithoutAnUpload(Portal portal, Visitor reader, Visitor phone) throws Exception {
        String json = publish(portal);
        String digest = Sha256Digest.of(json.getBytes(StandardCharsets.UTF_8)).hex();
        Page page = reader.withoutScript().open("/verify");
        page.locator("#digest").fill(digest.toUpperCase(Locale.ROOT).replaceAll("(.{4})", "$1 "));
        page.locator("#digest").press("Enter");
        assertTrue(page.locator("main").innerText().contains("The report " + number + ", version 1"));
        phone.onPhone().speaking("zh-CN").inTheDark().open("/verify?digest=xyz");
        assertTrue(phone.page().locator(".error").innerText().contains("64 个字符"));
        phone.findsNoBarrier();
        assertEquals(200, portal.get("/verify?digest=" + "0".repeat(64)).statusCode());
    }

    @Test
    void theRegisterIsNarrowedWithoutAScript(Portal portal, Visitor reader, Visitor phone) throws Exception {
        publish(portal);
        Page page = reader.withoutScript().open("/register?q=nightingale");
        page.getByLabel("Disparity shown").first().check();
        page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
        assertTrue(page.url().contains("verdict=SHOWN") && page.url().contains("q=nightingale"), page.url());
        assertTrue(page.locator("article.result").count() > 0);
        assertEquals(2, page.locator(".chips .chip").count());
        page.locator(".chips .chip").first().click();
        assertFalse(page.url().contains("q="), page.url());
        phone.onPhone().inTheDark().open("/register?verdict=WITHIN&organization=nobody&q=nightingale&sort=oldest");
        phone.screenshot("register-narrowed-390-dark");
        phone.findsNoBarrier();
    }

    @Test
    void theJsonIsTheVeryBytesThatWerePublished(Portal portal) throws Exception {
        String json = publish(portal);
        HttpResponse<String> download = portal.get("/reports/" + number + ".json");

        assertEquals(200, download.statusCode());
        assertEquals(json, download.body());
        String tag =
                '"' + Sha256Digest.of(json.getBytes(StandardCharsets.UTF_8)).hex() + '"';
        assertEquals(tag, download.headers().firstValue("etag").orElseThrow());
        assertTrue(download.headers()
                .firstValue("content-disposition")
                .orElseThrow()
                .startsWith("attachment"));
        HttpResponse<String> again = portal.send(HttpRequest.newBuilder(portal.at("/reports/" + number + ".json"))
                .header("If-None-Match", tag)
                .build());
        assertEquals(304, again.statusCode());
    }

    @Test
    void anUnknownNumberIsNotFound(Portal portal) {
        assertEquals(404, portal.get("/reports/AM-2019-9999").statusCode());
        assertEquals(404, portal.get("/reports/AM-2019-9999.json").statusCode());
        assertEquals(404, portal.get("/report/view.xhtml").statusCode());
    }

    @Test
    void aChangedTextIsSaidOnThePageAndNotHandedOut(Portal portal, Visitor visitor) throws Exception {
        publish(portal);
        try (Connection database = portal.database();
                Statement statement = database.createStatement()) {
            statement.executeUpdate("update report_version set snapshot = replace(snapshot, '0.174', '0.074')"
                    + " where report_number = '" + number + "'");
        }
        Page page = visitor.open("/reports/" + number);
        assertTrue(page.locator("#verify").innerText().contains("Do not rely on this page"));
        assertEquals(503, portal.get("/reports/" + number + ".json").statusCode());
    }

    @Test
    void thePageCanBeReadByEveryone(Portal portal, Visitor reader, Visitor phone, Visitor night) throws Exception {
        publish(portal);
        Page page = reader.open("/reports/" + number);
        assertEquals("Rent support pre-check", page.locator("h1").innerText());
        assertTrue(page.locator("#verify").innerText().contains("is what was published on 9 November 2026"));
        reader.screenshot("report-1280");
        reader.findsNoBarrier();
        phone.onPhone().speaking("zh-CN").open("/reports/" + number);
        assertEquals("租房补助预审模型", phone.page().locator("h1").innerText());
        phone.screenshot("report-zh-390");
        phone.findsNoBarrier();
        night.inTheDark().open("/reports/" + number);
        night.screenshot("report-dark-1280");
        night.findsNoBarrier();
    }

    @Test
    void theRegisterFindsTheReport(Portal portal, Visitor reader, Visitor phone) throws Exception {
        publish(portal);
        Page page = reader.open("/");
        page.locator("#q").fill("nightingale s" + serial + "s");
        page.locator("#q").press("Enter");
        assertEquals(1, page.locator("article.result").count());
        assertTrue(page.url().contains("/register?q="));
        reader.screenshot("register-1280");
        reader.findsNoBarrier();
        page.locator("article.result a").click();
        assertTrue(page.url().endsWith("/reports/" + number));
        phone.onPhone().speaking("zh-CN").open("/register?q=nothing-like-this");
        assertTrue(phone.page().locator(".empty").innerText().contains("没有符合的报告"));
        phone.screenshot("register-none-zh-390");
        phone.findsNoBarrier();
    }
}
