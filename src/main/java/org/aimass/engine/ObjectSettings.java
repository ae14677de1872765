package org.aimass.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What only audits of detectors and of pose models ask for.
 *
 * @param detections where the detections are; empty where a model finds them
 * @param thresholds of the overlap with an object, ascending
 * @param maxDetections how many of the best detections of an image and category count, ascending
 * @param sigmas by keypoint how far apart people place it; empty for boxes
 * @param alphas how near a keypoint has to be, as a share of the longer side of the object's box; empty for boxes
 */
public record ObjectSettings(
        Optional<Detections> detections,
        List<Double> thresholds,
        List<Integer> maxDetections,
        List<Double> sigmas,
        List<Double> alphas)
        implements TaskSettings {

    /**
     * A file of detections.
     *
     * @param name of a file in the dataset's folder or archive, where there is one of that name
     * @param path the same relative to the job file
     */
    public record Detections(String name, Path path) {}

    private static final int MOST_THRESHOLDS = 16;
    private static final int MOST_DETECTIONS = 1_000;
    private static final int MOST_POSES = 100;
    private static final int MOST_KEYPOINTS = 64;
    private static final int MOST_ALPHAS = 4;
    private static final double SMALLEST = 1e-6;

    /** Of nose, eyes, ears, shoulders, elbows, wrists, hips, knees and ankles, as COCO has them. */
    private static final List<Double> SIGMAS = List.of(
            .026, .025, .025, .035, .035, .079, .079, .072, .072, .062, .062, .107, .107, .087, .087, .089, .089);

    public ObjectSettings {
        thresholds = List.copyOf(thresholds);
        maxDetections = List.copyOf(maxDetections);
        sigmas = List.copyOf(sigmas);
        alphas = List.copyOf(alphas);
    }

    /** @throws BadInput if a setting is out of its range */
    static ObjectSettings read(JobObject options, Path job, boolean posed) {
        Optional<Detections> detections =
                options.text("detections").map(text -> new Detections(text, path(options, job, text)));
        String overlap = posed ? "oks_thresholds" : "iou_thresholds";
        List<Double> thresholds =
                options.numbers(overlap, SMALLEST, 1, MOST_THRESHOLDS).orElseGet(ObjectSettings::fromHalf);
        List<Integer> most = options.integers("max_detections", 1, posed ? MOST_POSES : MOST_DETECTIONS, 4)
                .orElse(posed ? List.of(20) : List.of(1, 10, 100));
        demandAscending(options, overlap, thresholds);
        demandAscending(
                options,
                "max_detections",
                most.stream().map(Integer::doubleValue).toList());
        if (!posed) {
            return new ObjectSettings(detections, thresholds, most, List.of(), List.of());
        }
        List<Double> sigmas =
                options.numbers("sigmas", SMALLEST, 10, MOST_KEYPOINTS).orElse(SIGMAS);
        List<Double> alphas =
                options.numbers("alpha", SMALLEST, 10, MOST_ALPHAS).orElse(List.of(0.2));
        demandAscending(options, "alpha", alphas);
        return new ObjectSettings(detections, thresholds, most, sigmas, alphas);
    }

    /** 0.50, 0.55, ..., 0.95, as they come out of NumPy's linspace. */
    private static List<Double> fromHalf() {
        double step = (0.95 - 0.5) / 9;
        return IntStream.range(0, 10)
                .mapToObj(place -> place == 9 ? 0.95 : 0.5 + place * step)
                .toList();
    }

    private static Path path(JobObject options, Path job, String text) {
        try {
            return job.toAbsolutePath().resolveSibling(text);
        } catch (InvalidPathException e) {
            throw options.wrong("detections", OneLine.quoted(text), "a path");
        }
    }

    private static void demandAscending(JobObject options, String key, List<Double> numbers) {
        for (int i = 1; i < numbers.size(); i++) {
            if (!(numbers.get(i) > numbers.get(i - 1))) {
                throw options.wrong(key, numbers.get(i) + " after " + numbers.get(i - 1), "ascending numbers");
            }
        }
    }

    @Override
    public void write(ObjectNode options) {
        numbers(options.putArray(sigmas.isEmpty() ? "iou_thresholds" : "oks_thresholds"), thresholds);
        ArrayNode most = options.putArray("max_detections");
        maxDetections.forEach(most::add);
        if (!sigmas.isEmpty()) {
            numbers(options.putArray("sigmas"), sigmas);
            numbers(options.putArray("alpha"), alphas);
        }
    }

    private static void numbers(ArrayNode into, List<Double> numbers) {
        numbers.forEach(into::add);
    }
}
