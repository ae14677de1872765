package org.aimass.engine.task;

import java.util.Arrays;
import java.util.function.IntFunction;

/** The candidates of all searches, row by row. */
final class CandidateLists {

    private static final int MOST_CANDIDATES = 10_000_000;
    private static final int LOST_BITS = 11;
    private static final int KINDS = 3;

    /** What a search says of whether the person is enrolled, where it says nothing. */
    private static final int UNSAID = 2;

    private final KeptRows kept;

    CandidateLists(boolean weighted) {
        kept = new KeptRows(true, true, true, weighted, true);
    }

    void add(CandidateBatch batch, int row, int cell) {
        if (kept.size() == MOST_CANDIDATES) {
            throw tooMany();
        }
        int[] mated = batch.mated();
        double[] rank = batch.rank();
        long[] person = batch.person();
        double[] weight = batch.weight();
        int said = mated == null ? UNSAID : mated[row];
        kept.add(
                (cell * KINDS + batch.candidate()[row]) * KINDS + said,
                batch.score()[row] + 0.0,
                rank == null ? 0 : rank[row],
                person == null ? 0 : (double) (person[row] >>> LOST_BITS),
                weight == null ? 1 : weight[row] + 0.0,
                batch.search()[row]);
    }

    void merge(CandidateLists other, int[] numbers) {
        if (kept.size() + other.kept.size() > MOST_CANDIDATES) {
            throw tooMany();
        }
        int kinds = KINDS * KINDS;
        kept.merge(other.kept, code -> numbers[code / kinds] * kinds + code % kinds);
    }

    private static UnusableRows tooMany() {
        return new UnusableRows(
                "more than " + MOST_CANDIDATES + " candidates; expected no more in one audit of an identification");
    }

    /** Sums up each search. */
    void search(Searches searches, IntFunction<String> searchOf) {
        int size = kept.size();
        int[] code = new int[size];
        double[] score = new double[size];
        double[] rank = new double[size];
        double[] person = new double[size];
        double[] weight = new double[size];
        double[] search = new double[size];
        int[] next = new int[1];
        kept.forEachWeighed((rowCode, rowScore, rowRank, rowPerson, rowWeight, rowSearch) -> {
            int at = next[0]++;
            code[at] = rowCode;
            score[at] = rowScore;
            rank[at] = rowRank;
            person[at] = rowPerson;
            weight[at] = rowWeight;
            search[at] = rowSearch;
        });
        int[] order = RadixSort.sort(search);
        for (int from = 0; from < size; ) {
            int to = from + 1;
            while (to < size && search[to] == search[from]) {
                to++;
            }
            int[] rows = Arrays.copyOfRange(order, from, to);
            try {
                demandOneWeight(rows, weight);
                searches.add(sum(rows, code, score, rank, person).weighing(weight[rows[0]]));
            } catch (UnusableRows e) {
                throw new UnusableRows("search " + searchOf.apply((int) search[from]) + ": " + e.getMessage());
            }
            from = to;
        }
    }

    private static void demandOneWeight(int[] rows, double[] weight) {
        for (int row : rows) {
            if (weight[row] != weight[rows[0]]) {
                throw new UnusableRows("its rows differ in weight; expected one for all");
            }
        }
    }

    private static Searches.Search sum(int[] rows, int[] code, double[] score, double[] rank, double[] person) {
        int mate = -1;
        double highest = Double.NEGATIVE_INFINITY;
        for (int row : rows) {
            demandAgreement(code[row], code[rows[0]], person[row] == person[rows[0]]);
            int candidate = candidateOf(code[row]);
            if (candidate != CandidateBatch.NOBODY) {
                highest = Math.max(highest, score[row]);
            }
            if (candidate == CandidateBatch.MATE && (mate < 0 || score[row] > score[mate])) {
                mate = row;
            }
        }
        int cell = code[rows[0]] / (KINDS * KINDS);
        int said = code[rows[0]] % KINDS;
        if (said == 0 && mate >= 0) {
            throw new UnusableRows("the person is a candidate; expected mated 1");
        }
        boolean mated = said == UNSAID ? mate >= 0 : said == 1;
        long whose = (long) person[rows[0]];
        if (!mated) {
            return new Searches.Search(cell, false, highest, Double.POSITIVE_INFINITY, whose, 1);
        }
        return mate < 0
                ? new Searches.Search(cell, true, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, whose, 1)
                : new Searches.Search(cell, true, score[mate], place(rows, mate, code, score, rank), whose, 1);
    }

    private static void demandAgreement(int code, int first, boolean samePerson) {
        if (code / (KINDS * KINDS) != first / (KINDS * KINDS)) {
            throw new UnusableRows("its rows lie in two groups; expected all in one");
        }
        if (code % KINDS != first % KINDS) {
            throw new UnusableRows("its rows differ in mated; expected one for all");
        }
        if (!samePerson) {
            throw new UnusableRows("its rows lie in two clusters; expected all in one");
        }
    }

    private static int candidateOf(int code) {
        return code / KINDS % KINDS;
    }

    /** As its row says, else behind all others that score no lower. */
    private static double place(int[] rows, int mate, int[] code, double[] score, double[] rank) {
        if (rank[mate] > 0) {
            return rank[mate];
        }
        double place = 1;
        for (int row : rows) {
            place += candidateOf(code[row]) == CandidateBatch.STRANGER && score[row] >= score[mate] ? 1 : 0;
        }
        return place;
    }
}
