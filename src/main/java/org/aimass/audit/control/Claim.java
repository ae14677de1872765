package org.aimass.audit.control;

import java.util.UUID;

/**
 * The right to run a run, until somebody else gets a later one.
 *
 * @param attempt the fencing number: whatever is written for the run is written in its name
 */
record Claim(UUID runId, int attempt) {}
