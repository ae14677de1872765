package org.aimass.audit.boundary;

import java.util.List;

/** What a number rests on, as terms and texts: opened at the number itself. */
public record Explained(List<Fact> facts) {

    /** Such as "Out of" and "2,310, people with the positive label". */
    public record Fact(String term, String text) {}

    public Explained {
        facts = List.copyOf(facts);
    }
}
