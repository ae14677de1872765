package org.aimass.engine.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.engine.OneLine;
import org.aimass.shared.Sha256Digest;

/**
 * A dataset as the COCO challenge writes it: {@code images}, {@code annotations} and {@code categories}, in any order. A feature is a
 * field of images, or of annotations, or of an object {@code attributes} in them. Masks are not read.
 */
public final class CocoFile {

    /** The annotation file of an archive where nobody names another. */
    public static final String ANNOTATIONS = "annotations.json";

    /** More images are not read. */
    public static final int MOST_IMAGES = 1_000_000;

    static final int MOST_ANNOTATIONS = 1_000_000;
    static final int MOST_CATEGORIES = 2_000;
    private static final int MOST_VALUES = 50_000;
    private static final int LONGEST_NAME = 1_000;
    /** Numbers of keypoints, all together. */
    private static final int MOST_NUMBERS = 40_000_000;

    private static final int POINT = 3;
    private static final int NONE = -1;
    /** The value of a feature that a thing does not have. */
    public static final String MISSING = "(missing)";

    /**
     * What is wanted of a dataset.
     *
     * @param features fields whose values form groups
     * @param keypoints how many each object has; 0 for boxes
     */
    public record Wanted(List<String> features, int keypoints) {
        public Wanted {
            features = List.copyOf(features);
        }

        private int mostThings(int most) {
            return keypoints == 0 ? most : Math.min(most, MOST_NUMBERS / (POINT * keypoints));
        }

