package org.aimass.audit.entity;

import static org.aimass.dataset.entity.ColumnRole.*;

import java.util.List;
import org.aimass.registry.entity.ModelTask;

/** Models whose answers are held against a label: classes, numbers and places. */
final class ClassicTasks {

    private static final int MANY = 1_000_000;
    private static final TaskNeed TRUTH = TaskNeed.of("start.problem.noLabel", LABEL);
    private static final String NUMBERS = "start.problem.noNumbers";

    private ClassicTasks() {}

    static final List<AuditedTask> ALL = List.of(binary(), multiclass(), regression(), ranking());

    private static AuditedTask binary() {
        TaskForm rows = TaskForm.of(
                        "",
                        List.of(
                                TaskPart.of("label", LABEL),
                                TaskPart.answer("score", SCORE),
                                TaskPart.answer("prediction", PREDICTION)),
                        List.of(TRUTH, TaskNeed.answer("start.problem.noAnswers", PREDICTION, SCORE)),
                        TaskCheck.of(LABEL, TaskCheck.TWO_VALUES, "start.problem.label"),
                        TaskCheck.answer(SCORE, TaskCheck.PROBABILITIES, "start.problem.noProbabilities"))
                .withThreshold();
        return classic(
                ModelTask.BINARY_CLASSIFICATION,
                rows,
                true,
                true,
                "start.check.label",
                TaskOption.features("identity_features"));
    }

    private static AuditedTask multiclass() {
        TaskForm rows = TaskForm.of(
                "",
                List.of(TaskPart.of("label", LABEL), TaskPart.answer("prediction", PREDICTION)),
                List.of(TRUTH, TaskNeed.answer("start.problem.noPredictions", PREDICTION)),
                TaskCheck.of(LABEL, TaskCheck.CLASSES, "start.problem.classes"));
        return classic(ModelTask.MULTICLASS_CLASSIFICATION, rows, true, true, "start.check.classes");
    }

    private static AuditedTask regression() {
        TaskForm rows = TaskForm.of(
                "",
                List.of(TaskPart.of("label", LABEL), TaskPart.answer("prediction", PREDICTION)),
                List.of(TRUTH, TaskNeed.answer("start.problem.noPredictions", PREDICTION)),
                TaskCheck.of(LABEL, TaskCheck.NUMBERS, NUMBERS),
                TaskCheck.answer(PREDICTION, TaskCheck.NUMBERS, NUMBERS));
        return classic(ModelTask.REGRESSION, rows, false, true, "start.check.number");
    }

    private static AuditedTask ranking() {
        TaskForm lists = TaskForm.of(
                "",
                List.of(
                        TaskPart.of("relevance", LABEL),
                        TaskPart.of("query", QUERY),
                        TaskPart.answer("score", PREDICTION, SCORE),
                        TaskPart.answer("rank", RANK).unless(PREDICTION, SCORE)),
                List.of(
                        TRUTH,
                        TaskNeed.of("start.problem.noQuery", QUERY),
                        TaskNeed.answer("start.problem.noAnswers", PREDICTION, SCORE, RANK)),
                TaskCheck.of(LABEL, TaskCheck.NUMBERS, NUMBERS),
                TaskCheck.answer(PREDICTION, TaskCheck.NUMBERS, NUMBERS));
        return classic(
                ModelTask.RANKING,
                lists,
                false,
                false,
                "start.check.relevance",
                TaskOption.wholes("k", "10", MANY, 10));
    }

    private static AuditedTask classic(
            ModelTask task,
            TaskForm form,
            boolean sharesOfPeople,
            boolean comparesPeople,
            String check,
            TaskOption... options) {
        return new AuditedTask(task, List.of(form), "", true, sharesOfPeople, comparesPeople, check, List.of(options));
    }
}
