package org.aimass.registry.entity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is done to an image before the model sees it, in this order: channels, resize, crop around the middle, then each sample
 * (0 to 255) times {@code scale}, less the channel's mean, over its standard deviation. Not yet checked; {@link #problem} says.
 *
 * @param channels which samples of a pixel there are
 * @param layout where an input holds its channels
 * @param shorterSide resize so that the shorter side has so many pixels, the longer in proportion
 * @param resize resize to this size whatever the proportions
 * @param crop the size to crop to; empty to take all
 * @param means by channel, or one for all; 0 where empty
 * @param deviations by channel, or one for all; 1 where empty
 */
public record ImagePreparation(
        Channels channels,
        Layout layout,
        OptionalInt shorterSide,
        Optional<Size> resize,
        Optional<Size> crop,
        double scale,
        List<Double> means,
        List<Double> deviations) {

    private static final int LONGEST_SIDE = 4096;
    private static final double LARGEST = 1e6;
    private static final double SMALLEST_DEVIATION = 1e-6;

    /** The colours of a pixel, in the model's order. */
    public enum Channels {
        RGB,
        BGR,
        GRAY;

        public int count() {
            return this == GRAY ? 1 : 3;
        }
    }

    /** Channels before height and width, or behind. */
    public enum Layout {
        NCHW,
        NHWC
    }

    /** In pixels. */
    public record Size(int width, int height) {

        boolean isOfAnImage() {
            return isASide(width) && isASide(height);
        }
    }

    /** A part of the preparation that cannot be. */
    public enum Part {
        SIZE("size"),
        SHORTER_SIDE("shorterSide"),
        SCALE("scale"),
        MEANS("means"),
        DEVIATIONS("deviations");

        private final String word;

        Part(String word) {
            this.word = word;
        }

        /** As forms and programs name it. */
        public String word() {
            return word;
        }
    }

    public ImagePreparation {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
    }

    private static boolean isASide(int pixels) {
        return pixels >= 1 && pixels <= LONGEST_SIDE;
    }

    /** The size that all images come to; empty where each keeps its own. */
    public Optional<Size> size() {
        return crop.or(() -> resize);
    }

    /** The first part that cannot be; empty where all can. */
    public Optional<Part> problem() {
        if (shorterSide.isPresent() && !isASide(shorterSide.getAsInt())) {
            return Optional.of(Part.SHORTER_SIDE);
        }
        if (resize.filter(size -> !size.isOfAnImage()).isPresent()
                || crop.filter(size -> !size.isOfAnImage()).isPresent()) {
            return Optional.of(Part.SIZE);
        }
        if (!(Math.abs(scale) <= LARGEST) || scale == 0) {
            return Optional.of(Part.SCALE);
        }
        if (!fit(means, -LARGEST)) {
            return Optional.of(Part.MEANS);
        }
        return fit(deviations, SMALLEST_DEVIATION) ? Optional.empty() : Optional.of(Part.DEVIATIONS);
    }

    private boolean fit(List<Double> values, double least) {
        return (values.size() <= 1 || values.size() == channels.count())
                && values.stream().allMatch(value -> value >= least && value <= LARGEST);
    }
}
