package org.aimass.engine.speech;

import java.util.Optional;

/** A voice as a vector, as some recognizer of speakers made it. */
public final class Embedding {

    private static final int MOST = 4_096;

    private Embedding() {}

    /** Numbers apart by blanks, commas or semicolons, in square brackets or not; empty where it is something else. */
    public static Optional<double[]> of(String text) {
        String bare = text.strip();
        if (bare.startsWith("[") && bare.endsWith("]")) {
            bare = bare.substring(1, bare.length() - 1).strip();
        }
        String[] parts = bare.split("[\\s,;]+", MOST + 1);
        double[] vector = new double[parts.length];
        for (int i = 0; i < vector.length; i++) {
            try {
                vector[i] = Double.parseDouble(parts[i]);
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
            if (!Double.isFinite(vector[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(vector);
    }

    /** The cosine of the angle between two vectors of one length; NaN where one of them is 0. */
    public static double cosine(double[] one, double[] other) {
        double product = 0;
        double square = 0;
        double otherSquare = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
            square += one[i] * one[i];
            otherSquare += other[i] * other[i];
        }
        double lengths = Math.sqrt(square) * Math.sqrt(otherSquare);
        return lengths == 0 ? Double.NaN : Math.max(-1, Math.min(1, product / lengths));
    }
}
