package org.aimass.engine.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import org.aimass.engine.Deadline;
import org.aimass.engine.demo.Demo;

/** {@code demo folder}: a synthetic table, a model with a known bias, and the facts about both. */
final class DemoCommand implements Command {

    @Override
    public String usage() {
        return "demo folder";
    }

    @Override
    public void run(Arguments arguments, Deadline deadline, PrintStream out) {
        Path folder = arguments.path("folder");
        Demo.write(folder);
        JsonOutput.print(out, json -> {
            json.writeStringField("table", folder.resolve(Demo.TABLE).toString());
            json.writeStringField("model", folder.resolve(Demo.MODEL).toString());
            json.writeStringField("facts", folder.resolve(Demo.FACTS).toString());
        });
    }
}
