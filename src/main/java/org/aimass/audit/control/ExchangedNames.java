package org.aimass.audit.control;

import org.aimass.audit.entity.AuditedTask;
import org.aimass.audit.entity.TaskForm;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.DatasetStatus;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion;

/**
 * Texts, and what they become once a name in them is exchanged: a classifier of texts reads both, and is audited as what is made of texts
 * is. Where rows have a label too, they are audited as any classifier's, for then the label counts.
 */
final class ExchangedNames {

    private ExchangedNames() {}

    /** Whether the model's file is to read both texts of the dataset. */
    static boolean areReadBy(ModelVersion model, DatasetVersion dataset) {
        return dataset.status() == DatasetStatus.READY
                && !model.isClosed()
                && has(dataset, ColumnRole.TEXT)
                && has(dataset, ColumnRole.EXCHANGED)
                && !has(dataset, ColumnRole.LABEL)
                && new TextJudge(model).classifiesTexts();
    }

    private static boolean has(DatasetVersion dataset, ColumnRole role) {
        return dataset.schema().column(role).isPresent();
    }

    /** What the model is audited as on this dataset. */
    static ModelTask task(ModelVersion model, DatasetVersion dataset) {
        return areReadBy(model, dataset)
                ? ModelTask.TEXT_GENERATION
                : model.model().task();
    }

    /** Whether the model's file, if it has one, answers in this form: a classifier in this alone, a language model in all others. */
    static boolean isAnswered(TaskForm form, ModelVersion model, DatasetVersion dataset) {
        return model.isClosed() || form.name().equals(AuditedTask.EXCHANGED) == areReadBy(model, dataset);
    }
}
