package org.aimass.launcher;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The servers of a data folder, held still (SIGSTOP) for as long as this is open. What lies on the disk then is what a crash at this
 * moment would leave, and both databases recover from that: each commit is on the disk before it is acknowledged. It holds for both of
 * them at one moment, which copying one after the other could not give.
 *
 * <p>A shell holds them and waits for a word; when this process ends in whatever way, the shell reads an end of file and lets them go on.
 */
final class StillServers implements Closeable {
    private static final String SCRIPT =
            "trap '' INT TERM HUP; kill -STOP \"$@\" || exit 1; echo still; read word; kill -CONT \"$@\"";

    private final Process shell;

    private StillServers(Process shell) {
        this.shell = shell;
    }

    /**
     * @param mark the file whose bytes the servers hold, see {@link OrphanGuard}
     * @throws CannotStart if they cannot be held
     */
    static StillServers of(Path mark) throws CannotStart, IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "sh"));
        ProcessHandle.allProcesses()
                .filter(process -> isServer(process, mark))
                .forEach(process -> command.add(Long.toString(process.pid())));
        Process shell = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = shell.inputReader(StandardCharsets.US_ASCII);
        if (!"still".equals(said.readLine())) {
            throw new CannotStart("the servers cannot be held still for a moment; stop the portal first");
        }
        return new StillServers(shell);
    }

    private static boolean isServer(ProcessHandle process, Path mark) {
        List<String> words = Arrays.asList(process.info().arguments().orElse(new String[0]));
        int guard = words.indexOf(OrphanGuard.class.getName());
        return guard >= 0 && words.size() > guard + 1 && words.get(guard + 1).equals(mark.toString());
    }

    /** Lets them go on. */
    @Override
    public void close() throws IOException {
        shell.getOutputStream().close();
        boolean interrupted = false;
        while (true) {
            try {
                shell.waitFor();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
