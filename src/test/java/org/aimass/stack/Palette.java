package org.aimass.stack;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The colours that a screenshot is mostly made of; all others become the nearest of them, and its file a third as large. */
final class Palette {

    private static final int COLOURS = 72;

    private final Map<Integer, Integer> counts = new HashMap<>();
    private final List<Integer> kept;

    private Palette(BufferedImage picture) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                counts.merge(picture.getRGB(x, y) & 0xffffff, 1, Integer::sum);
            }
        }
        kept = counts.keySet().stream()
                .sorted(Comparator.<Integer>comparingInt(counts::get)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(COLOURS)
                .toList();
    }

    /** The same picture, each pixel with an index into its palette. */
    static BufferedImage reduced(BufferedImage picture) {
        return new Palette(picture).map(picture);
    }

    private BufferedImage map(BufferedImage picture) {
        Map<Integer, Integer> places = new HashMap<>();
        counts.keySet().forEach(colour -> places.put(colour, nearest(colour)));
        BufferedImage reduced =
                new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model());
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                reduced.getRaster().setSample(x, y, 0, places.getOrDefault(picture.getRGB(x, y) & 0xffffff, 0));
            }
        }
        return reduced;
    }

    private IndexColorModel model() {
        byte[][] channels = new byte[3][kept.size()];
        for (int i = 0; i < kept.size(); i++) {
            for (int c = 0; c < 3; c++) {
                channels[c][i] = (byte) channel(kept.get(i), c);
            }
        }
        return new IndexColorModel(8, kept.size(), channels[0], channels[1], channels[2]);
    }

    private int nearest(int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < kept.size() && least > 0; i++) {
            int distance = 0;
            for (int c = 0; c < 3; c++) {
                int apart = channel(colour, c) - channel(kept.get(i), c);
                distance += apart * apart;
            }
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    /** Red, green or blue. */
    private static int channel(int colour, int which) {
        return colour >> (16 - 8 * which) & 0xff;
    }
}
