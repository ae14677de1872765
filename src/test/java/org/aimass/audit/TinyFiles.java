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

/** An archive of files, such as images of one colour and recordings of a few samples, with the rows that name them. */
public final class TinyFiles {

    private static final int SIDE = 8;

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /**
     * An image of eight by eight pixels.
     *
     * @param colour as in {@code 0xRRGGBB}
     */
    public TinyFiles image(String name, int colour) {
        return image(name, SIDE, colour);
    }

    /** @param side of a square, in pixels */
    public TinyFiles image(String name, int side, int colour) {
        BufferedImage pixels = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < side * side; i++) {
            pixels.setRGB(i % side, i / side, colour);
        }
        return image(name, pixels);
    }

    public TinyFiles image(String name, BufferedImage pixels) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(pixels, "png", out);
            return file(name, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@link TinyModels#recognizer} hears these signs in. */
    public TinyFiles recording(String name, String heard) {
        return file(name, Sounds.wav(16_000, Sounds.spelled(heard, TinyModels.SIGNS)));
    }

    /** Half a second at 16 kHz that swings between two samples of 16 bits, a hundred times a second. */
    TinyFiles voice(String name, int high, int low) {
        return file(name, Sounds.wav(16_000, Sounds.square(8_000, 80, high, low)));
    }

    public TinyFiles rows(String name, CharSequence text) {
        return file(name, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    public TinyFiles file(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    public byte[] zip() {
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
