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
import org.aimass.engine.EngineFailure;

/** Measures reading, scoring and whole audits of one table, each in a process of its own, one after the other. */
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
        BenchPart part = BenchPart.of(words);
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

    /** Writes the table and the models, unless they are there. */
    public static void prepare(Path folder, int rows) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new EngineFailure("no folder for the benchmark (" + e.getMessage() + ")");
        }
        BenchTable.write(folder, rows);
        BenchModels.write(folder);
    }

    /** The words of all parts, in their order. */
    public static List<String> parts() {
        return BenchPart.all().stream().map(BenchPart::words).toList();
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
     * CPU seconds of each whole audit over those of its reading and scoring, by audit.
     *
     * @param costs of all parts
     */
    public static Map<String, Double> ratios(List<Cost> costs) {
        Map<String, Cost> byPart = new LinkedHashMap<>();
        costs.forEach(cost -> byPart.put(cost.part(), cost));
        Map<String, Double> ratios = new LinkedHashMap<>();
        for (Cost cost : costs) {
            List<String> floor = BenchPart.of(cost.part()).floor();
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
