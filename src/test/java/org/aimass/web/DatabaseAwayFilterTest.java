package org.aimass.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R7, T11: what is kept of a public page for everybody is what everybody gets. */
class DatabaseAwayFilterTest {

    @Test
    void onlyAWholePageIsKept() {
        assertTrue(DatabaseAwayFilter.isWholePage(request("GET", Map.of())));
        assertTrue(DatabaseAwayFilter.isWholePage(request("GET", Map.of("Host", "evil.example"))));
        assertFalse(DatabaseAwayFilter.isWholePage(request("GET", Map.of("Faces-Request", "partial/ajax"))));
        assertFalse(DatabaseAwayFilter.isWholePage(request("HEAD", Map.of())));
        assertFalse(DatabaseAwayFilter.isWholePage(request("POST", Map.of())));
    }

    private static HttpServletRequest request(String method, Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                DatabaseAwayFilterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) ->
                        called.getName().equals("getMethod") ? method : headers.get(String.valueOf(arguments[0])));
    }
}
