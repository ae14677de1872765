package org.aimass.audit.entity;

import java.time.Instant;
import org.aimass.security.Person;

/**
 * Who did something, and when.
 *
 * @param name how the person was shown then; never identifies anybody
 */
public record Signature(Person person, String name, Instant at) {}
