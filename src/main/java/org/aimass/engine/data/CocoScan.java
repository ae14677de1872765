package org.aimass.engine.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.engine.Fault;
import org.aimass.shared.Sha256Digest;
import org.jspecify.annotations.Nullable;

/**
 * A look through a file of annotations, and the file of detections beside it: what there is, which fields may form groups, and all
 * that is wrong. What {@link CocoFile} and {@link CocoResults} would refuse is a fault, and so is a box of an object that lies
 * wholly outside its image, an image whose file is missing where others have theirs, and keypoints that do not fit each other.
 */
public final class CocoScan {

    /** The file of detections of an archive where nobody names another. */
    public static final String DETECTIONS = "detections.json";

    private static final List<String> LISTS = List.of("images", "annotations", "categories");

    private final String label;
    private final Deadline deadline;
    private final FaultList faults = new FaultList();
    private final CocoImages images;
    private final CocoCategories categories = new CocoCategories();
    private final CocoMarks objects = new CocoMarks(false);
    private @Nullable CocoMarks found;
    private boolean toTheEnd = true;
    private Optional<Sha256Digest> digest = Optional.empty();
    private int[] imageOf = {};
    private int[] categoryOf = {};
    private int[] categoryFound = {};
    private List<GroupField> fields = List.of();

    private CocoScan(String label, @Nullable NamedFiles files, Deadline deadline) {
        this.label = label;
        this.deadline = deadline;
        images = new CocoImages(files);
    }

    /** An archive of annotated images is told by the file of annotations, where there is no table. */
    public static boolean isOf(Archive archive) {
        return !archive.holds(RowReader.MANIFEST) && archive.holds(CocoFile.ANNOTATIONS);
    }

    /** Of annotations alone or of an archive with such a file; empty where the rows are those of a table. */
    public static Optional<CocoScan> find(Path file, DataFormat format, Deadline deadline) {
        if (format == DataFormat.COCO) {
            return Optional.of(of(file, deadline));
        }
        if (!format.isArchive()) {
            return Optional.empty();
        }
        try (Archive archive = Archive.open(file, format, deadline)) {
            return isOf(archive) ? Optional.of(of(archive, deadline)) : Optional.empty();
        }
    }

    /** Annotations alone. */
    public static CocoScan of(Path file, Deadline deadline) {
        CocoScan scan = new CocoScan(FileBytes.name(file), null, deadline);
        scan.annotations(FileBytes.open(file));
        scan.finish();
        return scan;
    }

    /**
     * Those of an archive.
     *
     * @throws BadInput if there are none
     */
    public static CocoScan of(Archive archive, Deadline deadline) {
        String name = CocoFile.ANNOTATIONS;
        CocoScan scan = new CocoScan(Manifest.label(archive, name), NamedFiles.beside(archive, name), deadline);
        scan.annotations(Manifest.content(archive, name));
        if (scan.toTheEnd && archive.holds(DETECTIONS)) {
            scan.detections(Manifest.label(archive, DETECTIONS), Manifest.content(archive, DETECTIONS));
        }
        scan.finish();
        return scan;
    }

    private void annotations(FileBytes bytes) {
        read(label, bytes, checked -> {
            JsonStream json = checked.json();
            Map<String, Runnable> lists = new LinkedHashMap<>();
            lists.put("images", () -> images.read(checked));
            lists.put("annotations", () -> objects.read(checked));
            lists.put("categories", () -> categories.read(checked));
            json.object();
            for (Optional<String> field = json.field(); field.isPresent(); field = json.field()) {
                Runnable list = lists.remove(field.get());
                if (list == null) {
                    json.skip();
                } else {
                    list.run();
                }
            }
            lists.keySet()
                    .forEach(missing -> faults.add(label, "no " + missing, "each of " + String.join(", ", LISTS)));
            digest = Optional.of(json.finish());
        });
    }

    private void detections(String file, FileBytes bytes) {
        CocoMarks marks = new CocoMarks(true);
        found = marks;
        read(file, bytes, checked -> {
            marks.read(checked);
            checked.json().finish();
        });
        if (toTheEnd) {
            categoryFound = marks.settle(images, categories, faults, i -> file + ": /" + i)[1];
            if (marks.keypoints() != objects.keypoints() && marks.keypoints() > 0 && objects.keypoints() > 0) {
                faults.add(file, marks.keypoints() + " keypoints each", objects.keypoints() + " as the objects have");
            }
        }
    }

