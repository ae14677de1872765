package org.aimass.child;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Which file the child finds where: turns the places of a command into paths, and paths back into fixed names. */
final class Layout {

    private final Sandbox sandbox;
    private final JobFolder job;
    private final EngineCommand command;

    Layout(Sandbox sandbox, JobFolder job, EngineCommand command) {
        this.sandbox = sandbox;
        this.job = job;
        this.command = command;
    }

    void writeTexts() throws IOException {
        for (Map.Entry<String, String> text : command.texts().entrySet()) {
            job.write(text.getKey(), filled(text.getValue(), Layout::insideJson));
        }
    }

    List<String> arguments() {
        return command.arguments().stream()
                .map(argument -> filled(argument, UnaryOperator.identity()))
                .toList();
    }

    private String filled(String text, UnaryOperator<String> escape) {
        String result = text;
        for (Map.Entry<String, Path> input : command.inputs().entrySet()) {
            String path = sandbox.inside(input.getValue(), input.getKey());
            result = result.replace(EngineCommand.place(input.getKey()), escape.apply(path));
        }
        return result;
    }

    private static String insideJson(String path) {
        return path.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** What the child said, with the names that a reader knows in place of paths that mean nothing to them. */
    String withFixedNames(String line) {
        String result = line;
        for (Map.Entry<String, Path> input : command.inputs().entrySet()) {
            result = result.replace(sandbox.inside(input.getValue(), input.getKey()), input.getKey())
                    .replace(String.valueOf(input.getValue().getFileName()), input.getKey());
        }
        return result.replace(sandbox.jobInside(job) + "/", "");
    }
}
