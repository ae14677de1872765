package org.aimass.engine.data;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.shared.Sha256Digest;

/**
 * What a detector found, as the COCO challenge writes it: a list of objects with {@code image_id}, {@code category_id},
 * {@code score}, and {@code bbox} or {@code keypoints}.
 *
 * @param detections image by image, in the order of the file
 */
public record CocoResults(CocoThings detections, Sha256Digest digest) {

    static final int MOST_DETECTIONS = 2_000_000;
    private static final int POINT = 3;

    /**
     * @param dataset that the detections are of
     * @throws BadInput if it is no such file, or names an image or a category that the dataset has not
     */
    public static CocoResults read(Path path, CocoFile dataset, CocoFile.Wanted wanted, Deadline deadline) {
        return read(FileBytes.name(path), FileBytes.open(path), dataset, wanted, deadline);
    }

    /**
     * Reads such a file of an archive.
     *
     * @throws BadInput if it is not there, or as {@link #read(Path, CocoFile, CocoFile.Wanted, Deadline)} says
     */
    public static CocoResults read(
            Archive archive, String name, CocoFile dataset, CocoFile.Wanted wanted, Deadline deadline) {
        return read(Manifest.label(archive, name), Manifest.content(archive, name), dataset, wanted, deadline);
    }

    private static CocoResults read(
            String label, FileBytes bytes, CocoFile dataset, CocoFile.Wanted wanted, Deadline deadline) {
        try (JsonStream json = new JsonStream(label, bytes)) {
            CocoThings detections = wanted.things(0, MOST_DETECTIONS);
            json.list();
            for (int i = 0; json.hasItem(); i++) {
                if ((i & 0xFFF) == 0) {
                    deadline.check();
                }
                detections.add(detection(json, wanted), json);
            }
            Sha256Digest digest = json.finish();
            detections.settle(dataset.imageIds(), dataset.categoryIds(), label + ": ");
            return new CocoResults(detections, digest);
        }
    }

    private static CocoThings.Thing detection(JsonStream json, CocoFile.Wanted wanted) {
        json.object();
        CocoThings.Thing thing = new CocoThings.Thing(POINT * wanted.keypoints(), 0);
        Set<String> given = new HashSet<>();
        for (Optional<String> field = json.field(); field.isPresent(); field = json.field()) {
            given.add(field.get());
            switch (field.get()) {
                case "image_id" -> thing.imageId = json.whole(0, Long.MAX_VALUE);
                case "category_id" -> thing.categoryId = json.whole(0, Long.MAX_VALUE);
                case "score" -> thing.score = json.number();
                case "bbox" -> box(thing, json, wanted);
                case "keypoints" -> {
                    if (wanted.keypoints() > 0) {
                        json.numbers(thing.points, thing.points.length);
                    } else {
                        json.skip();
                    }
                }
                default -> json.skip();
            }
        }
        String answer = wanted.keypoints() > 0 ? "keypoints" : "bbox";
        for (String field : List.of("image_id", "category_id", "score", answer)) {
            if (!given.contains(field)) {
                throw new BadInput(json.place() + field + " is missing");
            }
        }
        thing.area = wanted.keypoints() > 0 ? extent(thing.points) : thing.box[2] * thing.box[3];
        return thing;
    }

    private static void box(CocoThings.Thing thing, JsonStream json, CocoFile.Wanted wanted) {
        if (wanted.keypoints() > 0) {
            json.skip();
        } else {
            json.box(thing.box);
        }
    }

    /** The area of the box around keypoints, seen or not, as COCO's tools take it. */
    public static double extent(double[] points) {
        double left = points[0];
        double right = points[0];
        double top = points[1];
        double bottom = points[1];
        for (int at = POINT; at < points.length; at += POINT) {
            left = Math.min(left, points[at]);
            right = Math.max(right, points[at]);
            top = Math.min(top, points[at + 1]);
            bottom = Math.max(bottom, points[at + 1]);
        }
        return (right - left) * (bottom - top);
    }
}
