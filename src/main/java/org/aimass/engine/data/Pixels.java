package org.aimass.engine.data;

/**
 * An image of 8-bit samples.
 *
 * @param channels 1 for grey, 3 for red, green, blue
 * @param samples by row, then column, then channel; as unsigned bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Pixels(int width, int height, int channels, byte[] samples) {

    private static final int UNSIGNED = 0xFF;

    public Pixels {
        if (width < 1
                || height < 1
                || (channels != 1 && channels != 3)
                || samples.length != width * height * channels) {
            throw new IllegalArgumentException(samples.length + " samples of " + width + " x " + height
                    + " pixels with " + channels + " channels");
        }
    }

    /** From 0 to 255. */
    public int sample(int x, int y, int channel) {
        return samples[(y * width + x) * channels + channel] & UNSIGNED;
    }

    /** The same in red, green, blue; grey is repeated. */
    public Pixels inColour() {
        if (channels == 3) {
            return this;
        }
        byte[] colour = new byte[3 * samples.length];
        for (int i = 0; i < colour.length; i++) {
            colour[i] = samples[i / 3];
        }
        return new Pixels(width, height, 3, colour);
    }

    /** The same in grey: the luma of ITU-R BT.601, in 16-bit fixed point and rounded, as Pillow has it. */
    public Pixels inGrey() {
        if (channels == 1) {
            return this;
        }
        byte[] grey = new byte[width * height];
        for (int i = 0; i < grey.length; i++) {
            int red = samples[3 * i] & UNSIGNED;
            int green = samples[3 * i + 1] & UNSIGNED;
            int blue = samples[3 * i + 2] & UNSIGNED;
            grey[i] = (byte) ((red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16);
        }
        return new Pixels(width, height, 1, grey);
    }

    /** How much is cropped away at the left, or at the top. */
    static int margin(int from, int to) {
        return (int) Math.rint((from - to) / 2.0);
    }

    /** The part of that size around the middle; where it cannot lie in the middle, half a pixel to the top left, as torchvision has it. */
    public Pixels cropped(int toWidth, int toHeight) {
        if (toWidth > width || toHeight > height) {
            throw new IllegalArgumentException("a crop larger than the image");
        }
        int left = margin(width, toWidth);
        int top = margin(height, toHeight);
        byte[] part = new byte[toWidth * toHeight * channels];
        for (int y = 0; y < toHeight; y++) {
            System.arraycopy(
                    samples, ((top + y) * width + left) * channels, part, y * toWidth * channels, toWidth * channels);
        }
        return new Pixels(toWidth, toHeight, channels, part);
    }
}
