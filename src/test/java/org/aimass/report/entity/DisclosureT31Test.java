package org.aimass.report.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.aimass.report.entity.Disclosure.Group;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * T31: an attacker who knows every published count and every sum tries to work out a hidden one, by solving the linear
 * equations. Where counts are rounded, only groups of a thousand and more are taken as unknown to the attacker.
 */
class DisclosureT31Test {

    private static final int TABLES = 400;
    private static final long MINIMUM = 10;
    private static final BigInteger PRIME = BigInteger.valueOf(2_147_483_647);

    private final Random random = new Random(31);

    @Test
    void noHiddenCountFollowsFromThePublishedOnes() {
        int withHidden = 0;
        for (int table = 0; table < TABLES; table++) {
            List<Group> groups = table();
            Disclosure disclosure = Disclosure.of(groups, MINIMUM);
            List<Group> hidden = groups.stream()
                    .filter(group -> disclosure.hidden(group.values()).isPresent())
                    .toList();
            withHidden += hidden.isEmpty() ? 0 : 1;
            assertEquals(List.of(), workedOut(groups, disclosure), "table " + table + " " + groups);
        }
        assertTrue(withHidden > TABLES / 3, withHidden + " of " + TABLES + " tables hide something");
    }

    /** Two features of two to five values each, and their intersection; sizes from none to a few thousand. */
    private List<Group> table() {
        int rows = 2 + random.nextInt(4);
        int columns = 2 + random.nextInt(4);
        double scale = Math.pow(10, 1.2 + 2.5 * random.nextDouble());
        Map<Map<String, String>, Long> counts = new LinkedHashMap<>();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                long people = (long) (scale * random.nextDouble() * random.nextDouble());
                counts.merge(Map.of("row", "r" + r), people, Long::sum);
                counts.merge(Map.of("column", "c" + c), people, Long::sum);
                if (people > 0) {
                    counts.put(Map.of("row", "r" + r, "column", "c" + c), people);
                }
            }
        }
        List<Group> groups = new ArrayList<>();
        counts.forEach((values, people) -> {
            if (people > 0) {
                groups.add(new Group(values, Map.of("rows", people), random.nextInt(6) == 0));
            }
        });
        return groups;
    }

    private static List<Map<String, String>> workedOut(List<Group> groups, Disclosure disclosure) {
        Map<Map<String, String>, Integer> unknown = new HashMap<>();
        for (Group group : groups) {
            boolean blurred = disclosure.rounds()
                    && group.counts().values().stream().allMatch(people -> people >= Disclosure.LARGE);
            if (blurred || disclosure.hidden(group.values()).isPresent()) {
                unknown.put(group.values(), unknown.size());
            }
        }
        unknown.put(Map.of(), unknown.size()); // how many everybody is: known only where counts are exact
        List<BigInteger[]> equations = new ArrayList<>();
        if (!disclosure.rounds()) {
            equations.add(equation(unknown, Map.of(), List.of()));
        }
        for (List<String> features : List.of(List.of("row"), List.of("column"), List.of("column", "row"))) {
            equations.add(equation(unknown, Map.of(), parts(groups, features, Map.of())));
        }
        for (Group whole : groups) {
            if (whole.values().size() == 1) {
                equations.add(
                        equation(unknown, whole.values(), parts(groups, List.of("column", "row"), whole.values())));
            }
        }
        boolean[] solved = solved(equations, unknown.size());
        return unknown.entrySet().stream()
                .filter(entry -> solved[entry.getValue()])
                .map(Map.Entry::getKey)
                .filter(group -> disclosure.hidden(group).isPresent())
                .toList();
    }

    private static List<Map<String, String>> parts(
            List<Group> groups, List<String> features, Map<String, String> whole) {
        return groups.stream()
                .map(Group::values)
                .filter(values -> values.keySet().equals(Set.copyOf(features))
                        && values.entrySet().containsAll(whole.entrySet()))
                .toList();
    }

    /** The parts minus the whole are nothing; what is known does not matter for what can be solved. */
    private static BigInteger[] equation(
            Map<Map<String, String>, Integer> unknown, Map<String, String> whole, List<Map<String, String>> parts) {
        BigInteger[] row = new BigInteger[unknown.size()];
        Arrays.fill(row, BigInteger.ZERO);
        for (Map<String, String> part : parts) {
            add(row, unknown.get(part), BigInteger.ONE);
        }
        add(row, unknown.get(whole), PRIME.subtract(BigInteger.ONE));
        return row;
    }

    private static void add(BigInteger[] row, @Nullable Integer index, BigInteger value) {
        if (index != null) {
            row[index] = row[index].add(value).mod(PRIME);
        }
    }

    /** Reduces to echelon form over a large prime field; an unknown is solved where a row has nothing but it. */
    private static boolean[] solved(List<BigInteger[]> rows, int unknowns) {
        int next = 0;
        for (int column = 0; column < unknowns && next < rows.size(); column++) {
            int pivot = next;
            while (pivot < rows.size() && rows.get(pivot)[column].signum() == 0) {
                pivot++;
            }
            if (pivot == rows.size()) {
                continue;
            }
            Collections.swap(rows, pivot, next);
            BigInteger[] base = rows.get(next);
            BigInteger inverse = base[column].modInverse(PRIME);
            for (int i = 0; i < unknowns; i++) {
                base[i] = base[i].multiply(inverse).mod(PRIME);
            }
            for (int other = 0; other < rows.size(); other++) {
                BigInteger factor = rows.get(other)[column];
                if (other != next && factor.signum() != 0) {
                    for (int i = 0; i < unknowns; i++) {
                        rows.get(other)[i] = rows.get(other)[i]
                                .subtract(factor.multiply(base[i]))
                                .mod(PRIME);
                    }
                }
            }
            next++;
        }
        boolean[] solved = new boolean[unknowns];
        for (BigInteger[] row : rows) {
            int last = -1;
            int filled = 0;
            for (int i = 0; i < unknowns; i++) {
                if (row[i].signum() != 0) {
                    last = i;
                    filled++;
                }
            }
            if (filled == 1) {
                solved[last] = true;
            }
        }
        return solved;
    }
}
