package org.aimass.desk.entity;

import java.util.Optional;
import java.util.UUID;

/**
 * How far a first audit has come.
 *
 * @param next the step to take; empty when all are taken
 * @param run the audit; empty before it is started
 * @param number the audit's, as people call it; empty before it is started
 * @param report the report's number; empty before it is published
 * @param account the demo account of who asks; empty for everybody else
 */
public record GuideProgress(
        Optional<GuideStep> next, Optional<UUID> run, String number, String report, String account) {

    public boolean isDone(GuideStep step) {
        return next.isEmpty() || step.compareTo(next.get()) < 0;
    }

    public boolean isNow(GuideStep step) {
        return next.equals(Optional.of(step));
    }

    /** Whether whoever asks can take the next step at once. */
    public boolean isMine() {
        return next.filter(step -> step.account().equals(account)).isPresent();
    }
}
