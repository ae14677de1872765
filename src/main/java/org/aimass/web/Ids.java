package org.aimass.web;

import java.util.UUID;
import org.aimass.shared.Refusal;

/** Ids as addresses and forms carry them. */
public final class Ids {

    private Ids() {}

    /** @throws Refusal NOT_FOUND when the text is not an id: it looks the same as one that does not exist */
    public static UUID of(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
