package org.aimass.engine.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The objects of an annotation file, or the detections of a results file, that is being checked. */
final class CocoMarks {

    private static final int BOX = 4;
    private static final int POINT = 3;
    private static final int MOST_KEYPOINTS = 64;
    private static final Set<String> WITHOUT_GROUPS = Set.of("id", "segmentation");

    private final boolean found;
    private final CocoFields fields = new CocoFields();
    private final Longs imageIds = new Longs();
    private final Longs categoryIds = new Longs();
    private double[] boxes = new double[BOX * 16];
    private final BitSet crowds = new BitSet();
    private final BitSet boxed = new BitSet();
    private final BitSet posed = new BitSet();
    private int keypoints;
    private final double[] box = new double[BOX];
    private double[] points = new double[POINT * MOST_KEYPOINTS];
    private long imageId;
    private long categoryId;
    private long counted;
    private long labelled;
    private boolean isBoxed;
    private boolean isPosed;

    /** @param found whether they are detections */
    CocoMarks(boolean found) {
        this.found = found;
    }

    void read(CheckedJson checked) {
        List<String> needed = found
                ? List.of("image_id", "category_id", "score")
                : List.of("image_id", "category_id", "bbox", "area");
        reset();
        checked.objects(
                found ? CocoResults.MOST_DETECTIONS : CocoFile.MOST_ANNOTATIONS,
                needed,
                field -> field(field, checked),
                () -> add(checked));
    }

    private void reset() {
        imageId = -1;
        categoryId = -1;
        counted = -1;
        labelled = 0;
        isBoxed = false;
        isPosed = false;
    }

    private void field(String field, CheckedJson checked) {
        JsonStream json = checked.json();
        switch (field) {
            case "image_id" -> checked.reads(() -> imageId = json.whole(0, Long.MAX_VALUE));
            case "category_id" -> checked.reads(() -> categoryId = json.whole(0, Long.MAX_VALUE));
            case "bbox" -> isBoxed = checked.reads(() -> json.box(box));
            case "keypoints" -> isPosed = checked.reads(() -> keypoints(json));
            default -> {
                if (found) {
                    ofDetection(field, checked);
                } else {
                    ofObject(field, checked);
                }
            }
        }
    }

    private static void ofDetection(String field, CheckedJson checked) {
        if (field.equals("score")) {
            checked.reads(checked.json()::number);
        } else {
            checked.json().skip();
        }
    }

    private void ofObject(String field, CheckedJson checked) {
        JsonStream json = checked.json();
        switch (field) {
            case "area" -> checked.reads(json::size);
            case "iscrowd" -> checked.reads(() -> crowds.set(size(), json.flag()));
            case "num_keypoints" -> checked.reads(() -> counted = json.whole(0, Integer.MAX_VALUE));
            default -> {
                if (WITHOUT_GROUPS.contains(field)) {
                    json.skip();
                } else {
                    fields.put(size(), field, json);
                }
            }
        }
    }

    /** Three numbers each, of as many keypoints as the first one has. */
    private void keypoints(JsonStream json) {
        json.list();
        int numbers = 0;
        labelled = 0;
        while (json.hasItem()) {
            if (numbers == points.length) {
                throw json.wrong("more", "at most " + MOST_KEYPOINTS + " keypoints");
            }
            points[numbers++] = json.number();
            labelled += numbers % POINT == 0 && points[numbers - 1] > 0 ? 1 : 0;
        }
        if (numbers == 0 || numbers % POINT != 0) {
            throw json.wrong(numbers + " numbers", "three for each keypoint");
        }
        if (keypoints > 0 && numbers != POINT * keypoints) {
            throw json.wrong(numbers + " numbers", POINT * keypoints + " as before");
        }
        keypoints = numbers / POINT;
    }

    private void add(CheckedJson checked) {
        JsonStream json = checked.json();
        int place = size();
        if (isPosed && counted >= 0 && counted != labelled) {
            checked.fault(json.fault("num_keypoints " + counted, labelled + " as labelled"));
        }
        if (found && !isBoxed && !isPosed) {
            checked.fault(json.fault("neither bbox nor keypoints", "one of them"));
        }
        imageIds.add(imageId);
        categoryIds.add(categoryId);
        if (BOX * place == boxes.length) {
            boxes = Arrays.copyOf(boxes, 2 * boxes.length);
        }
        System.arraycopy(box, 0, boxes, BOX * place, BOX);
        boxed.set(place, isBoxed);
        posed.set(place, isPosed && (found || labelled > 0));
        reset();
    }

    /**
     * Finds the image and the category of each, and writes down those that have none or lie wholly outside their image.
     *
     * @return by thing the place of its image and category in the file; -1 where there is none
     */
    int[][] settle(CocoImages images, CocoCategories categories, FaultList faults, IntFunction<String> place) {
        int[] image = places(imageIds, new IdPlaces(images.ids()), faults, place, "image_id", "an image");
        int[] category =
                places(categoryIds, new IdPlaces(categories.ids()), faults, place, "category_id", "a category");
        for (int thing = 0; thing < size() && !found; thing++) {
            if (boxed.get(thing) && image[thing] >= 0 && isOutside(thing, image[thing], images)) {
                faults.add(
                        place.apply(thing) + "/bbox",
                        "a box outside its image",
                        "one that covers a part of its %.0f x %.0f pixels"
                                .formatted(images.width(image[thing]), images.height(image[thing])));
            }
        }
        return new int[][] {image, category};
    }

    private static int[] places(
            Longs ids, IdPlaces known, FaultList faults, IntFunction<String> place, String field, String what) {
        int[] places = new int[ids.size()];
        for (int thing = 0; thing < places.length; thing++) {
            long id = ids.get(thing);
            places[thing] = id < 0 ? -1 : known.of(id);
            if (id >= 0 && places[thing] < 0) {
                faults.add(
                        place.apply(thing) + "/" + field, Long.toString(id), "the id of " + what + " of the dataset");
            }
        }
        return places;
    }

    private boolean isOutside(int thing, int image, CocoImages images) {
        double left = boxes[BOX * thing];
        double top = boxes[BOX * thing + 1];
        double width = images.width(image);
        double height = images.height(image);
        return width > 0
                && height > 0
                && (left >= width
                        || top >= height
                        || left + boxes[BOX * thing + 2] < 0
                        || top + boxes[BOX * thing + 3] < 0);
    }

    int size() {
        return imageIds.size();
    }

    CocoFields fields() {
        return fields;
    }

    /** Whether it stands for many, and need not be found. */
    boolean isCrowd(int thing) {
        return crowds.get(thing);
    }

    /** How many have a box. */
    long boxes() {
        return boxed.cardinality();
    }

    /** How many have keypoints, of objects those with a labelled one. */
    long poses() {
        return posed.cardinality();
    }

    /** How many keypoints each has; 0 where none has any. */
    int keypoints() {
        return keypoints;
    }

    double @Nullable [] box(int thing) {
        return boxed.get(thing) ? Arrays.copyOfRange(boxes, BOX * thing, BOX * thing + BOX) : null;
    }
}
