package org.aimass.audit.control;

import java.util.Optional;
import org.aimass.registry.entity.ModelVersion;

/**
 * The model versions that an auditor chose to measure with, of those that the auditor may use.
 *
 * @param evaluator measures what the audited model makes
 * @param speaker compares its voice with a person's
 * @param sentiment tells the sentiment of its answers
 */
record MeasuringModels(
        Optional<ModelVersion> evaluator, Optional<ModelVersion> speaker, Optional<ModelVersion> sentiment) {

    static final MeasuringModels NONE = new MeasuringModels(Optional.empty(), Optional.empty(), Optional.empty());
}
