package org.aimass.security;

/**
 * A person as one controller's records know them: nobody can get from it to the person, or from one controller's to another's,
 * without the key.
 *
 * @param keyId names the controller's key that made it; not secret
 * @param value HMAC-SHA-256 as 64 lower-case hexadecimal digits
 */
public record SubjectPseudonym(String keyId, String value) {}
