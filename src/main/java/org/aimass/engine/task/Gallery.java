package org.aimass.engine.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Enrolled faces, and those that are searched for among them by the cosine of their embeddings. */
final class Gallery {

    /** So many numbers of embeddings are kept: 256 MiB. */
    private static final long MOST_NUMBERS = 1L << 25;

    /** A face of length 1. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Face(long identity, int cell, double[] direction, long person, double weight) {}

    private final List<Face> enrolled = new ArrayList<>();
    private final List<Face> probes = new ArrayList<>();
    private long numbers;

    void add(FaceBatch batch, int row, int cell) {
        double[] direction = direction(batch.embedding()[row]);
        long[] person = batch.person();
        double[] weight = batch.weight();
        demandRoom(direction.length);
        Face face = new Face(
                batch.identity()[row],
                cell,
                direction,
                person == null ? 0 : person[row],
                weight == null ? 1 : weight[row]);
        (batch.enrolled()[row] == 1 ? enrolled : probes).add(face);
    }

    private static double[] direction(double[] embedding) {
        double square = 0;
        for (double number : embedding) {
            square += number * number;
        }
        double length = Math.sqrt(square);
        double[] direction = new double[embedding.length];
        for (int number = 0; number < direction.length; number++) {
            direction[number] = embedding[number] / length;
        }
        return direction;
    }

    private void demandRoom(long more) {
        numbers += more;
        if (numbers > MOST_NUMBERS) {
            throw new UnusableRows("more than " + MOST_NUMBERS
                    + " numbers in all embeddings; expected fewer faces, or smaller embeddings");
        }
    }

    void merge(Gallery other, int[] cells) {
        demandRoom(other.numbers);
        other.enrolled.forEach(face -> enrolled.add(moved(face, cells)));
        other.probes.forEach(face -> probes.add(moved(face, cells)));
    }

    private static Face moved(Face face, int[] cells) {
        return new Face(face.identity, cells[face.cell], face.direction, face.person, face.weight);
    }

    /** Searches for each probe. */
    void search(Searches searches) {
        Map<Long, Integer> people = new LinkedHashMap<>();
        int[] personOf = enrolled.stream()
                .mapToInt(face -> people.computeIfAbsent(face.identity, identity -> people.size()))
                .toArray();
        probes.stream()
                .parallel()
                .map(probe -> search(probe, personOf, people.size(), people.getOrDefault(probe.identity, -1)))
                .toList()
                .forEach(searches::add);
    }

    /** Each person has the score of the face that is most alike; the one searched for stands behind all who score no lower. */
    private Searches.Search search(Face probe, int[] personOf, int people, int mate) {
        double[] best = new double[people];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        for (int face = 0; face < personOf.length; face++) {
            double score = cosine(probe.direction, enrolled.get(face).direction);
            best[personOf[face]] = Math.max(best[personOf[face]], score);
        }
        double highest = Double.NEGATIVE_INFINITY;
        double rank = mate < 0 ? Double.POSITIVE_INFINITY : 1;
        for (int person = 0; person < people; person++) {
            highest = Math.max(highest, best[person]);
            rank += mate >= 0 && person != mate && best[person] >= best[mate] ? 1 : 0;
        }
        return new Searches.Search(
                probe.cell, mate >= 0, mate < 0 ? highest : best[mate], rank, probe.person, probe.weight);
    }

    private static double cosine(double[] one, double[] other) {
        double product = 0;
        for (int number = 0; number < one.length; number++) {
            product += one[number] * other[number];
        }
        return Math.max(-1, Math.min(1, product)) + 0.0;
    }
}
