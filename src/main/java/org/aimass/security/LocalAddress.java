package org.aimass.security;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides whether an address that came with a request is a page of this portal. */
public final class LocalAddress {

    private static final int AT_MOST = 2_000;

    /** One slash, then only what an address may hold as it stands: no backslash, no space, no control, no second slash. */
    private static final Pattern SHAPE =
            Pattern.compile("/(?!/)[A-Za-z0-9/._~!$&'()*+,=:@%-]*(\\?[A-Za-z0-9/._~!$&'()*+,=:@%?-]*)?");

    /** A path hides something behind these: slashes, dots, percent signs, semicolons, controls. */
    private static final Pattern HIDDEN = Pattern.compile("%(2[ef5]|3b|5c|7f|[01][0-9a-f]|[89a-f][0-9a-f])");

    /** Going there after sign-in would begin or end one again. */
    private static final Pattern NOT_A_PAGE =
            Pattern.compile("/(sign-in|sign-out|callback|back-channel-logout|api)(/.*)?");

    private LocalAddress() {}

    /** The path and query as they are, or empty unless they lead to a page of this portal and nowhere else. */
    public static Optional<String> of(@Nullable String address) {
        if (address == null
                || address.length() > AT_MOST
                || !SHAPE.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            String path = new URI(address).getRawPath();
            boolean plain = !path.contains("//")
                    && !(path + "/").contains("/../")
                    && !(path + "/").contains("/./")
                    && !HIDDEN.matcher(path.toLowerCase(Locale.ROOT)).find()
                    && !NOT_A_PAGE.matcher(path).matches();
            return plain ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
