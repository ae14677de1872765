package org.aimass.engine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aimass.engine.Deadline;
import org.aimass.engine.EngineFailure;
import org.aimass.engine.JsonTree;
import org.aimass.engine.bench.Bench;
import org.aimass.shared.EngineJvm;

/**
 * {@code bench folder}: what reading, scoring and whole audits of a table cost on this machine, one line of JSON for each, then the
 * ratios; with {@code --tasks} what the models alone and whole audits of images, speech and texts cost.
 */
final class BenchCommand implements Command {

    private static final int ROWS = 5_000_000;
    private static final int MOST_ROWS = 500_000_000;
    private static final int MOST_THREADS = 256;
    private static final String TASKS = "--tasks";

    @Override
    public String usage() {
        return "bench FOLDER [--rows N] [--threads N] [--memory MIB] [--tasks] [--part \"audit csv mlp\"]";
    }

    @Override
    public Set<String> flags() {
        return Set.of(TASKS);
    }

    @Override
    public Set<String> valuedOptions() {
        return Set.of("--rows", "--threads", "--memory", "--part");
    }

    @Override
    public void run(Arguments arguments, Deadline deadline, PrintStream out) {
        Path folder = arguments.path("folder").toAbsolutePath();
        int rows = arguments.number("--rows", MOST_ROWS).orElse(ROWS);
        int threads = arguments.number("--threads", MOST_THREADS).orElseGet(() -> Runtime.getRuntime()
                .availableProcessors());
        if (arguments.value("--part").isPresent()) {
            Bench.Cost cost = Bench.part(arguments.value("--part").get(), folder, rows, threads);
            JsonOutput.print(out, json -> print(json, cost));
            return;
        }
        boolean tasks = arguments.has(TASKS);
        if (tasks) {
            Bench.prepareTasks(folder, rows);
        } else {
            Bench.prepareTables(folder, rows);
        }
        int memory = arguments.number("--memory", 1 << 20).orElse(768);
        List<Bench.Cost> costs = new ArrayList<>();
        for (String part : tasks ? Bench.tasks() : Bench.tables()) {
            deadline.check();
            String said = Bench.run(command(memory, folder, rows, threads, part));
            out.println(said);
            costs.add(cost(said));
        }
        JsonOutput.print(out, json -> {
            json.writeNumberField("threads", threads);
            ratios(json, tasks ? "cpu_of_audit_over_its_models" : "cpu_of_audit_over_reading_and_scoring", costs);
            if (!tasks) {
                json.writeNumberField("rows", rows);
                speeds(json, costs, rows);
            }
        });
    }

    private static void ratios(JsonGenerator json, String name, List<Bench.Cost> costs) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Double> ratio : Bench.ratios(costs).entrySet()) {
            json.writeNumberField(ratio.getKey(), ratio.getValue());
        }
        json.writeEndObject();
    }

    private static void speeds(JsonGenerator json, List<Bench.Cost> costs, int rows) throws IOException {
        json.writeObjectFieldStart("rows_of_audit_per_cpu_second");
        for (Bench.Cost cost : costs) {
            if (cost.part().startsWith("audit")) {
                json.writeNumberField(cost.part(), Math.round(rows / cost.cpu()));
            }
        }
        json.writeEndObject();
    }

    private static List<String> command(int memory, Path folder, int rows, int threads, String part) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(EngineJvm.options()); // as the portal starts it
        command.addAll(List.of(
                "-Xmx" + memory + "m",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                EngineMain.class.getName(),
                "bench",
                folder.toString(),
                "--rows",
                Integer.toString(rows),
                "--threads",
                Integer.toString(threads),
                "--part",
                part));
        return command;
    }

    private static void print(JsonGenerator json, Bench.Cost cost) throws IOException {
        json.writeStringField("part", cost.part());
        json.writeNumberField("wall_s", Math.round(cost.wall() * 1000) / 1000.0);
        json.writeNumberField("cpu_s", Math.round(cost.cpu() * 1000) / 1000.0);
        json.writeNumberField("peak_mb", cost.megabytes());
    }

    private static Bench.Cost cost(String said) {
        try {
            JsonNode line = JsonTree.read(said.getBytes(StandardCharsets.UTF_8));
            return new Bench.Cost(
                    line.path("part").asText(),
                    line.path("wall_s").asDouble(),
                    line.path("cpu_s").asDouble(),
                    line.path("peak_mb").asLong());
        } catch (IOException e) {
            throw new EngineFailure("a part of the benchmark said no JSON: " + said);
        }
    }
}
