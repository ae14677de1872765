package org.aimass.engine.data;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.aimass.engine.BrokenFile;
import org.aimass.engine.OneLine;

/**
 * Decodes PNG, JPEG and BMP with the platform's own readers, behind limits: the kind by the first bytes, the size before the
 * pixels. Samples are taken as they are written: colour profiles, gamma, transparency and the camera's orientation are
 * passed over.
 */
public final class ImageFile {

    /** The most pixels of an image, and of all that are being decoded at a time: 50 million. */
    public static final int MOST_PIXELS = 50_000_000;

    private static final int LONGEST_SIDE = 1 << 16;
    private static final int SAMPLE_BITS = 8;
    /** Where a BMP says how long its header is, and how its pixels are packed; a header of twelve bytes does not say. */
    private static final int HEADER_SIZE = 14;

    private static final int COMPRESSION = 30;
    private static final int OLD_HEADER = 12;
    private static final int BITFIELDS = 3;
    /** Threads share the memory that decoding takes. */
    private static final Semaphore PIXELS = new Semaphore(MOST_PIXELS, true);

    private enum Kind {
        PNG("\u0089PNG\r\n\u001A\n"),
        JPEG("\u00FF\u00D8\u00FF"),
        BMP("BM");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }

        private boolean marks(byte[] file) {
            int length = Math.min(file.length, mark.length());
            return new String(file, 0, length, StandardCharsets.ISO_8859_1).equals(mark);
        }
    }

    static {
        ImageIO.setUseCache(false);
    }

    private ImageFile() {}

    /**
     * The pixels of an image.
     *
     * @param file all its bytes
     * @throws BrokenFile if it is none that is read, too large or damaged
     */
    public static Pixels decode(byte[] file) throws BrokenFile {
        Kind kind = Arrays.stream(Kind.values())
                .filter(it -> it.marks(file))
                .findFirst()
                .orElseThrow(() -> new BrokenFile("no image", "a PNG, JPEG or BMP file"));
        if (kind == Kind.BMP) {
            demandPixelsOfItsOwn(file);
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.name()).next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width < 1
                    || height < 1
                    || width > LONGEST_SIDE
                    || height > LONGEST_SIDE
                    || width * height > MOST_PIXELS) {
                throw new BrokenFile(
                        "an image of " + width + " x " + height + " pixels", "at most " + MOST_PIXELS + " pixels");
            }
            return decode(reader, (int) (width * height));
        } catch (BrokenFile e) {
            throw e;
        } catch (IOException | RuntimeException e) { // the readers answer damaged files with exceptions of all kinds
            String why = Optional.ofNullable(e.getMessage()).orElse("damaged");
            throw new BrokenFile(
                    "a " + kind + " file that cannot be decoded (" + OneLine.of(why, 80) + ")", "an image");
        } finally {
            reader.dispose();
        }
    }

    /** A BMP may wrap a whole JPEG or PNG file: with a size of its own, which nobody looks at, and a length that its reader believes. */
    private static void demandPixelsOfItsOwn(byte[] bitmap) throws BrokenFile {
        if (bitmap.length < COMPRESSION + Integer.BYTES) {
            throw new BrokenFile("a BMP file that ends in its header", "an image");
        }
        ByteBuffer header = ByteBuffer.wrap(bitmap).order(ByteOrder.LITTLE_ENDIAN);
        long compression = Integer.toUnsignedLong(header.getInt(COMPRESSION));
        if (header.getInt(HEADER_SIZE) != OLD_HEADER && compression > BITFIELDS) {
            throw new BrokenFile("a BMP file with another image in it (compression " + compression + ")", "pixels");
        }
    }

    private static Pixels decode(ImageReader reader, int size) throws IOException {
        PIXELS.acquireUninterruptibly(size);
        try {
            ImageReadParam all = reader.getDefaultReadParam();
            return pixels(reader.read(0, all));
        } finally {
            PIXELS.release(size);
        }
    }

    private static Pixels pixels(BufferedImage image) throws BrokenFile {
        int width = image.getWidth();
        int height = image.getHeight();
        Raster raster = image.getRaster();
        if (image.getColorModel() instanceof IndexColorModel palette) {
            return ofPalette(raster, palette, width, height);
        }
        if (Arrays.stream(raster.getSampleModel().getSampleSize()).anyMatch(bits -> bits > SAMPLE_BITS)) {
            throw new BrokenFile("more than 8 bits a sample", "8");
        }
        boolean grey = raster.getNumBands() < 3;
        List<Integer> bands = grey ? List.of(0) : List.of(0, 1, 2);
        byte[] samples = new byte[width * height * bands.size()];
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            for (int band : bands) {
                raster.getSamples(0, y, width, 1, band, line);
                for (int x = 0; x < width; x++) {
                    samples[(y * width + x) * bands.size() + band] = (byte) line[x];
                }
            }
        }
        return new Pixels(width, height, bands.size(), samples);
    }

    private static Pixels ofPalette(Raster raster, IndexColorModel palette, int width, int height) {
        byte[] samples = new byte[width * height * 3];
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            raster.getSamples(0, y, width, 1, 0, line);
            for (int x = 0; x < width; x++) {
                int colour = palette.getRGB(Math.min(line[x], palette.getMapSize() - 1));
                int at = (y * width + x) * 3;
                samples[at] = (byte) (colour >> 16);
                samples[at + 1] = (byte) (colour >> 8);
                samples[at + 2] = (byte) colour;
            }
        }
        return new Pixels(width, height, 3, samples);
    }
}
