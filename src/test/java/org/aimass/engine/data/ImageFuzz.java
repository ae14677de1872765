package org.aimass.engine.data;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.aimass.engine.BrokenFile;

/** Images: pixels, or one line. */
public final class ImageFuzz {

    private ImageFuzz() {}

    public static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String format : List.of("png", "jpg", "bmp")) {
            BufferedImage image = new BufferedImage(9, 7, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < 63; i++) {
                image.setRGB(i % 9, i / 9, i * 4_000_037);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, format, out);
            seeds.add(out.toByteArray());
        }
        return seeds;
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            Pixels pixels = ImageFile.decode(bytes);
            if ((long) pixels.width() * pixels.height() > ImageFile.MOST_PIXELS) {
                throw new AssertionError("more pixels than allowed");
            }
        } catch (BrokenFile e) {
            String said = String.valueOf(e.getMessage());
            if (said.contains("\n") || said.length() > 300) {
                throw new AssertionError("not one line: " + said, e);
            }
        }
    }
}
