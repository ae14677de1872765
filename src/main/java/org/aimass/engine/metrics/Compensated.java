package org.aimass.engine.metrics;

/** A sum of doubles that keeps what each addition rounds away (Neumaier, Zeitschrift für angewandte Mathematik und Mechanik 54, 1974). */
public final class Compensated {

    private double sum;
    private double lost;

    public void add(double addend) {
        double next = sum + addend;
        lost += Math.abs(sum) >= Math.abs(addend) ? sum - next + addend : addend - next + sum;
        sum = next;
    }

    public double value() {
        return sum + lost;
    }
}
