package org.aimass.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code model.objects} of a job file: how the outputs of a detector are to be read. */
final class JobObjects {

    private static final int MOST_CATEGORIES = 2_000;

    private JobObjects() {}

    /** @throws BadInput if a key is unknown or out of its range */
    static DetectorOutputs read(JobObject objects, boolean posed) {
        Optional<String> boxes = objects.text("boxes");
        Optional<String> scores = objects.text("scores");
        Optional<String> labels = objects.text("labels");
        Optional<String> keypoints = objects.text("keypoints");
        String needed = posed ? "keypoints" : "boxes";
        if ((posed ? keypoints : boxes).isEmpty()) {
            throw objects.wrong(needed, "none", "the name of the output that holds them");
        }
        if (!posed && scores.isEmpty()) {
            throw objects.wrong("scores", "none", "the name of the output that holds them");
        }
        DetectorOutputs.Order order =
                posed ? DetectorOutputs.Order.XYXY : one("order", DetectorOutputs.Order.values(), objects);
        DetectorOutputs.Space space = one("space", DetectorOutputs.Space.values(), objects);
        List<Long> categories = new ArrayList<>();
        objects.integers("categories", 0, Integer.MAX_VALUE, MOST_CATEGORIES)
                .ifPresent(ids -> ids.forEach(id -> categories.add((long) id)));
        objects.demandNothingElse();
        return new DetectorOutputs(boxes, scores, labels, keypoints, order, space, categories);
    }

    private static <E extends Enum<E>> E one(String key, E[] allowed, JobObject objects) {
        List<String> words = Arrays.stream(allowed)
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .toList();
        int place = words.indexOf(objects.demandText(key));
        if (place < 0) {
            throw objects.wrong(key, OneLine.quoted(objects.demandText(key)), "one of " + OneLine.list(words));
        }
        return allowed[place];
    }
}
