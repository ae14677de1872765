package org.aimass.shared;

/** What somebody looks for, as a pattern of SQL's {@code like} with the escape character {@code !}. */
public final class SearchText {

    private SearchText() {}

    /** Matches texts that have these characters somewhere; none of them has a meaning of its own. */
    public static String anywhere(String typed) {
        return "%" + typed.strip().replaceAll("[!%_]", "!$0") + "%";
    }
}
