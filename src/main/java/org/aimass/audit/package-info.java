/**
 * Audits: which policy, model and dataset (the frozen plan), its run in an engine child, what the engine measured, and what
 * the policy says about it. May touch the registry, datasets, {@code child} and {@code engine.metrics}; never native code.
 */
@NullMarked
package org.aimass.audit;

import org.jspecify.annotations.NullMarked;
