package org.aimass.engine.metrics;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** One group of compared pairs: its values, how sure they are, and their resampling by person or by pair. */
public final class VerificationGroup implements MeasuredGroup {

    private static final int STEPS_OF_PEOPLE = 2_048;
    private static final int STEPS = 4_096;
    private static final int MOST_STEPS = 256;
    private static final int FEWEST_STEPS = 16;

    private final VerificationMetrics metrics;
    private final PairRows pairs;
    private final ScoreSteps drawn;
    private final double[][] counts;
    private final double[] values;
    /** By rate what counts for it, and of weighted pairs the sum of the squares. */
    private final double[] accepted;

    private final double[] squares;
    /** By kind how many pairs weigh something, and the sum of their squared weights. */
    private final long[] rows = new long[2];

    private final double[] squaresOfKind = new double[2];

    /** @param groups how many groups share the work */
    public VerificationGroup(VerificationMetrics metrics, PairRows pairs, int groups) {
        this.metrics = metrics;
        this.pairs = pairs;
        ScoreSteps exact = new ScoreSteps(pairs, metrics.thresholds(), Integer.MAX_VALUE);
        int most = pairs.ofPeople()
                ? STEPS_OF_PEOPLE
                : Math.min(MOST_STEPS, Math.max(FEWEST_STEPS, STEPS / Math.max(1, groups)));
        drawn = exact.size() <= most ? exact : new ScoreSteps(pairs, metrics.thresholds(), most);
        counts = new double[][] {
            {ScoreSteps.sum(exact.counts()[ScoreSteps.IMPOSTOR])}, {ScoreSteps.sum(exact.counts()[ScoreSteps.GENUINE])}
        };
        values = new double[metrics.list().size()];
        metrics.evaluate(exact, exact.counts(), values);
        accepted = new double[values.length];
        Arrays.setAll(accepted, metric -> metrics.isRate(metric) ? metrics.counted(metric, exact, exact.counts()) : 0);
        squares = new double[pairs.weighted() ? values.length : 0];
        for (int pair = 0; pair < pairs.size(); pair++) {
            square(pair, exact);
        }
    }

    private void square(int pair, ScoreSteps exact) {
        int kind = pairs.genuine()[pair] ? ScoreSteps.GENUINE : ScoreSteps.IMPOSTOR;
        double square = pairs.weight(pair) * pairs.weight(pair);
        rows[kind] += square > 0 ? 1 : 0;
        squaresOfKind[kind] += square;
        for (int metric = 0; metric < squares.length && metrics.isRate(metric); metric++) {
            boolean below = exact.stepOf(pair) < exact.firstOf(VerificationMetrics.targetOf(metric));
            boolean counts =
                    kind == VerificationMetrics.kindOf(metric) && below == VerificationMetrics.countsBelow(metric);
            squares[metric] += counts ? square : 0;
        }
    }

    @Override
    public long rows() {
        return pairs.size();
    }

    /** Pairs of one person that weigh something. */
    public long genuine() {
        return rows[ScoreSteps.GENUINE];
    }

