package org.aimass.engine.metrics;

/**
 * The eigenvalues of a symmetric matrix: Householder's reduction to three diagonals, then the implicit QL method (Bowdler, Martin,
 * Reinsch and Wilkinson, Numerische Mathematik 11, 1968). Good to some units in the last place of the largest.
 */
final class SymmetricEigenvalues {

    private static final int MOST_ROUNDS = 60;

    private SymmetricEigenvalues() {}

    /**
     * @param matrix symmetric; overwritten
     * @return in no order
     */
    static double[] of(double[][] matrix) {
        int n = matrix.length;
        double[] diagonal = new double[n];
        double[] beside = new double[n];
        for (int column = 0; column < n; column++) {
            diagonal[column] = matrix[column][column];
            beside[column] = reflect(matrix, column);
        }
        solve(diagonal, beside);
        return diagonal;
    }

    /** Clears a column below the number beside the diagonal, by a reflection of what is left of the matrix; answers that number, 0 of the last. */
    private static double reflect(double[][] matrix, int column) {
        int n = matrix.length;
        int from = column + 1;
        double largest = 0;
        for (int row = from; row < n; row++) {
            largest = Math.max(largest, Math.abs(matrix[row][column]));
        }
        if (largest == 0) {
            return 0;
        }
        double[] mirror = new double[n];
        double square = 0;
        for (int row = from; row < n; row++) {
            mirror[row] = matrix[row][column] / largest;
            square += mirror[row] * mirror[row];
        }
        double length = mirror[from] > 0 ? -Math.sqrt(square) : Math.sqrt(square);
        double half = square - mirror[from] * length;
        mirror[from] -= length;
        double[] moved = new double[n];
        double product = 0;
        for (int row = from; row < n; row++) {
            double sum = 0;
            for (int other = from; other < n; other++) {
                sum += matrix[row][other] * mirror[other];
            }
            moved[row] = sum / half;
            product += moved[row] * mirror[row];
        }
        double share = product / (2 * half);
        for (int row = from; row < n; row++) {
            moved[row] -= share * mirror[row];
        }
        for (int row = from; row < n; row++) {
            for (int other = from; other < n; other++) {
                matrix[row][other] -= mirror[row] * moved[other] + moved[row] * mirror[other];
            }
        }
        return length * largest;
    }

    private static void solve(double[] diagonal, double[] beside) {
        for (int from = 0; from < diagonal.length; from++) {
            int rounds = 0;
            for (int to = end(diagonal, beside, from); to > from; to = end(diagonal, beside, from)) {
                if (rounds++ == MOST_ROUNDS) {
                    throw new ArithmeticException("eigenvalues do not settle");
                }
                turn(diagonal, beside, from, to);
            }
        }
    }

    /** The first place from which on nothing stands beside the diagonal that counts. */
    private static int end(double[] diagonal, double[] beside, int from) {
        int to = from;
        while (to < diagonal.length - 1) {
            double size = Math.abs(diagonal[to]) + Math.abs(diagonal[to + 1]);
            if (Math.abs(beside[to]) <= Math.ulp(size)) {
                break;
            }
            to++;
        }
        return to;
    }

    /** One step with Wilkinson's shift. */
    private static void turn(double[] diagonal, double[] beside, int from, int to) {
        double slope = (diagonal[from + 1] - diagonal[from]) / (2 * beside[from]);
        double length = Math.hypot(slope, 1);
        double rest = diagonal[to] - diagonal[from] + beside[from] / (slope + (slope >= 0 ? length : -length));
        double sine = 1;
        double cosine = 1;
        double shift = 0;
        for (int at = to - 1; at >= from; at--) {
            double turned = sine * beside[at];
            double kept = cosine * beside[at];
            double hypotenuse = Math.hypot(turned, rest);
            beside[at + 1] = hypotenuse;
            if (hypotenuse == 0) {
                diagonal[at + 1] -= shift;
                beside[to] = 0;
                return;
            }
            sine = turned / hypotenuse;
            cosine = rest / hypotenuse;
            double moved = diagonal[at + 1] - shift;
            double mixed = (diagonal[at] - moved) * sine + 2 * cosine * kept;
            shift = sine * mixed;
            diagonal[at + 1] = moved + shift;
            rest = cosine * mixed - kept;
        }
        diagonal[from] -= shift;
        beside[from] = rest;
        beside[to] = 0;
    }
}
