package org.aimass.engine.metrics;

/**
 * What turns a reference into an answer, token by token, at unit costs (Levenshtein, Soviet Physics Doklady 10, 1966). Of the
 * shortest ways the one with most substitutions is counted, so that the three numbers are always the same.
 *
 * @param substitutions tokens that stand where others should
 * @param deletions tokens of the reference that the answer lacks
 * @param insertions tokens of the answer that the reference lacks
 */
public record Edits(int substitutions, int deletions, int insertions) {

    /** An edit costs so much, less 1 for a substitution: so the cheapest way is the shortest, then the one with most of these. */
    private static final long EDIT = 1L << Integer.SIZE;

    /** Takes time proportional to the product of the lengths, and memory proportional to the answer's. */
    public static Edits between(int[] reference, int[] answer) {
        long[] costs = new long[answer.length + 1];
        for (int to = 1; to < costs.length; to++) {
            costs[to] = to * EDIT;
        }
        for (int from = 1; from <= reference.length; from++) {
            long diagonal = costs[0];
            costs[0] = from * EDIT;
            for (int to = 1; to < costs.length; to++) {
                long replaced = diagonal + (reference[from - 1] == answer[to - 1] ? 0 : EDIT - 1);
                diagonal = costs[to];
                costs[to] = Math.min(replaced, Math.min(diagonal, costs[to - 1]) + EDIT);
            }
        }
        long cheapest = costs[answer.length];
        int all = (int) ((cheapest + EDIT - 1) / EDIT);
        int substitutions = (int) (all * EDIT - cheapest);
        int deletions = (all - substitutions + reference.length - answer.length) / 2;
        return new Edits(substitutions, deletions, all - substitutions - deletions);
    }

    /** How many there are: Levenshtein's distance. */
    public int all() {
        return substitutions + deletions + insertions;
    }
}
