package org.aimass.web;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names one request in the log, on an error page and in the response, so that a reader's complaint finds its lines. */
final class RequestId {

    static final String HEADER = "X-Request-Id";
    static final String ATTRIBUTE = RequestId.class.getName();

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private RequestId() {}

    static String random() {
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static void enter(String id) {
        CURRENT.set(id);
    }

    static void leave() {
        CURRENT.remove();
    }

    /** Of the request that this thread works for; empty when it works for none. */
    static String current() {
        String id = CURRENT.get();
        return id == null ? "" : id;
    }
}