    private interface Body {
        void read(CheckedJson checked);
    }

    private void read(String file, FileBytes source, Body body) {
        try (FileBytes bytes = source;
                JsonStream json = new JsonStream(file, bytes)) {
            body.read(new CheckedJson(json, faults, deadline));
        } catch (BadInput e) {
            toTheEnd = false;
            faults.add(e.fault().orElseGet(() -> new Fault(0, file, String.valueOf(e.getMessage()), "")));
        } catch (IOException e) {
            throw FileBytes.unreadable(file, e);
        }
    }

    private void finish() {
        if (!toTheEnd) {
            return;
        }
        IntFunction<String> image = i -> label + ": /images/" + i;
        images.finish(faults, image);
        categories.finish(faults, i -> label + ": /categories/" + i);
        int[][] places = objects.settle(images, categories, faults, i -> label + ": /annotations/" + i);
        imageOf = places[0];
        categoryOf = places[1];
        if (objects() == 0) {
            faults.add(label, "no object that is to be found", "at least one");
        }
        fields = faults.total() > 0 ? List.of() : GroupField.of(images, objects, imageOf);
    }

    /** The first thousand. */
    public List<Fault> faults() {
        return faults.first();
    }

    public long faultsTotal() {
        return faults.total();
    }

    /** Whether everything was read; else the last fault is where it ends. */
    public boolean isToTheEnd() {
        return toTheEnd;
    }

    /** @throws BadInput the first thing that is wrong, and how many more there are */
    public void demandSound() {
        if (faults.total() > 0) {
            Fault first = faults.first().get(0);
            String more = faults.total() > 1 ? " (and " + (faults.total() - 1) + " more that are wrong)" : "";
            throw new BadInput(
                    first.column() + ": found " + first.found()
                            + (first.expected().isEmpty() ? "" : ", expected " + first.expected()) + more,
                    first);
        }
    }

    /** Of the file of annotations. */
    public Sha256Digest digest() {
        return digest.orElseThrow();
    }

    public int images() {
        return images.size();
    }

    /** How many images lie beside the annotations. */
    public long imagesWithFile() {
        return images.withFile();
    }

    /** How many objects are to be found. */
    public long objects() {
        return objects.size() - crowds();
    }

    /** How many annotations stand for many objects, and are not to be found. */
    public long crowds() {
        long crowds = 0;
        for (int object = 0; object < objects.size(); object++) {
            crowds += objects.isCrowd(object) ? 1 : 0;
        }
        return crowds;
    }

    /** How many keypoints objects have; 0 where they have none. */
    public int keypoints() {
        return objects.keypoints();
    }

    /** How many objects have a labelled keypoint. */
    public long poses() {
        return objects.poses();
    }

    /**
     * What was detected.
     *
     * @param count of all detections
     * @param boxes how many have a box
     * @param poses how many have keypoints
     */
    public record Detections(long count, long boxes, long poses) {}

    /** Empty where there is no such file. */
    public Optional<Detections> detections() {
        return Optional.ofNullable(found).map(marks -> new Detections(marks.size(), marks.boxes(), marks.poses()));
    }

    /**
     * A category.
     *
     * @param objects how many of it are to be found
     * @param detections how many detections say it
     */
    public record Category(String name, long objects, long detections) {}

    /** In the order of the file. */
    public List<Category> categories() {
        long[] there = new long[categories.names().size()];
        long[] said = new long[there.length];
        for (int object = 0; object < categoryOf.length; object++) {
            there[categoryOf[object]] += objects.isCrowd(object) ? 0 : 1;
        }
        for (int category : categoryFound) {
            said[category]++;
        }
        List<Category> all = new ArrayList<>();
        for (int i = 0; i < there.length; i++) {
            all.add(new Category(categories.names().get(i), there[i], said[i]));
        }
        return all;
    }

    /** The fields that may form groups: those of images first. */
    public List<GroupField> fields() {
        return fields;
    }

    /** The first images with their objects, at most a hundred. */
    public List<SeenImage> first(int most) {
        return SeenImage.of(
                images,
                objects,
                categories.names(),
                imageOf,
                categoryOf,
                Math.min(most, images.names().size()));
    }
}