    /** Pairs of two people that weigh something. */
    public long impostor() {
        return rows[ScoreSteps.IMPOSTOR];
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public String whyUndefined(int metric) {
        if (pairs.size() > 0 && genuine() == 0 && impostor() == 0) {
            return "all weights are 0";
        }
        return metrics.whyUndefined(metric, counts[ScoreSteps.IMPOSTOR][0], counts[ScoreSteps.GENUINE][0]);
    }

    @Override
    public Optional<Proportion> proportion(int metric) {
        return pairs.ofPeople() ? Optional.empty() : share(metric);
    }

    @Override
    public Optional<Fraction> fraction(int metric) {
        return share(metric).map(Proportion::fraction);
    }

    /** What a rate counts, whoever the people are. */
    public Optional<Proportion> share(int metric) {
        if (!metrics.isRate(metric) || Double.isNaN(values[metric])) {
            return Optional.empty();
        }
        int kind = VerificationMetrics.kindOf(metric);
        double all = counts[kind][0];
        return Optional.of(
                pairs.weighted()
                        ? Proportion.weighted(
                                Math.min(all, accepted[metric]), all, squares[metric], squaresOfKind[kind], rows[kind])
                        : new Proportion(accepted[metric], all, all, true));
    }

    /**
     * Drawing again tells, but of a rate at its end: there the exact interval of as many independent pairs, which is narrower than
     * people in many pairs allow.
     */
    @Override
    public Optional<Uncertainty> uncertainty(int metric, double confidence) {
        return share(metric)
                .filter(share -> share.numerator() == 0 || share.numerator() == share.denominator())
                .map(share -> Intervals.clopperPearson(share.effectiveHits(), share.effectiveRows(), confidence))
                .map(exact -> new Interval(
                        exact.low(),
                        exact.high(),
                        confidence,
                        pairs.weighted() ? "clopper_pearson_effective_pairs" : "clopper_pearson_pairs"));
    }

    @Override
    public double[][] replicates(int count, long seed, String group) {
        double[][] replicates = new double[count][values.length];
        if (pairs.ofPeople()) {
            People people = new People(pairs);
            IntStream.range(0, count)
                    .parallel()
                    .forEach(replicate -> metrics.evaluate(
                            drawn, people.drawn(PersonDraws.stream(seed, replicate)), replicates[replicate]));
        } else {
            Draws draws = new Draws(seed, group);
            Resampling[] kinds = new Resampling[2];
            for (int kind = ScoreSteps.IMPOSTOR; kind <= ScoreSteps.GENUINE; kind++) {
                double[] own = drawn.counts()[kind];
                kinds[kind] = Resampling.rows(own.length, step -> own[step], step -> true, drawn(kind));
            }
            double[][] masses = new double[2][drawn.size()];
            for (double[] replicate : replicates) {
                kinds[ScoreSteps.IMPOSTOR].draw(draws, masses[ScoreSteps.IMPOSTOR]);
                kinds[ScoreSteps.GENUINE].draw(draws, masses[ScoreSteps.GENUINE]);
                metrics.evaluate(drawn, masses, replicate);
            }
        }
        return replicates;
    }

    /** As many pairs as there are, or by Kish as their weights are worth. */
    private long drawn(int kind) {
        double all = counts[kind][0];
        return all == 0 ? 0 : Math.max(1, Math.round(all * all / squaresOfKind[kind]));
    }

    /** {@code bootstrap_pairs} draws among the pairs of each kind. */
    @Override
    public String bootstrapMethod() {
        return pairs.ofPeople() ? "bootstrap_persons" : "bootstrap_pairs";
    }

    /** The people of the pairs, numbered. */
    private final class People {

        private final long[] all;
        private final int[] left;
        private final int[] right;

        People(PairRows rows) {
            all = IntStream.range(0, 2 * rows.size())
                    .mapToLong(side -> side % 2 == 0 ? rows.left()[side / 2] : rows.right()[side / 2])
                    .sorted()
                    .distinct()
                    .toArray();
            left = numbers(rows.left());
            right = numbers(rows.right());
        }

        private int[] numbers(long[] people) {
            return Arrays.stream(people)
                    .mapToInt(person -> Arrays.binarySearch(all, person))
                    .toArray();
        }

        /** By [kind][step] how many pairs there are when the people are drawn again. */
        private double[][] drawn(long stream) {
            byte[] times = new byte[all.length];
            for (int person = 0; person < times.length; person++) {
                times[person] = (byte) PersonDraws.times(stream, all[person]);
            }
            double[][] masses = new double[2][VerificationGroup.this.drawn.size()];
            for (int pair = 0; pair < left.length; pair++) {
                int one = times[left[pair]];
                int both = left[pair] == right[pair] ? one : one * times[right[pair]];
                if (both > 0) {
                    int kind = pairs.genuine()[pair] ? ScoreSteps.GENUINE : ScoreSteps.IMPOSTOR;
                    masses[kind][VerificationGroup.this.drawn.stepOf(pair)] += both * pairs.weight(pair);
                }
            }
            return masses;
        }
    }
}
