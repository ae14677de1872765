package org.aimass.stack;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The few colours that say almost as much as all of them, by median cut (Heckbert 1982): a screenshot becomes a third as large. */
final class Palette {

    private static final int COLOURS = 96;

    private final Map<Integer, Integer> counts = new HashMap<>();
    private final List<List<Integer>> boxes = new ArrayList<>();

    private Palette(BufferedImage picture) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                counts.merge(picture.getRGB(x, y) & 0xffffff, 1, Integer::sum);
            }
        }
        boxes.add(new ArrayList<>(counts.keySet()));
        while (boxes.size() < COLOURS && split()) {
            // one more
        }
    }

    /** The same picture, each pixel with an index into its palette. */
    static BufferedImage reduced(BufferedImage picture) {
        return new Palette(picture).map(picture);
    }

    /** Cuts the box with the widest side in two along it. */
    private boolean split() {
        List<Integer> widest = boxes.stream().max(Comparator.comparingInt(Palette::width)).orElseThrow();
        if (width(widest) == 0) {
            return false;
        }
        int shift = side(widest);
        widest.sort(Comparator.comparingInt(colour -> channel(colour, shift)));
        boxes.remove(widest);
        int middle = widest.size() / 2;
        boxes.add(new ArrayList<>(widest.subList(0, middle)));
        boxes.add(new ArrayList<>(widest.subList(middle, widest.size())));
        return true;
    }

    private static int width(List<Integer> box) {
        return spread(box, side(box));
    }

    private static int side(List<Integer> box) {
        int red = spread(box, 16);
        int green = spread(box, 8);
        int blue = spread(box, 0);
        return red >= green && red >= blue ? 16 : green >= blue ? 8 : 0;
    }

    private static int spread(List<Integer> box, int shift) {
        int low = 255;
        int high = 0;
        for (int colour : box) {
            low = Math.min(low, channel(colour, shift));
            high = Math.max(high, channel(colour, shift));
        }
        return high - low;
    }

    private static int channel(int colour, int shift) {
        return colour >> shift & 0xff;
    }

    private BufferedImage map(BufferedImage picture) {
        Map<Integer, Integer> places = new HashMap<>();
        byte[][] channels = new byte[3][boxes.size()];
        for (int i = 0; i < boxes.size(); i++) {
            int commonest = boxes.get(i).stream().max(Comparator.comparingInt(counts::get)).orElse(0);
            for (int c = 0; c < 3; c++) {
                channels[c][i] = (byte) channel(commonest, 16 - 8 * c);
            }
            for (int colour : boxes.get(i)) {
                places.put(colour, i);
            }
        }
        BufferedImage reduced = new BufferedImage(
                picture.getWidth(),
                picture.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, boxes.size(), channels[0], channels[1], channels[2]));
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                reduced.getRaster().setSample(x, y, 0, places.getOrDefault(picture.getRGB(x, y) & 0xffffff, 0));
            }
        }
        return reduced;
    }
}
