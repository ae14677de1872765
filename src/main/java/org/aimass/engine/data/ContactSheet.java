package org.aimass.engine.data;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.aimass.engine.BrokenFile;
import org.aimass.engine.Deadline;

/**
 * Small pictures of images, one below the other, as one PNG file of our own making: no byte of the images' files gets into it.
 * Each lies at the left top of its tile; the tile of an image that cannot be read stays grey.
 */
public final class ContactSheet {

    /** In pixels. */
    public static final int TILE_WIDTH = 240;

    public static final int TILE_HEIGHT = 180;

    private static final int GREY = 0xE4E4E4;

    private ContactSheet() {}

    /** @param names of files beside the annotations */
    public static byte[] of(Archive archive, List<String> names, Deadline deadline) {
        NamedFiles files = NamedFiles.beside(archive, CocoFile.ANNOTATIONS);
        BufferedImage sheet =
                new BufferedImage(TILE_WIDTH, TILE_HEIGHT * Math.max(1, names.size()), BufferedImage.TYPE_INT_RGB);
        for (int tile = 0; tile < names.size(); tile++) {
            deadline.check();
            draw(files, names.get(tile), sheet, tile * TILE_HEIGHT);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(sheet, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does no input or output", e);
        }
        return png.toByteArray();
    }

    private static void draw(NamedFiles files, String name, BufferedImage sheet, int top) {
        for (int y = 0; y < TILE_HEIGHT; y++) {
            for (int x = 0; x < TILE_WIDTH; x++) {
                sheet.setRGB(x, top + y, GREY);
            }
        }
        try {
            Pixels small = small(ImageFile.decode(files.bytes(files.find(name))).inColour());
            for (int y = 0; y < small.height(); y++) {
                for (int x = 0; x < small.width(); x++) {
                    sheet.setRGB(
                            x,
                            top + y,
                            small.sample(x, y, 0) << 16 | small.sample(x, y, 1) << 8 | small.sample(x, y, 2));
                }
            }
        } catch (BrokenFile e) {
            // its tile stays grey
        }
    }

    private static Pixels small(Pixels image) {
        double scale =
                Math.min(1, Math.min((double) TILE_WIDTH / image.width(), (double) TILE_HEIGHT / image.height()));
        return BilinearResize.of(image, (int) Math.max(1, Math.floor(image.width() * scale)), (int)
                Math.max(1, Math.floor(image.height() * scale)));
    }
}
