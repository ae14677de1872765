package org.aimass.audit.entity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A stretch of a snippet: what was said in it and what was understood, which are equal or have no token in common place.
 *
 * @param said empty where nothing was
 * @param heard empty where nothing was
 */
public record SpokenPart(String said, String heard) {

    /** An edit costs so much, less 1 for a substitution, as the engine counts them. */
    private static final long EDIT = 1L << Integer.SIZE;

    public boolean isSame() {
        return said.equals(heard);
    }

    /**
     * Aligns word by word, or character by character, by one of the shortest ways with most substitutions.
     *
     * @param byCharacter where nobody writes blanks between words
     */
    public static List<SpokenPart> align(String said, String heard, boolean byCharacter) {
        List<String> from = tokens(said, byCharacter);
        List<String> to = tokens(heard, byCharacter);
        long[][] costs = costs(from, to);
        List<SpokenPart> steps = new ArrayList<>();
        int i = from.size();
        int j = to.size();
        while (i > 0 || j > 0) {
            if (i > 0 && j > 0 && costs[i][j] == costs[i - 1][j - 1] + replacing(from.get(i - 1), to.get(j - 1))) {
                steps.add(new SpokenPart(from.get(--i), to.get(--j)));
            } else if (i > 0 && costs[i][j] == costs[i - 1][j] + EDIT) {
                steps.add(new SpokenPart(from.get(--i), ""));
            } else {
                steps.add(new SpokenPart("", to.get(--j)));
            }
        }
        Collections.reverse(steps);
        return joined(steps, byCharacter ? "" : " ");
    }

    private static List<String> tokens(String text, boolean byCharacter) {
        return byCharacter
                ? text.codePoints()
                        .filter(point -> !Character.isWhitespace(point))
                        .mapToObj(Character::toString)
                        .toList()
                : List.of(text.strip().split("\\s+")).stream()
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    private static long replacing(String one, String other) {
        return one.equals(other) ? 0 : EDIT - 1;
    }

    private static long[][] costs(List<String> from, List<String> to) {
        long[][] costs = new long[from.size() + 1][to.size() + 1];
        for (int i = 0; i <= from.size(); i++) {
            for (int j = 0; j <= to.size(); j++) {
                long cheapest = i == 0 && j == 0 ? 0 : Long.MAX_VALUE;
                if (i > 0) {
                    cheapest = Math.min(cheapest, costs[i - 1][j] + EDIT);
                }
                if (j > 0) {
                    cheapest = Math.min(cheapest, costs[i][j - 1] + EDIT);
                }
                if (i > 0 && j > 0) {
                    cheapest = Math.min(cheapest, costs[i - 1][j - 1] + replacing(from.get(i - 1), to.get(j - 1)));
                }
                costs[i][j] = cheapest;
            }
        }
        return costs;
    }

    /** Neighbours that are equal, or that are not, as one. */
    private static List<SpokenPart> joined(List<SpokenPart> steps, String blank) {
        List<SpokenPart> parts = new ArrayList<>();
        for (SpokenPart step : steps) {
            int last = parts.size() - 1;
            if (last >= 0 && parts.get(last).isSame() == step.isSame()) {
                SpokenPart before = parts.get(last);
                parts.set(
                        last,
                        new SpokenPart(
                                join(before.said(), step.said(), blank), join(before.heard(), step.heard(), blank)));
            } else {
                parts.add(step);
            }
        }
        return parts;
    }

    private static String join(String first, String second, String blank) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + blank + second;
    }
}
