package org.aimass.audit.entity;

import static org.aimass.dataset.entity.ColumnRole.*;

import java.util.List;
import java.util.Set;
import org.aimass.dataset.entity.ColumnProfile;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.registry.entity.ModelTask;

/** Faces: pairs that are one person or two, and searches among those who are enrolled. */
final class FaceTasks {

    private static final int MANY = 1_000_000;
    private static final TaskNeed TRUTH = TaskNeed.of("start.problem.noLabel", LABEL);
    private static final TaskPart CLUSTERED = TaskPart.of("cluster", CLUSTER);
    private static final String BOTH_SIDES = "start.problem.bothSides";

    private FaceTasks() {}

    static final List<AuditedTask> ALL = List.of(verification(), identification());

    private static AuditedTask verification() {
        TaskForm pairs = TaskForm.of(
                "",
                List.of(
                        TaskPart.of("genuine", LABEL),
                        TaskPart.answer("score", SCORE),
                        TaskPart.many("left", LEFT).unless(SCORE).answered(),
                        TaskPart.many("right", RIGHT).unless(SCORE).answered(),
                        TaskPart.many("left", LEFT).fedToFile(),
                        TaskPart.many("right", RIGHT).fedToFile(),
                        TaskPart.of(PlanColumns.GROUP_LEFT, ColumnRole.GROUP_LEFT),
                        TaskPart.of(PlanColumns.GROUP_RIGHT, ColumnRole.GROUP_RIGHT),
                        TaskPart.of("cluster", CLUSTER).unless(CLUSTER_LEFT),
                        TaskPart.of("cluster_left", CLUSTER_LEFT),
                        TaskPart.of("cluster_right", CLUSTER_RIGHT)),
                List.of(
                        TRUTH,
                        TaskNeed.anyOf("start.problem.noSimilarity", List.of(Set.of(SCORE), Set.of(LEFT, RIGHT)))
                                .unlessFile(),
                        TaskNeed.fed("start.problem.noSides", LEFT, RIGHT),
                        TaskNeed.beside(BOTH_SIDES, ColumnRole.GROUP_LEFT, ColumnRole.GROUP_RIGHT),
                        TaskNeed.beside(BOTH_SIDES, ColumnRole.GROUP_RIGHT, ColumnRole.GROUP_LEFT),
                        TaskNeed.beside(BOTH_SIDES, CLUSTER_LEFT, CLUSTER_RIGHT),
                        TaskNeed.beside(BOTH_SIDES, CLUSTER_RIGHT, CLUSTER_LEFT)),
                TaskCheck.of(LABEL, ColumnProfile::isZeroOrOne, "start.problem.genuine"));
        return new AuditedTask(
                ModelTask.FACE_VERIFICATION,
                List.of(pairs),
                "",
                false,
                false,
                true,
                "start.check.pairs",
                List.of(TaskOption.shares("target_fmr", "0.001 0.0001")));
    }

    private static AuditedTask identification() {
        TaskForm candidates = TaskForm.of(
                "candidates",
                List.of(
                        TaskPart.of("probe", PROBE),
                        TaskPart.of("identity", IDENTITY),
                        TaskPart.of("candidate", CANDIDATE),
                        TaskPart.of("score", SCORE),
                        TaskPart.of("rank", RANK),
                        TaskPart.of("mated", MATED),
                        CLUSTERED),
                List.of(
                        TaskNeed.anyOf("", List.of(Set.of(PROBE, IDENTITY, CANDIDATE, SCORE))),
                        TaskNeed.closed("start.problem.noSearches")));
        TaskForm faces = TaskForm.of(
                "faces",
                List.of(
                        TaskPart.many("image", IMAGE).answered(),
                        TaskPart.many("image", IMAGE).fedToFile(),
                        TaskPart.of("identity", IDENTITY),
                        TaskPart.of("enrolled", ENROLLED),
                        CLUSTERED),
                List.of(TaskNeed.anyOf("", List.of(Set.of(IMAGE, IDENTITY, ENROLLED)))));
        return new AuditedTask(
                ModelTask.FACE_IDENTIFICATION,
                List.of(candidates, faces),
                "start.problem.noSearches",
                false,
                false,
                true,
                "start.check.searches",
                List.of(TaskOption.shares("target_fpir", "0.01 0.001"), TaskOption.wholes("rank", "1", MANY, 5)));
    }
}
