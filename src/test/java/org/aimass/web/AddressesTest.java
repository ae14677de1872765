package org.aimass.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** T9: addresses that one reader of them takes for another. */
class AddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/register",
                "/reports/AM-2026-0001",
                "/reports/AM-2026-0001.json",
                "/audit/run.xhtml",
                "/jakarta.faces.resource/css/app.css.xhtml",
                "/health/ready",
                "/api/v1/reports/AM-2026-0001"
            })
    void anOrdinaryAddressPasses(String path) {
        assertTrue(Addresses.isWellFormed(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../etc/passwd",
                "/audit/../WEB-INF/web.xml",
                "/audit/..",
                "/./WEB-INF/web.xml",
                "/audit/.",
                "//audit/run.xhtml",
                "/audit//run.xhtml",
                "/audit/run.xhtml;x",
                "/audit;/run.xhtml",
                "/..;/audit/run.xhtml",
                "/audit/run.xhtml;jsessionid=1",
                "/audit\\run.xhtml",
                "/%5cWEB-INF%5cweb.xml",
                "/%5CWEB-INF",
                "/%2e%2e/WEB-INF/web.xml",
                "/%2E%2E/",
                "/.%2e/",
                "/%252e%252e/",
                "/audit%2frun.xhtml",
                "/audit%2Frun.xhtml",
                "/%00",
                "/audit/run.xhtml%00.css",
                "/%0d%0aSet-Cookie:%20a=b",
                "/%3bx",
                "/%7f",
                "/WEB-INF/web.xml",
                "/web-inf/templates/frame.xhtml",
                "/META-INF/MANIFEST.MF",
                "/metrics",
                "/metrics/base",
                "/openapi",
                "/openapi/"
            })
    void aTwistedOneDoesNot(String path) {
        assertFalse(Addresses.isWellFormed(path));
    }

    /** T18: a text with a NUL in it is one that a database refuses, with an error that everybody could cause. */
    @Test
    void aQueryHasNoNulInIt() {
        assertTrue(Addresses.isQueryWellFormed(null));
        assertTrue(Addresses.isQueryWellFormed("q=100%25+%E7%A7%9F&page=2"));
        assertFalse(Addresses.isQueryWellFormed("organization=%00"));
        assertFalse(Addresses.isQueryWellFormed("q=rent&text=a%00b"));
    }

    @ParameterizedTest
    @CsvSource({
        "/, /report/register.xhtml",
        "/register, /report/register.xhtml",
        "/method, /audit/method.xhtml",
        "/my-data, /datausage/mine.xhtml",
        "/work, /desk/work.xhtml",
        "/reports/AM-2026-0001, /report/view.xhtml?number=AM-2026-0001",
        "/reports/AM-2026-0001.json, /api/v1/reports/AM-2026-0001",
        "/reports/AM-2026-0001/entries.json, /api/v1/reports/AM-2026-0001/entries",
        "/reports/AM-2026-0001/versions/2, /report/view.xhtml?number=AM-2026-0001&version=2",
        "/reports/AM-2026-0001/versions/2.json, /api/v1/reports/AM-2026-0001/versions/2",
        "/reports/AM-2026-0001/versions/2.csv, /api/v1/reports/AM-2026-0001/versions/2/tables",
        "/verify, /report/verify.xhtml",
        "/my-data.json, /datausage/mine.json"
    })
    void aShortAddressLeadsToItsPage(String path, String page) {
        assertEquals(Optional.of(page), PublicAddresses.pageOf(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reports/",
                "/reports/AM-2026-1",
                "/reports/am-2026-0001",
                "/reports/AM-2026-0001/",
                "/reports/AM-2026-0001.xml",
                "/reports/AM-2026-0001.csv",
                "/reports/AM-2026-0001/versions/0",
                "/reports/AM-2026-0001/versions/",
                "/reports/AM-2026-0001/versions/1/entries.json",
                "/reports/AM-2026-0001&x=y",
                "/reports/AM-2026-0001?x",
                "/reports/AM-2026-0001%0a",
                "/reports/../method",
                "/reports/AM-2026-0001\n",
                "/Register",
                "/register/"
            })
    void nothingElseIsShort(String path) {
        assertEquals(Optional.empty(), PublicAddresses.pageOf(path));
    }
}
