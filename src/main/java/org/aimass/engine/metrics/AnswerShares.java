package org.aimass.engine.metrics;

/**
 * How often a group is answered with each class, and the same over rows drawn again.
 *
 * @param shares by class; empty where the group has no rows of any weight
 * @param replicates by [replicate][class]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record AnswerShares(double[] shares, double[][] replicates) {

    /** @param count how many times rows are drawn again; 0 for not at all */
    public static AnswerShares of(MulticlassGroup group, int count, Draws draws) {
        ConfusionCells cells = group.cells();
        double[] masses = new double[cells.size()];
        Resampling resampling = group.resampling(draws);
        double[][] replicates = new double[count][];
        for (int replicate = 0; replicate < count; replicate++) {
            resampling.draw(draws, masses);
            replicates[replicate] = shares(cells, masses);
        }
        return new AnswerShares(shares(cells, cells.mass()), replicates);
    }

    private static double[] shares(ConfusionCells cells, double[] masses) {
        double all = 0;
        double[] shares = new double[cells.classes()];
        for (int cell = 0; cell < masses.length; cell++) {
            shares[cells.answer()[cell]] += masses[cell];
            all += masses[cell];
        }
        for (int each = 0; each < shares.length; each++) {
            shares[each] /= all;
        }
        return shares;
    }

    /** Half the sum of the differences, from 0 to 1: so many would have to be answered otherwise. NaN without rows. */
    public double variation(AnswerShares other) {
        return variation(shares, other.shares);
    }

    /** The same of each replicate. */
    public double[] variations(AnswerShares other) {
        double[] variations = new double[replicates.length];
        for (int replicate = 0; replicate < variations.length; replicate++) {
            variations[replicate] = variation(replicates[replicate], other.replicates[replicate]);
        }
        return variations;
    }

    private static double variation(double[] one, double[] other) {
        double sum = 0;
        for (int each = 0; each < one.length; each++) {
            sum += Math.abs(one[each] - other[each]);
        }
        return sum / 2;
    }
}
