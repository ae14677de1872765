package org.aimass.notification.entity;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Something to be told.
 *
 * @param reference which audit, finding, report or version, such as {@code 2026-0312}: all that a mail says of it
 * @param about what people call it, for the inbox
 * @param address where in the portal it is, such as {@code /audit/run.xhtml?id=...}
 * @param occasion the same for what nobody is to be told twice
 */
public record News(NoticeKind kind, String reference, String about, String address, String occasion) {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9-]{1,60}");
    private static final Pattern ADDRESS = Pattern.compile("/[A-Za-z0-9/._?=&-]{0,399}");
    private static final int LONGEST_ABOUT = 250;
    private static final int LONGEST_OCCASION = 120;

    /** @throws IllegalArgumentException where a text could be read as anything else than what it is */
    public News {
        if (!REFERENCE.matcher(reference).matches()
                || !ADDRESS.matcher(address).matches()
                || address.startsWith("//")
                || occasion.isBlank()
                || occasion.length() > LONGEST_OCCASION) {
            throw new IllegalArgumentException(kind + " is told of no usable reference or address");
        }
        String line = about.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
        about = line.length() <= LONGEST_ABOUT ? line : line.substring(0, LONGEST_ABOUT - 1) + "…";
    }

    /** Told each time it happens. */
    public static News of(NoticeKind kind, String reference, String about, String address) {
        return new News(kind, reference, about, address, UUID.randomUUID().toString());
    }
}
