package org.aimass.security;

/**
 * Who somebody is: never a mail address or a name, always the pair that the identity provider vouches for.
 *
 * @param issuer the identity provider's issuer address
 * @param subject the identity provider's id for the person
 */
public record Person(String issuer, String subject) {

    public Person {
        if (issuer.isBlank() || subject.isBlank()) {
            throw new IllegalArgumentException("a person has an issuer and a subject");
        }
    }
}
