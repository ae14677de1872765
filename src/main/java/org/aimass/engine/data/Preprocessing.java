package org.aimass.engine.data;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.aimass.engine.BrokenFile;

/**
 * What is done to an image before a model sees it, in this order: channels, resize, crop around the middle, then each sample
 * (0 to 255) times {@code scale}, less the channel's mean, over its standard deviation.
 *
 * @param shorterSide resize so that the shorter side has so many pixels, the longer in proportion (rounded down, as
 *     torchvision has it)
 * @param resize resize to this size whatever the proportions
 * @param crop the size to crop to; empty to take all
 * @param means by channel in the model's order, or one for all; 0 where empty
 * @param deviations by channel in the model's order, or one for all; 1 where empty
 */
public record Preprocessing(
        Channels channels,
        Layout layout,
        OptionalInt shorterSide,
        Optional<Size> resize,
        Optional<Size> crop,
        double scale,
        List<Double> means,
        List<Double> deviations) {

    /** Which samples of a pixel there are, and in which order. */
    public enum Channels {
        RGB,
        BGR,
        GRAY;

        public int count() {
            return this == GRAY ? 1 : 3;
        }
    }

    /** Where an input holds its channels: before height and width, or behind. */
    public enum Layout {
        NCHW,
        NHWC
    }

    /** In pixels, each at least 1. */
    public record Size(int width, int height) {}

    public Preprocessing {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
    }

    /** The size that all images come to; empty where each keeps something of its own. */
    public Optional<Size> size() {
        return crop.or(() -> resize);
    }

    /**
     * Where an image lies that was resized and cropped.
     *
     * @param across how many pixels of the image make one of the model's
     * @param left pixels of the model cropped away there
     */
    public record Placement(double across, double down, int left, int top) {

        /** @param inModel whether the place is counted in the model's pixels; else it is returned as it is */
        public double x(double place, boolean inModel) {
            return inModel ? (place + left) * across : place;
        }

        /** The same from top to bottom. */
        public double y(double place, boolean inModel) {
            return inModel ? (place + top) * down : place;
        }
    }

    /** Where an image of that size comes to lie. */
    public Placement placement(int width, int height) {
        Size resized = resized(width, height);
        int cutLeft = crop.map(size -> Pixels.margin(resized.width, size.width)).orElse(0);
        int cutTop =
                crop.map(size -> Pixels.margin(resized.height, size.height)).orElse(0);
        return new Placement((double) width / resized.width, (double) height / resized.height, cutLeft, cutTop);
    }

    private Size resized(int width, int height) {
        if (shorterSide.isEmpty()) {
            return resize.orElse(new Size(width, height));
        }
        long side = shorterSide.getAsInt();
        boolean upright = width <= height;
        return new Size((int) (upright ? side : side * width / height), (int) (upright ? side * height / width : side));
    }

    /** Resized and cropped. */
    public Pixels shaped(Pixels decoded) throws BrokenFile {
        Pixels image = channels == Channels.GRAY ? decoded.inGrey() : decoded.inColour();
        if (shorterSide.isPresent()) {
            long side = shorterSide.getAsInt();
            boolean upright = image.width() <= image.height();
            image = resized(
                    image,
                    upright ? side : side * image.width() / image.height(),
                    upright ? side * image.height() / image.width() : side);
        } else if (resize.isPresent()) {
            image = resized(image, resize.get().width(), resize.get().height());
        }
        return crop.isPresent() ? cropped(image, crop.get()) : image;
    }

    private static Pixels resized(Pixels image, long width, long height) throws BrokenFile {
        if (width * height > ImageFile.MOST_PIXELS) {
            throw new BrokenFile(
                    "an image of " + image.width() + " x " + image.height() + " pixels, resized to " + width + " x "
                            + height,
                    "at most " + ImageFile.MOST_PIXELS + " pixels");
        }
        return BilinearResize.of(image, (int) width, (int) height);
    }

    private static Pixels cropped(Pixels image, Size size) throws BrokenFile {
        if (size.width() > image.width() || size.height() > image.height()) {
            throw new BrokenFile(
                    "an image of " + image.width() + " x " + image.height() + " pixels",
                    "at least " + size.width() + " x " + size.height() + " to crop from");
        }
        return image.cropped(size.width(), size.height());
    }

    /** What the model sees of a sample. */
    public float value(int sample, int channel) {
        return (float) ((sample * scale - of(means, channel, 0)) / of(deviations, channel, 1));
    }

    private static double of(List<Double> values, int channel, double none) {
        return values.isEmpty() ? none : values.get(values.size() == 1 ? 0 : channel);
    }
}
