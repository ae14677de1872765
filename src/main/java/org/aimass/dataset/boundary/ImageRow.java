package org.aimass.dataset.boundary;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aimass.dataset.entity.ImagePreview;

/**
 * One image of a dataset to look at: what there is in it, and where.
 *
 * @param fields of the image, then of its objects: names and values
 * @param categories how many objects of each, by name
 * @param drawn whether its boxes can be drawn
 * @param sheetTop where the sheet of pictures begins, seen from the picture's own tile
 * @param boxes in the pixels of the tile
 */
public record ImageRow(
        String file,
        double width,
        double height,
        List<String> fields,
        Map<String, Long> categories,
        boolean drawn,
        int sheetTop,
        double shownWidth,
        double shownHeight,
        List<Box> boxes) {

    private static final double THINNEST = 1;

    /** One object's box. */
    public record Box(String category, double left, double top, double width, double height) {}

    static List<ImageRow> of(ImagePreview preview) {
        return IntStream.range(0, preview.images().size())
                .mapToObj(place -> of(preview, place))
                .toList();
    }

    private static ImageRow of(ImagePreview preview, int place) {
        ImagePreview.Image image = preview.images().get(place);
        double scale = image.hasSize()
                ? Math.min(1, Math.min(preview.tileWidth() / image.width(), preview.tileHeight() / image.height()))
                : 0;
        return new ImageRow(
                image.file(),
                image.width(),
                image.height(),
                fields(image),
                image.objects().stream()
                        .collect(Collectors.groupingBy(
                                ImagePreview.Thing::category, TreeMap::new, Collectors.counting())),
                image.hasSize(),
                -place * preview.tileHeight(),
                image.width() * scale,
                image.height() * scale,
                image.objects().stream().map(thing -> box(thing, scale)).toList());
    }

    /** The image's own, and the different values of its objects. */
    private static List<String> fields(ImagePreview.Image image) {
        Stream<String> own = image.fields().entrySet().stream().map(ImageRow::said);
        Stream<String> others = image.objects().stream()
                .flatMap(thing -> thing.fields().entrySet().stream())
                .map(ImageRow::said)
                .distinct()
                .sorted();
        return Stream.concat(own, others).toList();
    }

    private static String said(Map.Entry<String, String> field) {
        return field.getKey() + ": " + field.getValue();
    }

    private static Box box(ImagePreview.Thing thing, double scale) {
        return new Box(
                thing.category(),
                thing.left() * scale,
                thing.top() * scale,
                Math.max(THINNEST, thing.width() * scale),
                Math.max(THINNEST, thing.height() * scale));
    }
}
