package org.aimass.engine.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** ONNX Runtime alone, or the whole audit, of a task that has material of its own. */
record BenchTaskStep(boolean audits, BenchTask task) implements BenchStep {

    private static final String RAW = "raw ";
    private static final String AUDIT = "audit ";

    /** @param most items of each task */
    static List<BenchTaskStep> all(int most) {
        return BenchTask.all(most).stream()
                .flatMap(task -> Stream.of(new BenchTaskStep(false, task), new BenchTaskStep(true, task)))
                .toList();
    }

    @Override
    public String words() {
        return (audits ? AUDIT : RAW) + task.name();
    }

    @Override
    public List<String> floor() {
        return audits ? List.of(RAW + task.name()) : List.of();
    }

    @Override
    public void run(Path folder, int rows, int threads) {
        if (audits) {
            task.runAudit(folder, threads);
        } else {
            task.runRaw(folder, threads);
        }
    }
}
