package org.aimass.engine.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An image with its objects, to be looked at.
 *
 * @param file empty where none is named
 * @param width in pixels; 0 where the file does not say
 * @param fields the image's own fields and their values
 */
public record SeenImage(
        String file, double width, double height, Map<String, String> fields, List<SeenObject> objects) {

    private static final int MOST_OBJECTS = 200;

    public SeenImage {
        objects = List.copyOf(objects);
    }

    /**
     * An object.
     *
     * @param box left, top, width and height
     * @param fields its own fields and their values
     */
    public record SeenObject(String category, boolean crowd, List<Double> box, Map<String, String> fields) {}

    static List<SeenImage> of(
            CocoImages images, CocoMarks objects, List<String> categories, int[] imageOf, int[] categoryOf, int most) {
        List<List<SeenObject>> seen = new ArrayList<>();
        for (int image = 0; image < most; image++) {
            seen.add(new ArrayList<>());
        }
        for (int object = 0; object < imageOf.length; object++) {
            int image = imageOf[object];
            double[] box = objects.box(object);
            if (image >= 0
                    && image < most
                    && seen.get(image).size() < MOST_OBJECTS
                    && box != null
                    && categoryOf[object] >= 0) {
                seen.get(image)
                        .add(new SeenObject(
                                categories.get(categoryOf[object]),
                                objects.isCrowd(object),
                                List.of(box[0], box[1], box[2], box[3]),
                                values(objects.fields(), object)));
            }
        }
        List<SeenImage> all = new ArrayList<>();
        for (int image = 0; image < most; image++) {
            all.add(new SeenImage(
                    images.names().get(image),
                    images.width(image),
                    images.height(image),
                    values(images.fields(), image),
                    seen.get(image)));
        }
        return all;
    }

    private static Map<String, String> values(CocoFields fields, int thing) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.byName().forEach((name, field) -> {
            int code = field.code(thing);
            if (field.isUsable() && code >= 0) {
                values.put(name, field.values().value(code));
            }
        });
        return values;
    }
}