        CocoThings things(int ofFeatures, int most) {
            return new CocoThings(POINT * keypoints, ofFeatures, mostThings(most));
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Image(long id, String file, int[] codes) {}

    private record Category(long id, String name, List<String> keypoints) {}

    private final String label;
    private final Wanted wanted;
    private final JsonStream json;
    private final List<Dictionary> dictionaries = new ArrayList<>();
    private final List<Boolean> ofImages = new ArrayList<>();
    private final CocoThings annotations;
    private List<Image> images = new ArrayList<>();
    private List<Category> categories = new ArrayList<>();
    private final Sha256Digest digest;

    private CocoFile(String label, FileBytes bytes, Wanted wanted, Deadline deadline) {
        this.label = label;
        this.wanted = wanted;
        annotations = wanted.things(wanted.features.size(), MOST_ANNOTATIONS);
        wanted.features.forEach(feature -> dictionaries.add(new Dictionary(MOST_VALUES)));
        json = new JsonStream(label, bytes);
        Set<String> lists = new HashSet<>();
        json.object();
        for (Optional<String> field = json.field(); field.isPresent(); field = json.field()) {
            lists.add(field.get());
            switch (field.get()) {
                case "images" -> list(MOST_IMAGES, deadline, this::image);
                case "annotations" -> list(Integer.MAX_VALUE, deadline, this::annotation);
                case "categories" -> list(MOST_CATEGORIES, deadline, this::category);
                default -> json.skip();
            }
        }
        for (String list : List.of("images", "annotations", "categories")) {
            if (!lists.contains(list)) {
                throw new BadInput(label + ": /" + list + " is missing");
            }
        }
        digest = json.finish();
        settle();
    }

    /** @throws BadInput if it is no such file */
    public static CocoFile read(Path path, Wanted wanted, Deadline deadline) {
        try (FileBytes bytes = FileBytes.open(path)) {
            return new CocoFile(FileBytes.name(path), bytes, wanted, deadline);
        } catch (java.io.IOException e) {
            throw FileBytes.unreadable(path, e);
        }
    }

    /**
     * Reads the annotation file of an archive.
     *
     * @throws BadInput if it is not there, or no such file
     */
    public static CocoFile read(Archive archive, String name, Wanted wanted, Deadline deadline) {
        try (FileBytes bytes = Manifest.content(archive, name)) {
            return new CocoFile(Manifest.label(archive, name), bytes, wanted, deadline);
        } catch (java.io.IOException e) {
            throw FileBytes.unreadable(Manifest.label(archive, name), e);
        }
    }

    private void list(int most, Deadline deadline, Runnable item) {
        json.list();
        for (int i = 0; json.hasItem(); i++) {
            if (i == most) {
                throw new BadInput(json.place() + "found more, expected at most " + most);
            }
            if ((i & 0xFFF) == 0) {
                deadline.check();
            }
            item.run();
        }
    }

    private void image() {
        json.object();
        Optional<Long> id = Optional.empty();
        String file = "";
        int[] codes = none();
        for (Optional<String> field = json.field(); field.isPresent(); field = json.field()) {
            switch (field.get()) {
                case "id" -> id = Optional.of(json.whole(0, Long.MAX_VALUE));
                case "file_name" -> file = OneLine.of(json.text(), LONGEST_NAME);
                default -> feature(field.get(), codes);
            }
        }
        images.add(new Image(demand(id, "id"), file, codes));
    }

    private int[] none() {
        int[] codes = new int[wanted.features.size()];
        Arrays.fill(codes, NONE);
        return codes;
    }

    private long demand(Optional<Long> id, String field) {
        return id.orElseThrow(() -> new BadInput(json.place() + field + " is missing"));
    }

    /** Takes the value at hand where its field is a feature, or the object that holds them. */
    private void feature(String field, int[] codes) {
        int feature = wanted.features.indexOf(field);
        if (feature >= 0) {
            json.word().ifPresent(word -> codes[feature] = code(feature, word));
        } else if (field.equals("attributes") && json.isObject()) {
            for (Optional<String> own = json.field(); own.isPresent(); own = json.field()) {
                int attribute = wanted.features.indexOf(own.get());
                if (attribute >= 0) {
                    json.word().ifPresent(word -> codes[attribute] = code(attribute, word));
                } else {
                    json.skip();
                }
            }
        } else {
            json.skip();
        }
    }

    private int code(int feature, String word) {
        int code = dictionaries.get(feature).code(word);
        if (code == Dictionary.FULL) {
            throw json.wrong("at most " + MOST_VALUES + " different values of " + wanted.features.get(feature));
        }
        return code;
    }

    private void annotation() {
        json.object();
        CocoThings.Thing thing = new CocoThings.Thing(POINT * wanted.keypoints, wanted.features.size());
        Arrays.fill(thing.codes, NONE);
        Set<String> given = new HashSet<>();
        long counted = 0;
        for (Optional<String> field = json.field(); field.isPresent(); field = json.field()) {
            given.add(field.get());
            switch (field.get()) {
                case "image_id" -> thing.imageId = json.whole(0, Long.MAX_VALUE);
                case "category_id" -> thing.categoryId = json.whole(0, Long.MAX_VALUE);
                case "bbox" -> json.box(thing.box);
                case "area" -> thing.area = json.size();
                case "iscrowd" -> thing.crowd = json.flag();
                case "keypoints" -> keypoints(thing.points);
                case "num_keypoints" -> counted = json.whole(0, Integer.MAX_VALUE);
                default -> feature(field.get(), thing.codes);
            }
        }
        for (String field : List.of("image_id", "category_id", "bbox", "area")) {
            if (!given.contains(field)) {
                throw new BadInput(json.place() + field + " is missing");
            }
        }
        if (wanted.keypoints > 0) {
            long labelled = labelled(thing.points);
            if (given.contains("num_keypoints") && counted != labelled) {
                throw new BadInput(
                        json.place() + "num_keypoints: found " + counted + ", expected " + labelled + " as labelled");
            }
            thing.ignored = labelled == 0;
        }
        annotations.add(thing, json);
    }

    private void keypoints(double[] points) {
        if (wanted.keypoints == 0) {
            json.skip();
        } else {
            json.numbers(points, points.length);
        }
    }

    private static long labelled(double[] points) {
        return IntStream.range(0, points.length / POINT)
                .filter(point -> points[POINT * point + 2] > 0)
                .count();
    }

    private void category() {
        json.object();
        Optional<Long> id = Optional.empty();
        String name = "";
        List<String> keypoints = new ArrayList<>();
        for (Optional<String> field = json.field(); field.isPresent(); field = json.field()) {
            switch (field.get()) {
                case "id" -> id = Optional.of(json.whole(0, Long.MAX_VALUE));
                case "name" -> name = OneLine.of(json.text(), LONGEST_NAME);
                case "keypoints" -> {
                    json.list();
                    while (json.hasItem()) {
                        keypoints.add(OneLine.of(json.text(), LONGEST_NAME));
                        if (keypoints.size() > MOST_CATEGORIES) {
                            throw json.wrong("fewer keypoints");
                        }
                    }
                }
                default -> json.skip();
            }
        }
        categories.add(new Category(demand(id, "id"), name, keypoints));
    }

    private void settle() {
        images = sorted(images, Comparator.comparingLong(Image::id));
        categories = sorted(categories, Comparator.comparingLong(Category::id));
        demandDistinct("images", images.stream().map(Image::id).toList());
        demandDistinct("categories", categories.stream().map(Category::id).toList());
        demandDistinct("categories", categories.stream().map(Category::name).toList());
        annotations.settle(imageIds(), categoryIds(), label + ": /annotations");
        for (int feature = 0; feature < wanted.features.size(); feature++) {
            settle(feature);
        }
    }

    private static <T> List<T> sorted(List<T> items, Comparator<T> order) {
        return items.stream().sorted(order).toList();
    }

    private void demandDistinct(String list, List<?> items) {
        Set<Object> seen = new HashSet<>();
        for (Object item : items) {
            if (!seen.add(item)) {
                throw new BadInput(label + ": /" + list + ": found " + OneLine.quoted(String.valueOf(item))
                        + " twice, expected each id and name once");
            }
        }
    }

    private void settle(int feature) {
        String name = wanted.features.get(feature);
        boolean inImages = images.stream().anyMatch(image -> image.codes[feature] != NONE);
        boolean inAnnotations = annotations.has(feature);
        if (inImages == inAnnotations) {
            throw new BadInput("%s: %s is a field of %s images and of %s annotations, expected of some of one of them"
                    .formatted(label, OneLine.quoted(name), inImages ? "some" : "no", inAnnotations ? "some" : "no"));
        }
        ofImages.add(inImages);
        if (inImages) {
            int[] codes =
                    images.stream().mapToInt(image -> image.codes[feature]).toArray();
            for (int image = 0; image < codes.length; image++) {
                codes[image] = codes[image] == NONE ? code(feature, MISSING) : codes[image];
                images.get(image).codes[feature] = codes[image];
            }
            annotations.inherit(feature, codes);
        } else {
            images.forEach(image -> image.codes[feature] = 0);
            if (annotations.lacks(feature)) {
                annotations.fill(feature, code(feature, MISSING));
            }
        }
    }

    long[] imageIds() {
        return images.stream().mapToLong(Image::id).toArray();
    }

    long[] categoryIds() {
        return categories.stream().mapToLong(Category::id).toArray();
    }

    public int images() {
        return images.size();
    }

    /** The name of an image's file; empty where none is given. */
    public String file(int image) {
        return images.get(image).file;
    }

    /** The codes of an image's features; 0 for those of annotations. */
    public int[] features(int image) {
        return images.get(image).codes.clone();
    }

    public CocoThings annotations() {
        return annotations;
    }

    /** By feature whether it is one of images. */
    public List<Boolean> ofImages() {
        return List.copyOf(ofImages);
    }

    /** By feature its values by code. */
    public List<List<String>> dictionaries() {
        return dictionaries.stream().map(Dictionary::values).toList();
    }

    /** The names of the categories, in the order of their ids. */
    public List<String> categories() {
        return categories.stream().map(Category::name).toList();
    }

    /** The place of a category in that order; empty where there is none of that id. */
    public Optional<Integer> category(long id) {
        int place = Arrays.binarySearch(categoryIds(), id);
        return place < 0 ? Optional.empty() : Optional.of(place);
    }

    /** The names of the keypoints; numbers where no category names as many as there are. */
    public List<String> keypoints() {
        return categories.stream()
                .map(Category::keypoints)
                .filter(names ->
                        names.size() == wanted.keypoints && Set.copyOf(names).size() == names.size())
                .findFirst()
                .orElseGet(() -> IntStream.rangeClosed(1, wanted.keypoints)
                        .mapToObj(Integer::toString)
                        .toList());
    }

    public Sha256Digest digest() {
        return digest;
    }
}
