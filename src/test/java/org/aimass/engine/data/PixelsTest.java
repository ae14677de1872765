package org.aimass.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.aimass.engine.BrokenFile;
import org.junit.jupiter.api.Test;

/** Against what Pillow 12.3 makes of the same samples. */
class PixelsTest {

    private static final Pixels GREY = of(1);
    private static final Pixels COLOUR = of(3);

    /** (37 x + 91 y + 13 x y) mod 256; in colour that, 255 less that and seven times that. */
    private static Pixels of(int channels) {
        byte[] samples = new byte[5 * 4 * channels];
        for (int y = 0, at = 0; y < 4; y++) {
            for (int x = 0; x < 5; x++) {
                int value = (37 * x + 91 * y + 13 * x * y) % 256;
                int[] all = {value, 255 - value, value * 7 % 256};
                for (int channel = 0; channel < channels; channel++) {
                    samples[at++] = (byte) all[channel];
                }
            }
        }
        return new Pixels(5, 4, channels, samples);
    }

    private static int[] samples(Pixels image) {
        int[] samples = new int[image.samples().length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = image.samples()[i] & 0xFF;
        }
        return samples;
    }

    @Test
    void resizesAsPillowDoes() {
        assertArrayEquals(new int[] {85, 129, 131, 127, 146, 143}, samples(BilinearResize.of(GREY, 3, 2)));
        assertArrayEquals(
                new int[] {
                    0, 21, 48, 74, 100, 127, 148, 46, 71, 102, 133, 164, 140, 92, 106, 136, 161, 168, 205, 151, 59,
                    167, 202, 184, 75, 119, 144, 154, 100, 139, 153, 111, 160, 155, 122, 17, 60, 115, 169, 223, 168, 65
                },
                samples(BilinearResize.of(GREY, 7, 6)));
        assertArrayEquals(
                new int[] {27, 68, 109, 150, 114, 137, 193, 122, 178, 107, 66, 139, 134, 206, 99},
                samples(BilinearResize.of(GREY, 5, 3)));
        assertArrayEquals(new int[] {37, 111, 141, 160, 175, 127, 93, 164}, samples(BilinearResize.of(GREY, 2, 4)));
        assertArrayEquals(new int[] {129}, samples(BilinearResize.of(GREY, 1, 1)));
        assertArrayEquals(
                new int[] {
                    45, 210, 50, 109, 146, 38, 129, 126, 69, 161, 95, 193, 150, 105, 111, 137, 118, 174, 98, 157, 156,
                    151, 104, 144, 145, 110, 176
                },
                samples(BilinearResize.of(COLOUR, 3, 3)));
    }

    @Test
    void turnsGreyAsPillowDoes() {
        assertArrayEquals(
                new int[] {
                    150, 139, 129, 119, 108, 138, 134, 101, 97, 168, 126, 100, 147, 121, 124, 158, 139, 119, 100, 154
                },
                samples(COLOUR.inGrey()));
        assertEquals(COLOUR, COLOUR.inColour());
        assertEquals(GREY, GREY.inGrey());
        assertArrayEquals(new int[] {37, 37, 37}, new int[] {
            GREY.inColour().sample(1, 0, 0),
            GREY.inColour().sample(1, 0, 1),
            GREY.inColour().sample(1, 0, 2)
        });
    }

    private static Preprocessing shaped(
            OptionalInt side, Optional<Preprocessing.Size> resize, Optional<Preprocessing.Size> crop) {
        return new Preprocessing(
                Preprocessing.Channels.GRAY, Preprocessing.Layout.NCHW, side, resize, crop, 1, List.of(), List.of());
    }

    @Test
    void resizesByTheShorterSideAndCropsAroundTheMiddle() throws BrokenFile {
        Preprocessing side = shaped(OptionalInt.of(2), Optional.empty(), Optional.empty());
        assertEquals(
                List.of(2, 2),
                List.of(side.shaped(GREY).width(), side.shaped(GREY).height()));
        Pixels tall = new Pixels(2, 5, 1, new byte[10]);
        assertEquals(5, side.shaped(tall).height());
        Preprocessing crop = shaped(OptionalInt.empty(), Optional.empty(), Optional.of(new Preprocessing.Size(3, 2)));
        assertArrayEquals(new int[] {141, 191, 241, 245, 52, 115}, samples(crop.shaped(GREY)));
        BrokenFile small = assertThrows(BrokenFile.class, () -> crop.shaped(tall));
        assertEquals("found an image of 2 x 5 pixels, expected at least 3 x 2 to crop from", small.getMessage());
        Preprocessing huge = shaped(OptionalInt.of(4096), Optional.empty(), Optional.empty());
        BrokenFile large =
                assertThrows(BrokenFile.class, () -> huge.shaped(new Pixels(1, 60_000, 1, new byte[60_000])));
        assertEquals(
                "found an image of 1 x 60000 pixels, resized to 4096 x 245760000, expected at most 50000000 pixels",
                large.getMessage());
    }

    @Test
    void scalesEachChannel() {
        Preprocessing each = new Preprocessing(
                Preprocessing.Channels.RGB,
                Preprocessing.Layout.NCHW,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                0.5,
                List.of(1.0, 2.0, 3.0),
                List.of(4.0));
        assertEquals((10 * 0.5f - 1) / 4, each.value(10, 0));
        assertEquals((11 * 0.5f - 3) / 4, each.value(11, 2));
    }
}
