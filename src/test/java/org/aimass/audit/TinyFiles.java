package org.aimass.audit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.aimass.engine.data.Sounds;

/** An archive of images of one colour and of recordings of a few samples, with the rows that name them. */
final class TinyFiles {

    private static final int SIDE = 8;

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /**
     * An image of eight by eight pixels.
     *
     * @param colour as in {@code 0xRRGGBB}
     */
    TinyFiles image(String name, int colour) {
        BufferedImage pixels = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < SIDE * SIDE; i++) {
            pixels.setRGB(i % SIDE, i / SIDE, colour);
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(pixels, "png", out);
            files.put(name, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** What {@link TinyModels#recognizer} hears these signs in. */
    TinyFiles recording(String name, String heard) {
        files.put(
                name,
                Sounds.wav(
                        16_000,
                        heard.chars()
                                .map(sign -> 4_096 * TinyModels.SIGNS.indexOf(sign))
                                .toArray()));
        return this;
    }

    /** Half a second at 16 kHz that swings between two samples of 16 bits, a hundred times a second. */
    TinyFiles voice(String name, int high, int low) {
        int[] samples = new int[8_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i / 80 % 2 == 0 ? high : low;
        }
        files.put(name, Sounds.wav(16_000, samples));
        return this;
    }

    TinyFiles rows(String name, CharSequence text) {
        files.put(name, text.toString().getBytes(StandardCharsets.UTF_8));
        return this;
    }

    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
