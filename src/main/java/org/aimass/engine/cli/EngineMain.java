package org.aimass.engine.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.engine.EngineFailure;
import org.aimass.engine.OneLine;

/**
 * The engine's command line. Exit codes: 0 done; 2 the command line, job, data or model is at fault; 3 memory, time or native
 * code gave out. Then standard error has one line that says why, and there is no outcome file.
 */
public final class EngineMain {

    static final int DONE = 0;
    static final int BAD_INPUT = 2;
    static final int FAILED = 3;

    private static final String DEADLINE = "--deadline";
    private static final String EXIT_WITH_PARENT = "--exit-with-parent";
    private static final int LONGEST_DEADLINE_SECONDS = 366 * 24 * 3600;
    private static final Map<String, Command> COMMANDS = commands();

    private final PrintStream out;
    private final PrintStream err;
    private final Consumer<Integer> halt;

    /**
     * @param halt ends the process at once with the given exit code, when it no longer listens
     */
    EngineMain(PrintStream out, PrintStream err, Consumer<Integer> halt) {
        this.out = out;
        this.err = err;
        this.halt = halt;
    }

    private static Map<String, Command> commands() {
        Map<String, Command> commands = new LinkedHashMap<>();
        commands.put("run", new RunCommand());
        commands.put("inspect", new InspectCommand());
        commands.put("profile", new ProfileCommand());
        commands.put("survey", new SurveyCommand());
        commands.put("preview", new PreviewCommand());
        commands.put("listen", new ListenCommand());
        commands.put("check", new CheckCommand());
        commands.put("doctor", new DoctorCommand());
        commands.put("demo", new DemoCommand());
        commands.put("bench", new BenchCommand());
        return Collections.unmodifiableMap(commands);
    }

    /** Runs one command and ends the process. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        EngineMain engine = new EngineMain(out, err, EngineMain::end);
        if (List.of(arguments).contains(EXIT_WITH_PARENT)) {
            engine.watch(System.in);
        }
        System.exit(engine.run(List.of(arguments)));
    }

    /** Ends the process within a second, and in that time lets it delete what native libraries were unpacked to. */
    private static void end(int code) {
        Thread exit = new Thread(() -> System.exit(code), "exit");
        exit.setDaemon(true);
        exit.start();
        try {
            exit.join(Duration.ofSeconds(1).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(code);
    }

    /** Ends the process when the other end of its standard input is closed: when the process that started it is gone. */
    private void watch(InputStream parent) {
        Thread thread = new Thread(
                () -> {
                    try {
                        while (parent.read() >= 0) {
                            // nothing is said this way
                        }
                    } catch (IOException e) {
                        // as good as closed
                    }
                    halt.accept(FAILED);
                },
                "parent");
        thread.setDaemon(true);
        thread.start();
    }

    /** Runs one command; answers the exit code. Throws nothing. */
    int run(List<String> words) {
        try {
            Command command = words.isEmpty() ? null : COMMANDS.get(words.get(0));
            if (command == null) {
                String found = words.isEmpty() ? "no command" : "unknown command " + OneLine.quoted(words.get(0));
                throw new BadInput(found + "; usage: java -jar aimass-engine.jar "
                        + String.join(
                                " | ",
                                COMMANDS.values().stream().map(Command::usage).toList()));
            }
            Set<String> valued = new HashSet<>(command.valuedOptions());
            valued.add(DEADLINE);
            Set<String> flags = new HashSet<>(command.flags());
            flags.add(EXIT_WITH_PARENT);
            Arguments arguments = new Arguments(command.usage(), words.subList(1, words.size()), flags, valued);
            try (Deadline deadline = deadline(arguments)) {
                command.run(arguments, deadline, out);
                deadline.check();
            }
            return DONE;
        } catch (BadInput e) {
            return fail(BAD_INPUT, String.valueOf(e.getMessage()));
        } catch (EngineFailure e) {
            return fail(FAILED, String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            return fail(FAILED, "out of memory (" + e.getMessage() + ")");
        } catch (RuntimeException | Error e) {
            return fail(FAILED, "the engine failed (" + e.getClass().getSimpleName() + ": " + e.getMessage() + ")");
        }
    }

    private Deadline deadline(Arguments arguments) {
        return arguments
                .number(DEADLINE, LONGEST_DEADLINE_SECONDS)
                .map(seconds -> Deadline.in(Duration.ofSeconds(seconds), message -> {
                    fail(FAILED, message);
                    halt.accept(FAILED);
                }))
                .orElseGet(Deadline::none);
    }

    private int fail(int code, String message) {
        out.flush();
        err.println(OneLine.of(message, 700));
        return code;
    }
}
