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
    private final double[] accepted;

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
    }

    @Override
    public long rows() {
        return pairs.size();
    }

    /** Pairs of one person. */
    public long genuine() {
        return (long) counts[ScoreSteps.GENUINE][0];
    }

    /** Pairs of two people. */
    public long impostor() {
        return (long) counts[ScoreSteps.IMPOSTOR][0];
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public String whyUndefined(int metric) {
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
        double all = counts[VerificationMetrics.kindOf(metric)][0];
        return Optional.of(new Proportion(accepted[metric], all, all, true));
    }

    /**
     * Drawing again tells, but of a rate at its end: there the exact interval of as many independent pairs, which is narrower than
     * people in many pairs allow.
     */
    @Override
    public Optional<Uncertainty> uncertainty(int metric, double confidence) {
        return share(metric)
                .filter(share -> share.numerator() == 0 || share.numerator() == share.denominator())
                .map(share -> Intervals.clopperPearson(share.numerator(), share.denominator(), confidence))
                .map(exact -> new Interval(exact.low(), exact.high(), confidence, "clopper_pearson_pairs"));
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
                kinds[kind] = Resampling.rows(own.length, step -> own[step], step -> true, (long) counts[kind][0]);
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
                    masses[kind][VerificationGroup.this.drawn.stepOf(pair)] += both;
                }
            }
            return masses;
        }
    }
}
