package org.aimass.audit.control;

import java.util.Optional;
import java.util.UUID;

/**
 * What an auditor chose to measure with; not yet checked.
 *
 * @param evaluator the model version that measures what the audited one makes
 * @param speaker the one that compares its voice with a person's
 * @param sentiment the one that tells the sentiment of its answers
 * @param sought which answer counts, of what judges texts
 */
public record MeasuringChoice(
        Optional<UUID> evaluator, Optional<UUID> speaker, Optional<UUID> sentiment, SoughtAnswer sought) {

    /** Nothing measures but the engine. */
    public static final MeasuringChoice NONE =
            new MeasuringChoice(Optional.empty(), Optional.empty(), Optional.empty(), SoughtAnswer.CLEAR);
}
