package org.aimass.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.aimass.engine.BrokenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T7: images as they come, and as nobody should send them. */
class ImageFileT7Test {

    private static byte[] written(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, out));
        return out.toByteArray();
    }

    private static BufferedImage coloured(int type) {
        BufferedImage image = new BufferedImage(3, 2, type);
        for (int i = 0; i < 6; i++) {
            image.setRGB(i % 3, i / 3, 0xFF000000 | (i * 40) << 16 | (250 - i * 30) << 8 | (i * i * 5));
        }
        return image;
    }

    private static String refused(byte[] file) {
        return String.valueOf(
                assertThrows(BrokenFile.class, () -> ImageFile.decode(file)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp"})
    void takesSamplesAsTheyAreWritten(String format) throws IOException {
        Pixels pixels = ImageFile.decode(written(coloured(BufferedImage.TYPE_INT_RGB), format));
        assertEquals(3, pixels.channels());
        for (int i = 0; i < 6; i++) {
            int x = i % 3;
            int y = i / 3;
            assertArrayEquals(
                    new int[] {i * 40, 250 - i * 30, i * i * 5},
                    new int[] {pixels.sample(x, y, 0), pixels.sample(x, y, 1), pixels.sample(x, y, 2)});
        }
    }

    @Test
    void passesOverTransparency() throws IOException {
        Pixels pixels = ImageFile.decode(written(coloured(BufferedImage.TYPE_INT_ARGB), "png"));
        assertEquals(3, pixels.channels());
        assertEquals(220, pixels.sample(1, 0, 1));
    }

    /** Java takes grey for linear light and would brighten it. */
    @Test
    void doesNotBrightenGrey() throws IOException {
        BufferedImage grey = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSample(0, 0, 0, 7);
        grey.getRaster().setSample(1, 0, 0, 130);
        Pixels pixels = ImageFile.decode(written(grey, "png"));
        assertEquals(1, pixels.channels());
        assertEquals(7, pixels.sample(0, 0, 0));
        assertEquals(130, pixels.inColour().sample(1, 0, 2));
        Pixels jpeg = ImageFile.decode(written(grey, "jpg"));
        assertEquals(1, jpeg.channels());
        assertEquals(7, jpeg.sample(0, 0, 0), 3);
    }

    @Test
    void looksPalettesUp() throws IOException {
        byte[] reds = {10, 20};
        byte[] greens = {(byte) 200, 40};
        byte[] blues = {50, 60};
        BufferedImage image = new BufferedImage(
                2, 1, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 2, reds, greens, blues));
        image.getRaster().setSample(0, 0, 0, 1);
        image.getRaster().setSample(1, 0, 0, 0);
        Pixels pixels = ImageFile.decode(written(image, "png"));
        assertArrayEquals(new byte[] {20, 40, 60, 10, (byte) 200, 50}, pixels.samples());
    }

    @Test
    void refusesSixteenBits() throws IOException {
        byte[] file = written(new BufferedImage(2, 2, BufferedImage.TYPE_USHORT_GRAY), "png");
        assertEquals("found more than 8 bits a sample, expected 8", refused(file));
    }

    @Test
    void refusesWhatIsNoImage() {
        assertEquals("found no image, expected a PNG, JPEG or BMP file", refused(new byte[0]));
        assertEquals(
                "found no image, expected a PNG, JPEG or BMP file",
                refused("GIF89a".getBytes(StandardCharsets.US_ASCII)));
    }

    /** The size is read before room for pixels is taken. */
    @Test
    void refusesAFloodOfPixels() throws IOException {
        byte[] file = written(coloured(BufferedImage.TYPE_INT_RGB), "png");
        ByteBuffer header = ByteBuffer.wrap(file);
        header.putInt(16, 60_000).putInt(20, 60_000);
        CRC32 crc = new CRC32();
        crc.update(file, 12, 17);
        header.putInt(29, (int) crc.getValue());
        assertEquals("found an image of 60000 x 60000 pixels, expected at most 50000000 pixels", refused(file));
        byte[] bitmap = written(coloured(BufferedImage.TYPE_INT_RGB), "bmp");
        ByteBuffer.wrap(bitmap)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(18, 1 << 30)
                .putInt(22, 1 << 30);
        assertTrue(refused(bitmap).contains("BMP") || refused(bitmap).contains("pixels"), refused(bitmap));
    }

    /** A JPEG in a BMP has a size that nobody would look at, and its length made the reader take gigabytes. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, -1})
    void refusesAnImageWithinAnImage(int compression) throws IOException {
        byte[] bitmap = written(coloured(BufferedImage.TYPE_INT_RGB), "bmp");
        ByteBuffer.wrap(bitmap)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(30, compression)
                .putInt(34, Integer.MAX_VALUE);
        assertEquals(
                "found a BMP file with another image in it (compression " + Integer.toUnsignedString(compression)
                        + "), expected pixels",
                refused(bitmap));
        assertEquals("found a BMP file that ends in its header, expected an image", refused(Arrays.copyOf(bitmap, 30)));
    }

    /** Cut off and damaged at random: pixels or one line, nothing else, and never more than they claim. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "jpg"})
    void survivesDamage(String format) throws IOException {
        byte[] good = written(coloured(BufferedImage.TYPE_INT_RGB), format);
        Random random = new Random(20260101);
        int decoded = 0;
        int refused = 0;
        for (int i = 0; i < Integer.getInteger("aimass.mutants", 500); i++) {
            byte[] bad = random.nextInt(4) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
            for (int j = random.nextInt(4); j > 0 && bad.length > 0; j--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            try {
                Pixels pixels = ImageFile.decode(bad);
                assertTrue(pixels.width() * pixels.height() <= ImageFile.MOST_PIXELS);
                decoded++;
            } catch (BrokenFile e) {
                String said = String.valueOf(e.getMessage());
                assertTrue(said.length() < 300 && !said.contains("\n"), said);
                refused++;
            }
        }
        assertTrue(decoded > 0 && refused > 0, decoded + " decoded, " + refused + " refused");
    }
}
