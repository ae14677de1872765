package org.aimass.audit.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aimass.dataset.entity.ColumnProfile;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.registry.entity.ModelVersion;
import org.aimass.shared.Refusal;

/**
 * Whether a dataset has what a model's task needs to be measured.
 *
 * @param labels how many values the label has; 0 where they are too many to be classes
 */
record TaskFit(ModelVersion model, DatasetVersion dataset, int labels) {

    /** Each at {@code dataset}. A READY dataset's scores and predictions are sound; here it matters only whether there are any. */
    List<Refusal> problems() {
        List<Refusal> problems = new ArrayList<>();
        switch (model.model().task()) {
            case BINARY_CLASSIFICATION -> {
                demand(labels == 2, problems, "start.problem.label", name(ColumnRole.LABEL));
                demand(has(ColumnRole.PREDICTION) || has(ColumnRole.SCORE), problems, "start.problem.noAnswers");
            }
            case MULTICLASS_CLASSIFICATION -> {
                demand(labels >= 2, problems, "start.problem.classes", name(ColumnRole.LABEL), AuditFit.MOST_GROUPS);
                demand(has(ColumnRole.PREDICTION), problems, "start.problem.noPredictions");
            }
            case REGRESSION -> {
                demandNumbers(ColumnRole.LABEL, problems);
                demand(has(ColumnRole.PREDICTION), problems, "start.problem.noPredictions");
                demandNumbers(ColumnRole.PREDICTION, problems);
            }
            case RANKING -> {
                demandNumbers(ColumnRole.LABEL, problems);
                demand(!name(ColumnRole.QUERY).isEmpty(), problems, "start.problem.noQuery");
                demand(has(ColumnRole.PREDICTION) || has(ColumnRole.SCORE), problems, "start.problem.noAnswers");
                demandNumbers(ColumnRole.PREDICTION, problems);
            }
            default -> {
                // said of the model already
            }
        }
        return problems;
    }

    /** Whether the dataset brings such answers, or a model's file gives them. */
    private boolean has(ColumnRole role) {
        return !model.isClosed() || !name(role).isEmpty();
    }

    private String name(ColumnRole role) {
        return dataset.schema().column(role).orElse("");
    }

    private void demandNumbers(ColumnRole role, List<Refusal> problems) {
        Optional<ColumnProfile> column =
                dataset.schema().column(role).flatMap(name -> dataset.profile().column(name));
        boolean used = role != ColumnRole.PREDICTION || model.isClosed();
        demand(
                !used || column.isEmpty() || column.get().type().isNumeric(),
                problems,
                "start.problem.noNumbers",
                name(role));
    }

    private static void demand(boolean holds, List<Refusal> problems, String key, Object... arguments) {
        if (!holds) {
            problems.add(AuditFit.problem(key, arguments).at("dataset"));
        }
    }
}
