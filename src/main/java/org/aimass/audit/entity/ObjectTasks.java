package org.aimass.audit.entity;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.aimass.dataset.entity.Annotations;
import org.aimass.registry.entity.ModelTask;

/** Annotated images: objects that are to be found, and people whose keypoints are. */
final class ObjectTasks {

    /** Where a dataset's own detections lie in its archive. */
    static final Map<String, String> GIVEN = Map.of("detections", "detections.json");

    private static final int MOST_THRESHOLDS = 16;
    private static final int MOST_DETECTIONS = 1_000;
    private static final int MOST_POSES = 100;
    private static final int MOST_KEYPOINTS = 64;
    private static final int FEW = 4;
    private static final double LARGE = 10;
    private static final double SMALL = 1e-6;

    private ObjectTasks() {}

    static final List<AuditedTask> ALL = List.of(
            of(
                    ModelTask.OBJECT_DETECTION,
                    List.of(
                            need(there -> true, ContentNeed.Of.ALL, "start.problem.noAnnotations"),
                            need(Annotations::hasImages, ContentNeed.Of.OPEN, "start.problem.noPictures"),
                            need(
                                    there -> there.found().isPresent(),
                                    ContentNeed.Of.CLOSED,
                                    "start.problem.noDetections"),
                            need(ObjectTasks::areBoxes, ContentNeed.Of.CLOSED, "start.problem.noBoxes")),
                    TaskOption.rising("iou_thresholds", "", SMALL, 1, MOST_THRESHOLDS),
                    TaskOption.risingWholes("max_detections", "1 10 100", MOST_DETECTIONS, FEW)),
            of(
                    ModelTask.POSE_ESTIMATION,
                    List.of(
                            need(there -> true, ContentNeed.Of.ALL, "start.problem.noAnnotations"),
                            need(there -> there.poses() > 0, ContentNeed.Of.ALL, "start.problem.noKeypoints"),
                            need(Annotations::hasImages, ContentNeed.Of.OPEN, "start.problem.noPictures"),
                            need(
                                    there -> there.found().isPresent(),
                                    ContentNeed.Of.CLOSED,
                                    "start.problem.noDetections"),
                            need(ObjectTasks::arePoses, ContentNeed.Of.CLOSED, "start.problem.noPoses")),
                    TaskOption.rising("oks_thresholds", "", SMALL, 1, MOST_THRESHOLDS),
                    TaskOption.risingWholes("max_detections", "20", MOST_POSES, FEW),
                    TaskOption.numbers(TaskOption.SIGMAS, SMALL, LARGE, MOST_KEYPOINTS),
                    TaskOption.rising("alpha", "0.2", SMALL, LARGE, FEW)));

    private static boolean areBoxes(Annotations there) {
        return there.found().map(Annotations.Found::areBoxes).orElse(true);
    }

    private static boolean arePoses(Annotations there) {
        return there.found().map(Annotations.Found::arePoses).orElse(true);
    }

    /** What is needed of annotations; of a table, which has none, only that there are any. */
    private static ContentNeed need(Predicate<Annotations> content, ContentNeed.Of of, String problem) {
        boolean first = problem.endsWith("noAnnotations");
        return new ContentNeed(
                profile -> profile.annotations().map(content::test).orElse(!first), of, problem);
    }

    private static AuditedTask of(ModelTask task, List<ContentNeed> contents, TaskOption... options) {
        return new AuditedTask(
                task,
                List.of(TaskForm.of("", List.of(), List.of()).withThreshold().holding(contents)),
                "",
                false,
                false,
                false,
                "start.check.objects",
                List.of(options));
    }
}
