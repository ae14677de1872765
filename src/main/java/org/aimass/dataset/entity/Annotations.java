package org.aimass.dataset.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What there is in a dataset of annotated images, as the COCO challenge writes it.
 *
 * @param images how many there are
 * @param withFile how many of them lie in the archive; all or none
 * @param objects how many objects are to be found: the rows of such a dataset
 * @param crowds how many annotations stand for many objects, and are not to be found
 * @param keypoints how many keypoints each object has; 0 where they have none
 * @param poses how many objects have a labelled keypoint
 * @param found what a model detected; empty where the dataset does not bring that
 * @param categories how many there are
 * @param largest those with most objects, at most a hundred
 * @param fields by column whether it is of images or of objects, and by value how many images have it
 */
public record Annotations(
        long images,
        long withFile,
        long objects,
        long crowds,
        int keypoints,
        long poses,
        Optional<Found> found,
        long categories,
        List<Category> largest,
        Map<String, Field> fields) {

    private static final int MOST_CATEGORIES = 100;
    private static final int MOST_KEYPOINTS = 64;
    private static final int MOST_VALUES = 50;

    public Annotations {
        largest = List.copyOf(largest);
        fields = Map.copyOf(fields);
    }

    /**
     * Detections.
     *
     * @param count of all
     * @param boxes how many have a box
     * @param poses how many have keypoints
     */
    public record Found(long count, long boxes, long poses) {

        /** Whether a detector can be measured by them. */
        public boolean areBoxes() {
            return boxes == count;
        }

        /** Whether a pose model can. */
        public boolean arePoses() {
            return poses == count;
        }
    }

    /** A category, how many objects of it there are and how many detections say it. */
    public record Category(String name, long objects, long detections) {}

    /** A column. */
    public record Field(boolean ofImages, Map<String, Long> imagesByValue) {
        public Field {
            imagesByValue = Map.copyOf(imagesByValue);
        }
    }

    /** Whether the images lie beside their annotations, so that a model can look at them. */
    public boolean hasImages() {
        return withFile > 0;
    }

    /**
     * Reads them out of a profile, trusting nothing in it.
     *
     * @throws IllegalArgumentException when there is something else
     */
    static Annotations parse(JsonNode profile) {
        JsonNode node = profile.path("annotations");
        long keypoints = EngineJson.count(node, "keypoints");
        if (keypoints > MOST_KEYPOINTS) {
            throw new IllegalArgumentException("keypoints");
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        for (JsonNode column : profile.path("columns")) {
            fields.put(EngineJson.text(column, "name"), field(column));
        }
        return new Annotations(
                EngineJson.count(node, "images"),
                EngineJson.count(node, "images_with_file"),
                EngineJson.count(node, "objects"),
                EngineJson.count(node, "crowds"),
                (int) keypoints,
                EngineJson.count(node, "poses"),
                node.has("detections") ? Optional.of(found(node.path("detections"))) : Optional.empty(),
                EngineJson.count(node, "categories"),
                EngineJson.items(node, "largest_categories", MOST_CATEGORIES).stream()
                        .map(Annotations::category)
                        .toList(),
                fields);
    }

    private static Found found(JsonNode node) {
        return new Found(
                EngineJson.count(node, "count"), EngineJson.count(node, "boxes"), EngineJson.count(node, "poses"));
    }

    private static Category category(JsonNode node) {
        return new Category(
                EngineJson.text(node, "name"), EngineJson.count(node, "objects"), EngineJson.count(node, "detections"));
    }

    private static Field field(JsonNode column) {
        Map<String, Long> images = new LinkedHashMap<>();
        for (JsonNode value : EngineJson.items(column, "values", MOST_VALUES)) {
            images.put(EngineJson.text(value, "value"), EngineJson.count(value, "images"));
        }
        return new Field(EngineJson.text(column, "of").equals("images"), images);
    }
}
