package org.aimass.child;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the engine is to do. Inputs and texts have fixed names that the portal chose, never a person. The child works in a
 * folder that holds the texts; where its inputs lie is known only when it starts, so arguments and texts name them by
 * {@link #place}.
 *
 * @param arguments the engine's command line, such as {@code run job.json --out outcome.json}
 * @param inputs files that lie elsewhere, by fixed name; the child may read them, they are never copied
 * @param texts small JSON files written for this job, by fixed name
 * @param outputFile what the engine writes in its folder; empty when it answers on standard output
 * @param outputLimit the largest answer that is read, in bytes
 * @param deadline in whole seconds; the engine ends then, and is killed three seconds later
 * @param memoryBytes address space of the child, at least {@link #LEAST_MEMORY}
 */
public record EngineCommand(
        List<String> arguments,
        Map<String, Path> inputs,
        Map<String, String> texts,
        Optional<String> outputFile,
        long outputLimit,
        Duration deadline,
        long memoryBytes) {

    /** With less a Java process of the engine's sort does not start: 1 GiB. */
    public static final long LEAST_MEMORY = 1L << 30;

    private static final String UNGUESSABLE = UUID.randomUUID().toString();

    public EngineCommand {
        arguments = List.copyOf(arguments);
        inputs = Map.copyOf(inputs);
        texts = Map.copyOf(texts);
        inputs.keySet().forEach(EngineCommand::demandFixedName);
        texts.keySet().forEach(EngineCommand::demandFixedName);
        outputFile.ifPresent(EngineCommand::demandFixedName);
        if (memoryBytes < LEAST_MEMORY) {
            throw new IllegalArgumentException("too little memory for the engine: " + memoryBytes);
        }
    }

    /** One that reads one file and answers on standard output, such as {@code inspect}. */
    public static EngineCommand answering(
            List<String> arguments, Map<String, Path> inputs, long outputLimit, Duration deadline, long memoryBytes) {
        return new EngineCommand(arguments, inputs, Map.of(), Optional.empty(), outputLimit, deadline, memoryBytes);
    }

    /** Stands for the path of an input in arguments and in strings of texts, until the child starts. */
    public static String place(String inputName) {
        demandFixedName(inputName);
        return "<" + UNGUESSABLE + ":" + inputName + ">";
    }

    private static void demandFixedName(String name) {
        if (!name.matches("[a-z][a-z0-9-]*(\\.[a-z0-9]+)*")) {
            throw new IllegalArgumentException("not a fixed file name: " + name);
        }
    }
}
