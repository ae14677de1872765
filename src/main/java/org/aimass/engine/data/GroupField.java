package org.aimass.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A field of images, or of objects, that may form groups. Counted are the objects that are to be found, and the images: those that
 * have the value, or an object that has it.
 *
 * @param ofImages whether it is a field of images
 * @param kinds what its values could be taken for
 * @param values the most frequent values, by objects, then by name; at most 50
 * @param distinct how many different values there are; at least so many where not all could be kept
 * @param complete whether all values were kept
 * @param withoutValue objects that have none
 */
public record GroupField(
        String name,
        boolean ofImages,
        Set<ValueKind> kinds,
        List<Value> values,
        int distinct,
        boolean complete,
        long withoutValue) {

    private static final int SHOWN = 50;

    /** A value, and how many objects and images have it. */
    public record Value(String text, long objects, long images) {}

    public GroupField {
        kinds = Set.copyOf(kinds);
        values = List.copyOf(values);
    }

    /** All fields that can be used: no lists or objects in them, and not of both images and objects. */
    static List<GroupField> of(CocoImages images, CocoMarks objects, int[] imageOf) {
        Map<String, CocoField> own = images.fields().byName();
        Map<String, CocoField> others = objects.fields().byName();
        Set<String> both = new HashSet<>(own.keySet());
        both.retainAll(others.keySet());
        List<GroupField> fields = new ArrayList<>();
        own.forEach((name, field) -> {
            if (field.isUsable() && !field.isEmpty() && !both.contains(name)) {
                fields.add(new Count(field, true, images.size(), objects, imageOf).field(name));
            }
        });
        others.forEach((name, field) -> {
            if (field.isUsable() && !field.isEmpty() && !both.contains(name)) {
                fields.add(new Count(field, false, images.size(), objects, imageOf).field(name));
            }
        });
        return fields;
    }

    /** Counts one field. */
    private static final class Count {

        private final CocoField field;
        private final boolean ofImages;
        private final long[] objects;
        private final long[] images;
        private long without;

        Count(CocoField field, boolean ofImages, int imageCount, CocoMarks marks, int[] imageOf) {
            this.field = field;
            this.ofImages = ofImages;
            objects = new long[field.values().size()];
            images = new long[objects.length];
            if (ofImages) {
                IntStream.range(0, imageCount)
                        .map(field::code)
                        .filter(code -> code >= 0)
                        .forEach(code -> images[code]++);
            }
            int[] last = new int[objects.length];
            Arrays.fill(last, -1);
            for (int object : byImage(imageOf, imageCount)) {
                if (!marks.isCrowd(object)) {
                    int code = field.code(ofImages ? imageOf[object] : object);
                    without += code == CocoField.NONE ? 1 : 0;
                    if (code >= 0) {
                        objects[code]++;
                        images[code] += !ofImages && last[code] != imageOf[object] ? 1 : 0;
                        last[code] = imageOf[object];
                    }
                }
            }
        }

        /** The objects image by image. */
        private static int[] byImage(int[] imageOf, int imageCount) {
            int[] next = new int[imageCount + 1];
            for (int image : imageOf) {
                next[image + 1]++;
            }
            for (int image = 0; image < imageCount; image++) {
                next[image + 1] += next[image];
            }
            int[] order = new int[imageOf.length];
            for (int object = 0; object < imageOf.length; object++) {
                order[next[imageOf[object]]++] = object;
            }
            return order;
        }

        GroupField field(String name) {
            List<Value> values = IntStream.range(0, objects.length)
                    .mapToObj(code -> new Value(field.values().value(code), objects[code], images[code]))
                    .sorted(Comparator.comparingLong(Value::objects).reversed().thenComparing(Value::text))
                    .limit(SHOWN)
                    .toList();
            return new GroupField(name, ofImages, field.kinds(), values, objects.length, field.isComplete(), without);
        }
    }
}
