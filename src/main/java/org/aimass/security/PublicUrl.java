package org.aimass.security;

import java.net.URI;

/**
 * Where the portal is, as its readers see it. Every absolute address is made from it, none from what a request says of itself.
 *
 * @param base scheme, host and port, without a path: {@code https://models.example.org}
 */
public record PublicUrl(String base) {

    /** @throws IllegalArgumentException unless it is an http or https address without a path */
    public PublicUrl {
        base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        URI address = URI.create(base);
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!web || address.getHost() == null || !address.getRawPath().isEmpty() || address.getRawQuery() != null) {
            throw new IllegalArgumentException(
                    "AIMASS_PUBLIC_URL must look like https://models.example.org, not like " + base);
        }
    }

    /** As a browser writes it in the Origin header. */
    public String origin() {
        return originOf(URI.create(base));
    }

    public boolean isHttps() {
        return base.startsWith("https:");
    }

    /** @param path starts with a slash */
    public String address(String path) {
        return base + path;
    }

    /** Scheme, host and, unless it is the scheme's own, port, in lower case. */
    static String originOf(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(java.util.Locale.ROOT);
        String host = String.valueOf(address.getHost()).toLowerCase(java.util.Locale.ROOT);
        int port = address.getPort();
        boolean usual = port == -1 || port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }
}
