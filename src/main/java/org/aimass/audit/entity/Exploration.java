package org.aimass.audit.entity;

import java.util.List;
import java.util.Optional;
import org.aimass.engine.metrics.PairTest;
import org.aimass.engine.metrics.SliceFindings;

/**
 * What an outcome lets people explore. No verdict follows from it.
 *
 * @param tests whether groups differ from their reference group at all; none where the engine tests none
 * @param worstSlices the subgroups that fare worst; empty where they were not looked for
 */
public record Exploration(List<PairTest> tests, Optional<SliceFindings> worstSlices) {

    public static final Exploration NONE = new Exploration(List.of(), Optional.empty());

    public Exploration {
        tests = List.copyOf(tests);
    }
}
