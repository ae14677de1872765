package org.aimass.engine.bench;

import java.nio.file.Path;
import java.util.List;

/** One thing that is measured, in a process of its own so that its memory is its own. */
interface BenchStep {

    String words();

    /** The steps that this one cannot cost less than; none of one that is no audit. */
    List<String> floor();

    /** @param rows of the tables; steps with material of their own know how much of it there is */
    void run(Path folder, int rows, int threads);
}
