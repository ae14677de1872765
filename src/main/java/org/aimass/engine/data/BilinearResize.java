package org.aimass.engine.data;

/**
 * Resizes as Pillow's {@code Image.resize(size, BILINEAR)} does, bit by bit: a triangle filter that widens when the image
 * shrinks, first along rows, then along columns, in fixed point with 22 bits and rounded to 8 bits after each.
 */
final class BilinearResize {

    private static final int PRECISION = 22;
    private static final int MOST = 255;

    /** For each place of the result the first sample that it is made of, and the weights of that and those behind. */
    private final int[] first;

    private final int[][] weights;

    private BilinearResize(int from, int to) {
        first = new int[to];
        weights = new int[to][];
        double scale = (double) from / to;
        double support = Math.max(1, scale);
        for (int place = 0; place < to; place++) {
            double centre = (place + 0.5) * scale;
            int low = Math.max(0, (int) (centre - support + 0.5));
            int high = Math.min(from, (int) (centre + support + 0.5));
            double[] shares = new double[high - low];
            double sum = 0;
            for (int i = 0; i < shares.length; i++) {
                double distance = Math.abs((i + low - centre + 0.5) / support);
                shares[i] = distance < 1 ? 1 - distance : 0;
                sum += shares[i];
            }
            first[place] = low;
            weights[place] = new int[shares.length];
            for (int i = 0; i < shares.length; i++) {
                weights[place][i] = (int) (0.5 + shares[i] / sum * (1 << PRECISION));
            }
        }
    }

    static Pixels of(Pixels image, int width, int height) {
        Pixels wide = width == image.width() ? image : new BilinearResize(image.width(), width).alongRows(image);
        return height == image.height() ? wide : new BilinearResize(image.height(), height).alongColumns(wide);
    }

    private Pixels alongRows(Pixels image) {
        int channels = image.channels();
        byte[] result = new byte[first.length * image.height() * channels];
        for (int y = 0, at = 0; y < image.height(); y++) {
            for (int x = 0; x < first.length; x++) {
                for (int channel = 0; channel < channels; channel++) {
                    int sum = 1 << (PRECISION - 1);
                    for (int i = 0; i < weights[x].length; i++) {
                        sum += image.sample(first[x] + i, y, channel) * weights[x][i];
                    }
                    result[at++] = (byte) Math.min(MOST, sum >> PRECISION);
                }
            }
        }
        return new Pixels(first.length, image.height(), channels, result);
    }

    private Pixels alongColumns(Pixels image) {
        int channels = image.channels();
        byte[] result = new byte[image.width() * first.length * channels];
        for (int y = 0, at = 0; y < first.length; y++) {
            for (int x = 0; x < image.width(); x++) {
                for (int channel = 0; channel < channels; channel++) {
                    int sum = 1 << (PRECISION - 1);
                    for (int i = 0; i < weights[y].length; i++) {
                        sum += image.sample(x, first[y] + i, channel) * weights[y][i];
                    }
                    result[at++] = (byte) Math.min(MOST, sum >> PRECISION);
                }
            }
        }
        return new Pixels(image.width(), first.length, channels, result);
    }
}
