package org.aimass.audit.control;

import java.util.List;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.registry.entity.ModelStatus;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion;

/** Another model that tells voices apart: it compares what a model says, or was recorded saying, with a person's recording of the same. */
final class ComparedVoices {

    /** What a dataset may bring instead. */
    static final List<String> TOLD = List.of("embedding", "reference_embedding");

    private ComparedVoices() {}

    /** Whether there is a voice, and one to compare it with. */
    static boolean areIn(DatasetVersion dataset, ModelVersion model) {
        return model.model().task() == ModelTask.SPEECH_SYNTHESIS
                && dataset.schema().column(ColumnRole.REFERENCE_AUDIO).isPresent()
                && (!model.isClosed()
                        || dataset.schema().column(ColumnRole.AUDIO).isPresent());
    }

    /** Whether a version may compare them. */
    static boolean takes(ModelVersion version) {
        return version.model().task() == ModelTask.SPEAKER_VERIFICATION
                && version.status() == ModelStatus.READY
                && !version.isClosed();
    }
}
