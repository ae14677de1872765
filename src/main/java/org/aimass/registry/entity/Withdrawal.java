package org.aimass.registry.entity;

import java.time.Instant;

/**
 * That a version may not be audited any more.
 *
 * @param by the name of who withdrew it, as it was then
 */
public record Withdrawal(String reason, String by, Instant at) {}
