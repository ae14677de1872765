package org.aimass.engine.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A group of cases of which several shares are taken, each over the cases that it is about: how sure they are, and their resampling by
 * case or by person.
 */
public final class CountedShares implements MeasuredGroup {

    /** So many shares at most: each case has a bit for each. */
    public static final int MOST = 63;

    private static final int MOST_UNITS = 4_096;

    private final List<String> without;
    private final long cases;
    private final long[] hits;
    private final long[] all;
    private final long[][] units;
    private final long[] keys;
    private final double[] values;

    /**
     * @param without by share why there is none where it is about no case
     * @param about by case the shares that are about it, a bit for each
     * @param counted by case the shares that count it; only shares that are about it
     * @param person by case; empty where nobody says
     */
    public CountedShares(List<String> without, long[] about, long[] counted, long[] person) {
        this.without = List.copyOf(without);
        if (without.size() > MOST || about.length != counted.length) {
            throw new IllegalArgumentException("columns of different lengths, or too many shares");
        }
        cases = about.length;
        int shares = without.size();
        hits = new long[shares];
        all = new long[shares];
        add(about, all);
        add(counted, hits);
        values = new double[shares];
        Arrays.setAll(values, share -> all[share] == 0 ? Double.NaN : (double) hits[share] / all[share]);
        Map<Long, long[]> ofPeople = person.length == 0 ? Map.of() : people(about, counted, person, shares);
        units = ofPeople.values().toArray(new long[0][]);
        keys = ofPeople.keySet().stream().mapToLong(Long::longValue).toArray();
    }

    /** What each person's cases add, the hits first; of many people together. */
    private static Map<Long, long[]> people(long[] about, long[] counted, long[] person, int shares) {
        boolean many = Arrays.stream(person).distinct().count() > MOST_UNITS;
        Map<Long, long[]> units = new TreeMap<>();
        for (int i = 0; i < person.length; i++) {
            long key = many ? Draws.mix(person[i]) & (MOST_UNITS - 1) : person[i];
            long[] unit = units.computeIfAbsent(key, it -> new long[2 * shares]);
            for (int share = 0; share < shares; share++) {
                unit[share] += (counted[i] >>> share) & 1;
                unit[shares + share] += (about[i] >>> share) & 1;
            }
        }
        return units;
    }

    private static void add(long[] masks, long[] into) {
        for (long mask : masks) {
            for (int share = 0; share < into.length; share++) {
                into[share] += (mask >>> share) & 1;
            }
        }
    }

    @Override
    public long rows() {
        return cases;
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public String whyUndefined(int metric) {
        return without.get(metric);
    }

    @Override
    public Optional<Proportion> proportion(int metric) {
        return units.length > 0 ? Optional.empty() : share(metric);
    }

    @Override
    public Optional<Fraction> fraction(int metric) {
        return share(metric).map(Proportion::fraction);
    }

    /** What a share counts, whoever the people are. */
    public Optional<Proportion> share(int metric) {
        return all[metric] == 0
                ? Optional.empty()
                : Optional.of(new Proportion(hits[metric], all[metric], all[metric], true));
    }

    /** Drawing again tells, but of a share at its end: there the exact interval of as many independent cases. */
    @Override
    public Optional<Uncertainty> uncertainty(int metric, double confidence) {
        return share(metric)
                .filter(share -> share.numerator() == 0 || share.numerator() == share.denominator())
                .map(share -> Intervals.clopperPearson(share.numerator(), share.denominator(), confidence))
                .map(exact -> new Interval(exact.low(), exact.high(), confidence, "clopper_pearson_cases"));
    }

    @Override
    public double[][] replicates(int count, long seed, String group) {
        double[][] replicates = new double[count][];
        Draws draws = new Draws(seed, group);
        for (int replicate = 0; replicate < count; replicate++) {
            replicates[replicate] = units.length > 0 ? ofPeople(PersonDraws.stream(seed, replicate)) : ofCases(draws);
        }
        return replicates;
    }

    private double[] ofPeople(long stream) {
        int shares = values.length;
        double[] sums = new double[2 * shares];
        for (int unit = 0; unit < units.length; unit++) {
            int times = PersonDraws.times(stream, keys[unit]);
            for (int sum = 0; times > 0 && sum < sums.length; sum++) {
                sums[sum] += times * (double) units[unit][sum];
            }
        }
        double[] drawn = new double[shares];
        Arrays.setAll(drawn, share -> sums[shares + share] == 0 ? Double.NaN : sums[share] / sums[shares + share]);
        return drawn;
    }

    private double[] ofCases(Draws draws) {
        double[] drawn = new double[values.length];
        for (int share = 0; share < drawn.length; share++) {
            drawn[share] =
                    all[share] == 0 ? Double.NaN : (double) draws.binomial(all[share], values[share]) / all[share];
        }
        return drawn;
    }

    @Override
    public String bootstrapMethod() {
        return units.length > 0 ? "bootstrap_persons" : "bootstrap";
    }
}
