package org.aimass.engine.data;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.aimass.engine.BadInput;

/** Objects or detections of a COCO file, as columns; once all are read, image by image. */
public final class CocoThings {

    private static final int BOX = 4;
    private static final int FIRST = 16;
    private static final int NONE = -1;

    private final int numbers;
    private final int features;
    private final int most;
    private long[] imageId = new long[FIRST];
    private long[] categoryId = new long[FIRST];
    private double[] box = new double[FIRST * BOX];
    private double[] area = new double[FIRST];
    private double[] score = new double[FIRST];
    private boolean[] crowd = new boolean[FIRST];
    private boolean[] ignored = new boolean[FIRST];
    private double[] points;
    private int[] codes;
    private int size;
    private int[] image = {};
    private int[] category = {};
    /** By image where its things begin in the order. */
    private int[] starts = {};

    private int[] order = {};

    /**
     * The things of one image, in the order of the file.
     *
     * @param category of each its place among the categories
     * @param box four numbers each
     * @param area in square pixels
     * @param points as many numbers each as were asked for
     * @param ignored whether an object need not be found
     * @param crowd whether an object stands for many
     * @param score of detections
     * @param codes by [feature][thing]
     */
    @SuppressWarnings("ArrayRecordComponent") // columns, never compared
    public record Part(
            int[] category,
            double[] box,
            double[] area,
            double[] points,
            boolean[] ignored,
            boolean[] crowd,
            double[] score,
            int[][] codes) {}

    /** One thing that is being read. */
    static final class Thing {
        long imageId;
        long categoryId;
        final double[] box = new double[BOX];
        double area;
        double score;
        boolean crowd;
        boolean ignored;
        final double[] points;
        final int[] codes;

        Thing(int numbers, int features) {
            points = new double[numbers];
            codes = new int[features];
        }
    }

    /**
     * @param numbers of the keypoints of each
     * @param features how many features each has
     * @param most how many there may be
     */
    CocoThings(int numbers, int features, int most) {
        this.numbers = numbers;
        this.features = features;
        this.most = most;
        points = new double[FIRST * numbers];
        codes = new int[FIRST * features];
    }

    public int size() {
        return size;
    }

    int numbers() {
        return numbers;
    }

    /** How many are crowds, or need not be found. */
    public long left(boolean crowds) {
        long left = 0;
        for (int thing = 0; thing < size; thing++) {
            left += (crowds ? crowd[thing] : ignored[thing] && !crowd[thing]) ? 1 : 0;
        }
        return left;
    }

    void add(Thing thing, JsonStream at) {
        if (size == most) {
            throw new BadInput(at.place() + "found more, expected at most " + most);
        }
        if (size == imageId.length) {
            grow(2 * size);
        }
        imageId[size] = thing.imageId;
        categoryId[size] = thing.categoryId;
        area[size] = thing.area;
        score[size] = thing.score;
        crowd[size] = thing.crowd;
        ignored[size] = thing.ignored;
        System.arraycopy(thing.box, 0, box, size * BOX, BOX);
        System.arraycopy(thing.points, 0, points, size * numbers, numbers);
        System.arraycopy(thing.codes, 0, codes, size * features, features);
        size++;
    }

    private void grow(int room) {
        imageId = Arrays.copyOf(imageId, room);
        categoryId = Arrays.copyOf(categoryId, room);
        box = Arrays.copyOf(box, room * BOX);
        area = Arrays.copyOf(area, room);
        score = Arrays.copyOf(score, room);
        crowd = Arrays.copyOf(crowd, room);
        ignored = Arrays.copyOf(ignored, room);
        points = Arrays.copyOf(points, room * numbers);
        codes = Arrays.copyOf(codes, room * features);
    }

    /**
     * Finds out which image and category each belongs to.
     *
     * @param imageIds ascending
     * @param categoryIds ascending
     * @param list how messages name the list they stand in
     * @throws BadInput if one belongs to none
     */
    void settle(long[] imageIds, long[] categoryIds, String list) {
        image = places(imageId, imageIds, list, "image_id", "an image");
        category = places(categoryId, categoryIds, list, "category_id", "a category");
        starts = new int[imageIds.length + 1];
        for (int thing = 0; thing < size; thing++) {
            starts[image[thing] + 1]++;
        }
        for (int i = 0; i < imageIds.length; i++) {
            starts[i + 1] += starts[i];
        }
        int[] next = starts.clone();
        order = new int[size];
        for (int thing = 0; thing < size; thing++) {
            order[next[image[thing]]++] = thing;
        }
    }

    private int[] places(long[] ids, long[] known, String list, String field, String what) {
        int[] places = new int[size];
        for (int thing = 0; thing < size; thing++) {
            places[thing] = Arrays.binarySearch(known, ids[thing]);
            if (places[thing] < 0) {
                throw new BadInput("%s/%d/%s: found %d, expected the id of %s of the dataset"
                        .formatted(list, thing, field, ids[thing], what));
            }
        }
        return places;
    }

    /** The things of an image. */
    public Part of(int inImage) {
        int from = starts[inImage];
        int count = starts[inImage + 1] - from;
        Part part = new Part(
                new int[count],
                new double[count * BOX],
                new double[count],
                new double[count * numbers],
                new boolean[count],
                new boolean[count],
                new double[count],
                new int[features][count]);
        for (int i = 0; i < count; i++) {
            int thing = order[from + i];
            part.category[i] = category[thing];
            part.area[i] = area[thing];
            part.score[i] = score[thing];
            part.crowd[i] = crowd[thing];
            part.ignored[i] = ignored[thing];
            System.arraycopy(box, thing * BOX, part.box, i * BOX, BOX);
            System.arraycopy(points, thing * numbers, part.points, i * numbers, numbers);
            for (int feature = 0; feature < features; feature++) {
                part.codes[feature][i] = codes[thing * features + feature];
            }
        }
        return part;
    }

    /** Gives each thing the code of its image. */
    void inherit(int feature, int[] codeOfImage) {
        for (int thing = 0; thing < size; thing++) {
            codes[thing * features + feature] = codeOfImage[image[thing]];
        }
    }

    /** Whether any thing has a code of a feature. */
    boolean has(int feature) {
        return IntStream.range(0, size).anyMatch(thing -> codes[thing * features + feature] != NONE);
    }

    /** Whether any thing has none. */
    boolean lacks(int feature) {
        return IntStream.range(0, size).anyMatch(thing -> codes[thing * features + feature] == NONE);
    }

    /** Gives each thing that has no code of a feature that one. */
    void fill(int feature, int code) {
        for (int thing = 0; thing < size; thing++) {
            if (codes[thing * features + feature] == NONE) {
                codes[thing * features + feature] = code;
            }
        }
    }
}
