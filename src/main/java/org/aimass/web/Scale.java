package org.aimass.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A horizontal axis that several rows share: where a value lies on it, in percent of its width, so that the text beside a mark
 * never grows with it. Build one per chart from every end that must be seen; it rounds outwards to whole ticks.
 */
public final class Scale {

    /** How the ticks are written. */
    public enum Kind {
        /** A fraction of 1, in percent. */
        SHARE,
        /** A difference of fractions, in signed percentage points. */
        POINTS,
        RATIO,
        NUMBER
    }

    private static final int MOST_STEPS = 5;
    /** The column of shares is the narrower one. */
    private static final int MOST_STEPS_OF_SHARES = 3;

    private static final double WIDE = 1000;

    /** Ends beyond it lie at it: an axis has to be written somehow. */
    private static final double LARGEST = 1e12;

    /** Per power of ten below the width of a step; with the last one every stretch has few enough. */
    private static final double[] ROUND_STEPS = {1, 2, 5, 10, 20};

    private final Kind kind;
    private final double step;
    private final long firstStep;
    private final long lastStep;

    private Scale(Kind kind, double step, long firstStep, long lastStep) {
        this.kind = kind;
        this.step = step;
        this.firstStep = firstStep;
        this.lastStep = lastStep;
    }

    /** For shares, from 0 up to the largest end, in fractions of 1. */
    public static Scale ofShares(Collection<Double> ends) {
        return covering(Kind.SHARE, 0, Math.min(1, max(ends, 0.01)), 0, 1);
    }

    /** The same for errors that may be rare. */
    public static Scale ofRareShares(Collection<Double> ends) {
        return covering(Kind.SHARE, 0, Math.min(1, max(ends, 1e-9)), 0, 1);
    }

    /** For errors in percent of what there was, of which there may be more than 100. */
    public static Scale ofRates(Collection<Double> ends) {
        return covering(Kind.SHARE, 0, max(ends, 1e-9), 0, LARGEST);
    }

    /**
     * For differences between shares, in fractions of 1: always shows 0 and the whole tolerance band.
     *
     * @param tolerance half the width of the band, such as 0.05
     */
    public static Scale ofDifferences(double tolerance, Collection<Double> ends) {
        double room = Math.max(tolerance * 1.5, 0.01);
        return covering(Kind.POINTS, min(ends, -room), max(ends, room), -1, 1);
    }

    /** The same for differences of what is no share. */
    public static Scale ofNumbers(double tolerance, Collection<Double> ends) {
        double room = tolerance * 1.5;
        return covering(Kind.NUMBER, min(ends, -room), max(ends, room), -LARGEST, LARGEST);
    }

    /**
     * For ratios of shares: always shows 1 and the whole band from the tolerance to its inverse.
     *
     * @param tolerance the smallest ratio that is tolerated, such as 0.8
     */
    public static Scale ofRatios(double tolerance, Collection<Double> ends) {
        return covering(Kind.RATIO, min(ends, tolerance), max(ends, 1 / tolerance), 0, LARGEST);
    }

    /** For any other number. */
    public static Scale of(Collection<Double> ends) {
        if (finite(ends).findAny().isEmpty()) {
            return covering(Kind.NUMBER, 0, 1, 0, 1);
        }
        return covering(Kind.NUMBER, min(ends, LARGEST), max(ends, -LARGEST), -LARGEST, LARGEST);
    }

    private static Scale covering(Kind kind, double low, double high, double floor, double ceiling) {
        double from = Math.max(low, floor);
        double to = Math.max(Math.min(high, ceiling), from + 1e-9 * Math.max(1, Math.abs(from)));
        int mostSteps =
                kind == Kind.SHARE || (kind == Kind.NUMBER && isWide(from, to)) ? MOST_STEPS_OF_SHARES : MOST_STEPS;
        double rough = (to - from) / mostSteps;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double round : ROUND_STEPS) {
            double step = round * power;
            long first = (long) Math.floor(from / step + 1e-9);
            long last = (long) Math.ceil(to / step - 1e-9);
            if (last - first <= mostSteps) {
                return new Scale(kind, step, first, last);
            }
        }
        throw new IllegalStateException("no round step between " + low + " and " + high);
    }

    /** Whether its ticks have four digits or more, so that fewer of them go side by side. */
    private static boolean isWide(double from, double to) {
        return Math.max(Math.abs(from), Math.abs(to)) >= WIDE;
    }

    private static double max(Collection<Double> ends, double least) {
        return DoubleStream.concat(DoubleStream.of(least), finite(ends)).max().getAsDouble();
    }

    private static double min(Collection<Double> ends, double most) {
        return DoubleStream.concat(DoubleStream.of(most), finite(ends)).min().getAsDouble();
    }

    private static DoubleStream finite(Collection<Double> ends) {
        return ends.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite);
    }

    public Kind kind() {
        return kind;
    }

    /** The value that says "no difference": 1 for ratios, else 0. */
    public double none() {
        return kind == Kind.RATIO ? 1 : 0;
    }

    public double from() {
        return firstStep * step;
    }

    public double to() {
        return lastStep * step;
    }

    /** Where the value lies, such as "67.39%"; a value beyond an end lies at that end. */
    public String at(double value) {
        return written(place(value));
    }

    /** How wide the stretch between two values is, such as "40.00%". */
    public String width(double low, double high) {
        return written(place(high) - place(low));
    }

    public List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        for (long i = firstStep; i <= lastStep; i++) {
            double value = Double.parseDouble(String.format(Locale.ROOT, "%.6g", i * step));
            String anchor = i == firstStep ? "start" : i == lastStep ? "end" : "middle";
            ticks.add(new Tick(value, at(value), anchor));
        }
        return ticks;
    }

    private double place(double value) {
        return Math.max(0, Math.min(1, (value - from()) / (to() - from())));
    }

    private static String written(double fraction) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * fraction);
    }

    /**
     * A mark on the axis.
     *
     * @param place where, in percent of the width
     * @param anchor which side of its text lies there, so that the outer texts stay within the width
     */
    public record Tick(double value, String place, String anchor) {}
}
