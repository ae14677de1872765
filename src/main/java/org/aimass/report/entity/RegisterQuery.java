package org.aimass.report.entity;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody looks for in the register.
 *
 * @param text words that must all occur; blank finds all
 * @param chosen by facet, the values of which one must hold; a facet without values lets everything through
 */
public record RegisterQuery(String text, Map<Facet, Set<String>> chosen, Sort sort) {

    /** By what the register can be narrowed. */
    public enum Facet {
        VERDICT("verdict"),
        DOMAIN("domain"),
        TASK("task"),
        STATUS("status"),
        YEAR("year"),
        ORGANIZATION("organization");

        private final String parameter;

        Facet(String parameter) {
            this.parameter = parameter;
        }

        /** Its name in an address. */
        public String parameter() {
            return parameter;
        }
    }

    /** In which order the register is listed; the newest first where two are alike. */
    public enum Sort {
        NEWEST,
        OLDEST,
        DISPARITIES
    }

    public RegisterQuery {
        Map<Facet, Set<String>> copy = new EnumMap<>(Facet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                copy.put(facet, Set.copyOf(values));
            }
        });
        chosen = Map.copyOf(copy);
    }

    /** Everything that has these words, the newest first. */
    public static RegisterQuery of(String text) {
        return new RegisterQuery(text, Map.of(), Sort.NEWEST);
    }

    public Set<String> chosen(Facet facet) {
        return chosen.getOrDefault(facet, Set.of());
    }

    /** Whether anything is asked for, so that an empty list does not mean that there is nothing. */
    public boolean isNarrowed() {
        return !text.isBlank() || !chosen.isEmpty();
    }

    /**
     * How many reports are alike in every facet.
     *
     * @param values the value of each facet
     */
    public record Cell(Map<Facet, String> values, long reports) {

        public Cell {
            values = Map.copyOf(values);
        }
    }

    /**
     * A value of a facet, and how many reports are left when it is chosen beside what is chosen in the other facets.
     *
     * @param chosen whether it is
     */
    public record Count(String value, long reports, boolean chosen) {}

    /** How many reports of these cells are asked for. */
    public long total(List<Cell> cells) {
        return cells.stream().filter(this::matches).mapToLong(Cell::reports).sum();
    }

    /**
     * Every value of a facet that occurs or is chosen, by value.
     *
     * @param cells of all reports with the words that are looked for, whatever else is chosen
     */
    public List<Count> counts(Facet facet, List<Cell> cells) {
        RegisterQuery others = without(facet);
        Map<String, Long> counts = new HashMap<>();
        chosen(facet).forEach(value -> counts.put(value, 0L));
        for (Cell cell : cells) {
            counts.merge(valueOf(cell, facet), others.matches(cell) ? cell.reports() : 0L, Long::sum);
        }
        return new TreeSet<>(counts.keySet())
                .stream()
                        .map(value -> new Count(value, counts.getOrDefault(value, 0L), isChosen(facet, value)))
                        .toList();
    }

    private boolean isChosen(Facet facet, String value) {
        return chosen(facet).contains(value);
    }

    private RegisterQuery without(Facet facet) {
        Map<Facet, Set<String>> others = new HashMap<>(chosen);
        others.remove(facet);
        return new RegisterQuery(text, others, sort);
    }

    private boolean matches(Cell cell) {
        return chosen.entrySet().stream().allMatch(each -> each.getValue().contains(valueOf(cell, each.getKey())));
    }

    private static String valueOf(Cell cell, Facet facet) {
        return cell.values().getOrDefault(facet, "");
    }
}
