package org.aimass.shared;

import java.time.Instant;

/**
 * How far somebody has read in a list that goes from the newest entry to the oldest. It names the last entry read, not how many were
 * read, so what is added meanwhile shifts nothing.
 *
 * @param at when the last entry read came in
 * @param id of that entry, for those that came in together
 */
public record Bookmark(Instant at, String id) {}
