package org.aimass.dataset.boundary;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.dataset.entity.Annotations;

/**
 * What there is in a dataset of annotated images, as the API shows it.
 *
 * @param withFile how many of the images lie in the archive
 * @param objects how many are to be found: the rows of such a dataset
 * @param crowds annotations that stand for many objects, and are not to be found
 * @param keypoints how many each object has; 0 where they have none
 * @param poses how many objects have a labelled keypoint
 * @param found what a model detected; absent where the dataset does not bring that
 * @param categories how many there are
 * @param largest those with most objects, at most a hundred
 * @param fields by name
 */
public record AnnotationsView(
        long images,
        long withFile,
        long objects,
        long crowds,
        int keypoints,
        long poses,
        Optional<FoundView> found,
        long categories,
        List<CategoryView> largest,
        List<FieldView> fields) {

    /** Detections: how many, with a box, and with keypoints. */
    public record FoundView(long count, long boxes, long poses) {}

    /** @param detections how many say it; absent where the dataset brings none */
    public record CategoryView(String name, long objects, Optional<Long> detections) {}

    /**
     * A column.
     *
     * @param ofImages whether it tells whole images apart, and not the objects in them
     * @param images by value, those with most first
     */
    public record FieldView(String name, boolean ofImages, List<ImagesView> images) {}

    /** How many images have a value. */
    public record ImagesView(String value, long images) {}

    static AnnotationsView of(Annotations found) {
        return new AnnotationsView(
                found.images(),
                found.withFile(),
                found.objects(),
                found.crowds(),
                found.keypoints(),
                found.poses(),
                found.found().map(it -> new FoundView(it.count(), it.boxes(), it.poses())),
                found.categories(),
                found.largest().stream()
                        .map(category -> new CategoryView(
                                category.name(),
                                category.objects(),
                                found.found().map(it -> category.detections())))
                        .toList(),
                found.fields().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(field -> new FieldView(
                                field.getKey(),
                                field.getValue().ofImages(),
                                images(field.getValue().imagesByValue())))
                        .toList());
    }

    private static List<ImagesView> images(Map<String, Long> byValue) {
        return byValue.entrySet().stream()
                .map(value -> new ImagesView(value.getKey(), value.getValue()))
                .sorted(Comparator.comparingLong(ImagesView::images).reversed().thenComparing(ImagesView::value))
                .toList();
    }
}
