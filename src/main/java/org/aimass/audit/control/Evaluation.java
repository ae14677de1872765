package org.aimass.audit.control;

import org.aimass.registry.entity.ModelStatus;
import org.aimass.registry.entity.ModelTask;
import org.aimass.registry.entity.ModelVersion;

/**
 * That another model measures what the audited one makes.
 *
 * @param task of the audited model
 * @param required whether nothing can be measured without it
 */
public record Evaluation(ModelTask task, boolean required) {

    /** The part of columns that it stands in for. */
    String part() {
        return switch (task) {
            case SPEECH_SYNTHESIS -> "transcript";
            case TEXT_GENERATION -> "toxic";
            default -> "output";
        };
    }

    /** Whether a version may measure it: it listens, classifies texts, or tells faces apart, and brings all that it needs. */
    public boolean takes(ModelVersion version) {
        ModelTask does = version.model().task();
        boolean fits =
                switch (task) {
                    case SPEECH_SYNTHESIS -> does == ModelTask.SPEECH_RECOGNITION;
                    case TEXT_GENERATION -> new TextJudge(version).classifiesTexts();
                    default -> does == ModelTask.FACE_VERIFICATION || does == ModelTask.FACE_IDENTIFICATION;
                };
        return fits
                && version.status() == ModelStatus.READY
                && !version.isClosed()
                && !AuditFit.lacksCompanion(version);
    }
}
