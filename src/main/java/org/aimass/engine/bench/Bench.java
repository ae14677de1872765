package org.aimass.engine.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.engine.EngineFailure;

/** Measures reading, scoring and whole audits, each in a process of its own, one after the other. */
public final class Bench {

    private static final double NANOS = 1e9;

    private Bench() {}

    /**
     * What one part cost.
     *
     * @param wall seconds from its beginning to its end, the start of the process left out
     * @param cpu seconds of all its threads in that time
     * @param megabytes the most memory that its process held; 0 where the system does not tell
     */
    public record Cost(String part, double wall, double cpu, long megabytes) {}

    /** Measures one part in this process. */
    public static Cost part(String words, Path folder, int rows, int threads) {
        BenchStep part = step(words, rows);
        double cpu = cpu();
        long start = System.nanoTime();
        part.run(folder, rows, threads);
        double wall = (System.nanoTime() - start) / NANOS;
        return new Cost(part.words(), wall, cpu() - cpu, memory());
    }

    private static double cpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime() / NANOS
                : Double.NaN;
    }

    private static long memory() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
                }
            }
        } catch (IOException e) {
            // not this kind of system
        }
        return 0;
    }

    private static BenchStep step(String words, int rows) {
        Optional<BenchTaskStep> ofTask = BenchTaskStep.all(rows).stream()
                .filter(step -> step.words().equals(words))
                .findFirst();
        return ofTask.isPresent() ? ofTask.get() : BenchPart.of(words);
    }

    /** Writes the table and the models, unless they are there. */
    public static void prepareTables(Path folder, int rows) {
        make(folder);
        BenchTable.write(folder, rows);
        BenchModels.write(folder);
    }

    /**
     * Writes the datasets and the models of the other tasks, unless they are there.
     *
     * @param most items of each task
     */
    public static void prepareTasks(Path folder, int most) {
        make(folder);
        BenchTask.all(most).forEach(task -> task.prepare(folder));
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new EngineFailure("no folder for the benchmark (" + e.getMessage() + ")");
        }
    }

    /** The words of all parts about tables, in their order. */
    public static List<String> tables() {
        return BenchPart.all().stream().map(BenchPart::words).toList();
    }

    /** The words of all parts about the other tasks, in their order. */
    public static List<String> tasks() {
        return BenchTaskStep.all(1).stream().map(BenchTaskStep::words).toList();
    }

    /**
     * Runs a part in a process of its own.
     *
     * @param command the engine's command line for it
     * @return the one line that it says
     */
    public static String run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new EngineFailure("a part of the benchmark failed: " + String.join(" ", command));
            }
            return said.strip();
        } catch (IOException e) {
            throw new EngineFailure("a part of the benchmark cannot be started (" + e.getMessage() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("interrupted");
        }
    }

    /**
     * CPU seconds of each whole audit over those of its reading and scoring, by audit; of other tasks than tables over its models alone.
     *
     * @param costs of all parts
     */
    public static Map<String, Double> ratios(List<Cost> costs) {
        Map<String, Cost> byPart = new LinkedHashMap<>();
        costs.forEach(cost -> byPart.put(cost.part(), cost));
        Map<String, Double> ratios = new LinkedHashMap<>();
        for (Cost cost : costs) {
            List<String> floor = step(cost.part(), 1).floor();
            if (!floor.isEmpty()) {
                double sum = floor.stream()
                        .map(byPart::get)
                        .mapToDouble(found -> found == null ? Double.NaN : found.cpu())
                        .sum();
                ratios.put(cost.part(), cost.cpu() / sum);
            }
        }
        return ratios;
    }
}
