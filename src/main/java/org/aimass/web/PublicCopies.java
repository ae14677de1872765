package org.aimass.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The public pages that were read last, as anybody got them: what the public reads while the database is away. A few megabytes at most;
 * the page that nobody has read for longest goes first.
 */
@ApplicationScoped
public class PublicCopies {

    static final int COPY_AT_MOST = 1 << 20;
    private static final long ALL_AT_MOST = 32L << 20;

    private final LinkedHashMap<String, Copy> copies = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /** A page as it was sent, with the headers that belong to it, such as its type and its content security policy. */
    static final class Copy {

        private final byte[] body;
        private final Map<String, String> headers;
        private final Instant at;

        Copy(byte[] body, Map<String, String> headers, Instant at) {
            this.body = body.clone();
            this.headers = Map.copyOf(headers);
            this.at = at;
        }

        byte[] body() {
            return body.clone();
        }

        Map<String, String> headers() {
            return headers;
        }

        Instant at() {
            return at;
        }

        String type() {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
        }
    }

    synchronized void keep(String address, Copy copy) {
        forget(address);
        copies.put(address, copy);
        bytes += copy.body.length;
        while (bytes > ALL_AT_MOST) {
            forget(copies.keySet().iterator().next());
        }
    }

    synchronized Optional<Copy> find(String address) {
        return Optional.ofNullable(copies.get(address));
    }

    synchronized void forget(String address) {
        Copy copy = copies.remove(address);
        if (copy != null) {
            bytes -= copy.body.length;
        }
    }
}
