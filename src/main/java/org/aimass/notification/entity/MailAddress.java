package org.aimass.notification.entity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a mail goes, in the plain form that every mail server takes: one ASCII address without quotes, comments, spaces or
 * line breaks, so that nothing of it can become a header, a second recipient or a command.
 */
public record MailAddress(String text) {

    private static final int LONGEST = 254;
    private static final Pattern PLAIN = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

    /** @throws IllegalArgumentException unless it is plain */
    public MailAddress {
        if (!isPlain(text)) {
            throw new IllegalArgumentException("not a plain mail address");
        }
    }

    /** Empty for whatever is not a plain address. */
    public static Optional<MailAddress> of(String claimed) {
        return isPlain(claimed) ? Optional.of(new MailAddress(claimed)) : Optional.empty();
    }

    private static boolean isPlain(String text) {
        int at = text.indexOf('@');
        return text.length() <= LONGEST && at <= 64 && PLAIN.matcher(text).matches() && !text.contains("..");
    }

    @Override
    public String toString() {
        return text;
    }
}
