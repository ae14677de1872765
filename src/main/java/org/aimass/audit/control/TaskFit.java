package org.aimass.audit.control;

import java.util.ArrayList;
import java.util.List;
import org.aimass.audit.entity.AuditedTask;
import org.aimass.audit.entity.TaskCheck;
import org.aimass.audit.entity.TaskForm;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.shared.Refusal;

/** Whether a dataset has what a model's task needs to be measured: in which of the task's forms it comes. */
record TaskFit(ModelVersion model, DatasetVersion dataset, AuditedTask task) {

    /** The forms in which the dataset has all that is needed. */
    List<TaskForm> forms() {
        return task.forms().stream()
                .filter(form -> missing(form).isEmpty())
                .filter(form -> ExchangedNames.isAnswered(form, model, dataset))
                .toList();
    }

    /** Each at {@code dataset}; of a task with several forms that it has none of them. */
    List<Refusal> problems() {
        List<Refusal> problems = new ArrayList<>();
        if (!forms().isEmpty()) {
            return problems;
        }
        if (task.forms().size() > 1) {
            problems.add(AuditFit.problem(task.noForm()).at("dataset"));
        } else {
            for (TaskForm.Missing missing : missing(task.forms().get(0))) {
                problems.add(AuditFit.problem(missing.problem(), missing.column(), TaskCheck.MOST_CLASSES)
                        .at("dataset"));
            }
        }
        return problems;
    }

    private List<TaskForm.Missing> missing(TaskForm form) {
        return form.missing(dataset.schema(), dataset.profile(), model.isClosed());
    }
}
