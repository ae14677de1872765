package org.aimass.engine.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

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
    /** By share what its cases weigh, each 1 where they have no weights; first those that count. */
    private final double[] hits;

    private final double[] all;
    private final boolean weighted;
    /** By share of weighted cases the sums of the squared weights, and how many weigh something. */
    private final double[] squaresOfHits;

    private final double[] squares;
    private final double[] some;
    private final double[][] units;
    private final long[] keys;
    private final double[] values;

    /**
     * @param without by share why there is none where it is about no case
     * @param about by case the shares that are about it, a bit for each
     * @param counted by case the shares that count it; only shares that are about it
     * @param person by case; empty where nobody says
     * @param weight by case, at least 0; empty where each counts once
     */
    public CountedShares(List<String> without, long[] about, long[] counted, long[] person, double[] weight) {
        this.without = List.copyOf(without);
        weighted = weight.length > 0;
        if (without.size() > MOST || about.length != counted.length || (weighted && about.length != weight.length)) {
            throw new IllegalArgumentException("columns of different lengths, or too many shares");
        }
        cases = about.length;
        int shares = without.size();
        IntToDoubleFunction one = i -> weighted ? weight[i] : 1;
        all = sums(about, one, shares);
        hits = sums(counted, one, shares);
        squares = sums(about, i -> one.applyAsDouble(i) * one.applyAsDouble(i), shares);
        squaresOfHits = sums(counted, i -> one.applyAsDouble(i) * one.applyAsDouble(i), shares);
        some = sums(about, i -> one.applyAsDouble(i) > 0 ? 1 : 0, shares);
        values = new double[shares];
        Arrays.setAll(values, share -> all[share] == 0 ? Double.NaN : Math.min(1, hits[share] / all[share]));
        Map<Long, double[]> ofPeople = person.length == 0 ? Map.of() : people(about, counted, person, one, shares);
        units = ofPeople.values().toArray(new double[0][]);
        keys = ofPeople.keySet().stream().mapToLong(Long::longValue).toArray();
    }

    /** Cases that count once each. */
    CountedShares(List<String> without, long[] about, long[] counted, long[] person) {
        this(without, about, counted, person, new double[0]);
    }

    /** What each person's cases add, the hits first; of many people together. */
    private static Map<Long, double[]> people(
            long[] about, long[] counted, long[] person, IntToDoubleFunction weight, int shares) {
        boolean many = Arrays.stream(person).distinct().count() > MOST_UNITS;
        Map<Long, double[]> units = new TreeMap<>();
        for (int i = 0; i < person.length; i++) {
            long key = many ? Draws.mix(person[i]) & (MOST_UNITS - 1) : person[i];
            double[] unit = units.computeIfAbsent(key, it -> new double[2 * shares]);
            for (int share = 0; share < shares; share++) {
                unit[share] += weight.applyAsDouble(i) * ((counted[i] >>> share) & 1);
                unit[shares + share] += weight.applyAsDouble(i) * ((about[i] >>> share) & 1);
            }
        }
        return units;
    }

    /** By share the sum over the cases of its bit. */
    private static double[] sums(long[] masks, IntToDoubleFunction addend, int shares) {
        Compensated[] sums = new Compensated[shares];
        Arrays.setAll(sums, share -> new Compensated());
        for (int i = 0; i < masks.length; i++) {
            for (int share = 0; share < shares; share++) {
                if (((masks[i] >>> share) & 1) == 1) {
                    sums[share].add(addend.applyAsDouble(i));
                }
            }
        }
        return Arrays.stream(sums).mapToDouble(Compensated::value).toArray();
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
        boolean nothing = Arrays.stream(all).allMatch(sum -> sum == 0);
        return weighted && nothing ? "all weights are 0" : without.get(metric);
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
        if (all[metric] == 0) {
            return Optional.empty();
        }
        return Optional.of(
                weighted
                        ? Proportion.weighted(
                                Math.min(all[metric], hits[metric]),
                                all[metric],
                                squaresOfHits[metric],
                                squares[metric],
                                (long) some[metric])
                        : new Proportion(hits[metric], all[metric], all[metric], true));
    }

    /** Drawing again tells, but of a share at its end: there the exact interval of as many independent cases. */
    @Override
    public Optional<Uncertainty> uncertainty(int metric, double confidence) {
        return share(metric)
                .filter(share -> share.numerator() == 0 || share.numerator() == share.denominator())
                .map(share -> Intervals.clopperPearson(share.effectiveHits(), share.effectiveRows(), confidence))
                .map(exact -> new Interval(
                        exact.low(),
                        exact.high(),
                        confidence,
                        weighted ? "clopper_pearson_effective_cases" : "clopper_pearson_cases"));
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
                sums[sum] += times * units[unit][sum];
            }
        }
        double[] drawn = new double[shares];
        Arrays.setAll(
                drawn,
                share -> sums[shares + share] == 0 ? Double.NaN : Math.min(1, sums[share] / sums[shares + share]));
        return drawn;
    }

    private double[] ofCases(Draws draws) {
        double[] drawn = new double[values.length];
        for (int share = 0; share < drawn.length; share++) {
            long cases = (long) share(share)
                    .map(it -> Math.max(1, Math.rint(it.effectiveRows())))
                    .orElse(0.0)
                    .doubleValue();
            drawn[share] = cases == 0 ? Double.NaN : (double) draws.binomial(cases, values[share]) / cases;
        }
        return drawn;
    }

    @Override
    public String bootstrapMethod() {
        return units.length > 0 ? "bootstrap_persons" : "bootstrap";
    }
}
