package org.aimass.dataset.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first images of a dataset with their objects.
 *
 * @param total how many images there are
 * @param pictured whether there are small pictures of them, one below the other on one sheet
 * @param tileWidth of each picture's place on the sheet, in pixels
 * @param images at most a hundred
 */
public record ImagePreview(long total, boolean pictured, int tileWidth, int tileHeight, List<Image> images) {

    private static final int MOST_IMAGES = 100;
    private static final int MOST_OBJECTS = 200;
    private static final int LARGEST_TILE = 1_000;
    private static final int BOX = 4;

    public ImagePreview {
        images = List.copyOf(images);
    }

    /**
     * An image.
     *
     * @param width in pixels; 0 where the file does not say
     * @param fields its own fields and their values, in the file's order
     */
    public record Image(String file, double width, double height, Map<String, String> fields, List<Thing> objects) {
        public Image {
            objects = List.copyOf(objects);
        }

        /** Whether its size is known, so that boxes can be drawn. */
        public boolean hasSize() {
            return width > 0 && height > 0;
        }
    }

    /**
     * An object.
     *
     * @param crowd whether it stands for many, and need not be found
     * @param fields its own fields and their values
     */
    public record Thing(
            String category,
            boolean crowd,
            double left,
            double top,
            double width,
            double height,
            Map<String, String> fields) {}

    /**
     * Reads the engine's JSON, trusting nothing in it.
     *
     * @throws IllegalArgumentException when it is no such preview
     */
    public static ImagePreview parse(String json) {
        JsonNode root = EngineJson.tree(json);
        JsonNode tile = root.path("tile");
        return new ImagePreview(
                EngineJson.count(root, "images_total"),
                root.path("pictured").asBoolean(),
                side(tile, "width"),
                side(tile, "height"),
                EngineJson.items(root, "images", MOST_IMAGES).stream()
                        .map(ImagePreview::image)
                        .toList());
    }

    private static int side(JsonNode tile, String name) {
        long side = EngineJson.count(tile, name);
        if (side < 1 || side > LARGEST_TILE) {
            throw new IllegalArgumentException("tile");
        }
        return (int) side;
    }

    private static Image image(JsonNode node) {
        return new Image(
                EngineJson.text(node, "file"),
                EngineJson.number(node, "width"),
                EngineJson.number(node, "height"),
                fields(node),
                EngineJson.items(node, "objects", MOST_OBJECTS).stream()
                        .map(ImagePreview::thing)
                        .toList());
    }

    private static Thing thing(JsonNode node) {
        List<Double> box = new ArrayList<>();
        for (JsonNode number : EngineJson.items(node, "box", BOX)) {
            if (!number.isNumber() || !Double.isFinite(number.doubleValue())) {
                throw new IllegalArgumentException("box");
            }
            box.add(number.doubleValue());
        }
        if (box.size() != BOX) {
            throw new IllegalArgumentException("box");
        }
        return new Thing(
                EngineJson.text(node, "category"),
                node.path("crowd").asBoolean(),
                box.get(0),
                box.get(1),
                box.get(2),
                box.get(3),
                fields(node));
    }

    private static Map<String, String> fields(JsonNode node) {
        Map<String, String> fields = new LinkedHashMap<>();
        node.path("fields")
                .properties()
                .forEach(field -> fields.put(field.getKey(), EngineJson.text(field.getValue())));
        return fields;
    }
}
