package org.aimass.report.boundary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.aimass.report.entity.RegisterQuery;
import org.aimass.report.entity.RegisterQuery.Facet;
import org.aimass.report.entity.RegisterQuery.Sort;

/** What the register's address asks for, and the addresses that ask for a little more or less. */
record RegisterAddress(RegisterQuery query, long page) {

    private static final int LONGEST_SEARCH = 200;
    private static final int LONGEST_VALUE = 80;
    private static final int MOST_VALUES = 50;

    /** @param parameters as they came, of whatever sort and however many */
    static RegisterAddress of(Map<String, String[]> parameters) {
        String text = first(parameters, "q").strip();
        Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            Set<String> values = new LinkedHashSet<>();
            for (String value : parameters.getOrDefault(facet.parameter(), new String[0])) {
                if (!value.isBlank() && value.length() <= LONGEST_VALUE && values.size() < MOST_VALUES) {
                    values.add(value);
                }
            }
            chosen.put(facet, values);
        }
        String page = first(parameters, "page");
        return new RegisterAddress(
                new RegisterQuery(
                        text.substring(0, Math.min(text.length(), LONGEST_SEARCH)),
                        chosen,
                        sort(first(parameters, "sort"))),
                page.matches("[1-9][0-9]{0,4}") ? Long.parseLong(page) : 1);
    }

    private static String first(Map<String, String[]> parameters, String name) {
        String[] values = parameters.getOrDefault(name, new String[0]);
        return values.length == 0 ? "" : values[0];
    }

    private static Sort sort(String name) {
        for (Sort sort : Sort.values()) {
            if (word(sort).equals(name)) {
                return sort;
            }
        }
        return Sort.NEWEST;
    }

    static String word(Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }

    /** The same list, another page of it. */
    String ofPage(long number) {
        return address(query, number);
    }

    /** The same list from its beginning, in another order. */
    String sorted(Sort sort) {
        return address(new RegisterQuery(query.text(), query.chosen(), sort), 1);
    }

    /** The list from its beginning, with one value less. */
    String without(Facet facet, String value) {
        Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
        chosen.putAll(query.chosen());
        Set<String> left = new TreeSet<>(query.chosen(facet));
        left.remove(value);
        chosen.put(facet, left);
        return address(new RegisterQuery(query.text(), chosen, query.sort()), 1);
    }

    /** The list from its beginning, whatever it says. */
    String withoutWords() {
        return address(new RegisterQuery("", query.chosen(), query.sort()), 1);
    }

    private static String address(RegisterQuery query, long page) {
        List<String> parts = new ArrayList<>();
        if (!query.text().isEmpty()) {
            parts.add("q=" + encoded(query.text()));
        }
        for (Facet facet : Facet.values()) {
            for (String value : new TreeSet<>(query.chosen(facet))) {
                parts.add(facet.parameter() + "=" + encoded(value));
            }
        }
        if (query.sort() != Sort.NEWEST) {
            parts.add("sort=" + word(query.sort()));
        }
        if (page > 1) {
            parts.add("page=" + page);
        }
        return parts.isEmpty() ? "/register" : "/register?" + String.join("&", parts);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
