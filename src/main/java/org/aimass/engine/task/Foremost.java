package org.aimass.engine.task;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The first few rows in some order, whatever the order in which they come; of equal ones those that stand first in the dataset. */
final class Foremost<T> {

    private static final int LONGEST = 300;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\t\n\r]]");

    private record Kept<T>(long line, int cell, T what) {}

    /** Makes of a row what is told of it. */
    interface Teller<T, R> {

        /** @param features the row's values of the sensitive features */
        R tell(long line, Map<String, String> features, T what);
    }

    private final int most;
    private final TreeSet<Kept<T>> kept;

    Foremost(int most, Comparator<T> order) {
        this.most = most;
        kept = new TreeSet<>(
                Comparator.comparing((Kept<T> it) -> it.what, order).thenComparingLong(Kept::line));
    }

    /** Whether the row would be among the first, of those so far. */
    boolean takes(long line, T what) {
        return kept.size() < most || kept.higher(new Kept<>(line, 0, what)) != null;
    }

    /** @param cell the combination of features' values that the row has */
    void add(long line, int cell, T what) {
        kept.add(new Kept<>(line, cell, what));
        if (kept.size() > most) {
            kept.pollLast();
        }
    }

    /** @param numbers of the other's cells here */
    void merge(Foremost<T> other, int[] numbers) {
        other.kept.forEach(it -> add(it.line, numbers[it.cell], it.what));
    }

    <R> List<R> told(CellIndex cells, List<String> features, List<List<String>> dictionaries, Teller<T, R> teller) {
        return kept.stream()
                .map(it -> teller.tell(it.line, values(it.cell, cells, features, dictionaries), it.what))
                .toList();
    }

    private static Map<String, String> values(
            int cell, CellIndex cells, List<String> features, List<List<String>> dictionaries) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int feature = 0; feature < features.size(); feature++) {
            values.put(features.get(feature), dictionaries.get(feature).get(cells.code(cell, feature)));
        }
        return values;
    }

    /** So much of a text as is quoted; in the place of control characters, tabs and ends of lines aside, stands U+FFFD. */
    static String start(String text) {
        int points = text.codePointCount(0, text.length());
        String start = points <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "...";
        return CONTROL.matcher(start).replaceAll("\uFFFD");
    }
}
