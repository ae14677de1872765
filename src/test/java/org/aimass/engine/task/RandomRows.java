package org.aimass.engine.task;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Random;

/** Rows drawn at random, every column filled, with many tied scores. */
final class RandomRows {

    final LabelledBatch all;
    private final Random random;

    /** @param groups values of each of three features */
    RandomRows(long seed, int rows, int groups) {
        random = new Random(seed);
        int[] label = new int[rows];
        int[] prediction = new int[rows];
        double[] score = new double[rows];
        double[] weight = new double[rows];
        int[] cluster = new int[rows];
        int[][] features = new int[3][rows];
        for (int row = 0; row < rows; row++) {
            label[row] = (byte) random.nextInt(2);
            score[row] = random.nextBoolean() ? random.nextInt(11) / 10.0 : random.nextDouble();
            prediction[row] = score[row] >= 0.5 ? 1 : 0;
            weight[row] = Math.exp(3 * random.nextGaussian());
            cluster[row] = random.nextInt(Math.max(1, rows / 3));
            for (int[] feature : features) {
                feature[row] = random.nextInt(groups);
            }
        }
        all = new LabelledBatch(rows, label, prediction, score, weight, cluster, features);
    }

    /** The rows dealt at random to as many parts as given, in random order. */
    LabelledBatch[] parts(int number) {
        int[] order = new int[all.rows()];
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        int[][] rowsOf = new int[number][];
        int from = 0;
        for (int part = 0; part < number; part++) {
            int to = part == number - 1 ? order.length : from + random.nextInt(order.length - from + 1);
            rowsOf[part] = Arrays.copyOfRange(order, from, to);
            from = to;
        }
        LabelledBatch[] parts = new LabelledBatch[number];
        for (int part = 0; part < number; part++) {
            parts[part] = pick(rowsOf[part]);
        }
        return parts;
    }

    LabelledBatch pick(int[] rows) {
        int size = rows.length;
        int[] label = new int[size];
        int[] prediction = new int[size];
        double[] score = new double[size];
        double[] weight = new double[size];
        int[] cluster = new int[size];
        int[][] features = new int[all.features().length][size];
        for (int i = 0; i < size; i++) {
            label[i] = all.label()[rows[i]];
            prediction[i] = all.prediction()[rows[i]];
            score[i] = requireNonNull(all.score())[rows[i]];
            weight[i] = requireNonNull(all.weight())[rows[i]];
            cluster[i] = requireNonNull(all.cluster())[rows[i]];
            for (int feature = 0; feature < features.length; feature++) {
                features[feature][i] = all.features()[feature][rows[i]];
            }
        }
        return new LabelledBatch(size, label, prediction, score, weight, cluster, features);
    }
}
