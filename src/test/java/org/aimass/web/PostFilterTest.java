package org.aimass.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** T13: which requests come from the portal's own pages, by what the browser itself says. */
class PostFilterTest {

    private static final String OWN = "https://models.example.org";

    @Test
    void anOwnPageMaySend() {
        assertTrue(PostFilter.isOwn("same-origin", OWN, OWN));
        assertTrue(PostFilter.isOwn(null, OWN, OWN));
        assertTrue(PostFilter.isOwn("same-origin", null, OWN));
    }

    /** R5: a file of unknown length is not begun, for nobody can say whether the disk has room for it. */
    @Test
    void aFileSaysHowLongItIs() {
        assertTrue(PostFilter.hidesItsLength(request("multipart/form-data; boundary=x", -1)));
        assertFalse(PostFilter.hidesItsLength(request("multipart/form-data; boundary=x", 0)));
        assertFalse(PostFilter.hidesItsLength(request("application/x-www-form-urlencoded", -1)));
    }

    private static HttpServletRequest request(String type, long length) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                PostFilterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) ->
                        called.getName().equals("getContentType") ? (Object) type : (Object) length);
    }

    @Test
    void nobodyElseMay() {
        assertFalse(PostFilter.isOwn("cross-site", "https://evil.example", OWN));
        assertFalse(PostFilter.isOwn("same-site", "https://other.example.org", OWN));
        assertFalse(PostFilter.isOwn("none", OWN, OWN));
        assertFalse(PostFilter.isOwn("same-origin", "https://evil.example", OWN));
        assertFalse(PostFilter.isOwn("cross-site", OWN, OWN));
        assertFalse(PostFilter.isOwn(null, "null", OWN));
        assertFalse(PostFilter.isOwn(null, "http://models.example.org", OWN));
        assertFalse(PostFilter.isOwn(null, OWN + ".evil.example", OWN));
        assertFalse(PostFilter.isOwn(null, OWN + ":8443", OWN));
        assertFalse(PostFilter.isOwn(null, null, OWN));
    }
}
