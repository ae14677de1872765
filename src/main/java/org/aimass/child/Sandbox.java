package org.aimass.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The walls around a child. With bubblewrap: no network, no file but Java, the engine and its inputs, no process but its own,
 * no privilege, nothing of the disk but its answer, and it ends with the portal. Without: only limits, its own process group, and the same end.
 */
enum Sandbox {
    BUBBLEWRAP(true),
    LIMITS_ONLY(false);

    private static final long FILE_SIZE_LIMIT = 1L << 30;
    private static final long JOB_SIZE_LIMIT = 256L << 20;
    private static final int PROCESS_LIMIT = 512;

    private final boolean walled;

    Sandbox(boolean walled) {
        this.walled = walled;
    }

    /** Whether a hostile file that takes over the child still gets nowhere. */
    boolean isWalled() {
        return walled;
    }

    /** The best that this machine can do. */
    static Sandbox best() {
        return Bubblewrap.works() ? BUBBLEWRAP : LIMITS_ONLY;
    }

    /** Where the child finds the file. */
    String inside(Path file, String fixedName) {
        return walled ? "/in/" + fixedName : file.toString();
    }

    /** Where the child finds its own folder. */
    String jobInside(JobFolder job) {
        return walled ? "/job" : job.path().toString();
    }

    /** The whole command line that starts {@code java} with the given arguments within these walls. */
    List<String> wrap(JobFolder job, EngineCommand command, Path engineJar, List<String> java) {
        List<String> line = new ArrayList<>();
        addTool(line, "/usr/bin/setsid");
        if (!walled) {
            addTool(line, "/usr/bin/setpriv", "--pdeathsig", "KILL", "--no-new-privs");
        }
        addTool(
                line,
                "/usr/bin/prlimit",
                "--as=" + command.memoryBytes(),
                "--fsize=" + FILE_SIZE_LIMIT,
                "--core=0",
                "--nofile=1024");
        if (walled) {
            line.addAll(Bubblewrap.walls());
            javaFolders().forEach(folder -> line.addAll(List.of("--ro-bind", folder, folder)));
            line.addAll(List.of("--ro-bind", engineJar.toString(), inside(engineJar, "engine.jar")));
            command.inputs()
                    .forEach((name, file) -> line.addAll(List.of("--ro-bind", file.toString(), inside(file, name))));
            line.addAll(jobFolder(job, command));
            line.addAll(Bubblewrap.seal());
            addTool(line, "/usr/bin/prlimit", "--nproc=" + PROCESS_LIMIT);
        }
        line.addAll(java);
        return line;
    }

    /** In memory; of the disk the child gets its answer's file alone, for a folder has no limit. */
    private static List<String> jobFolder(JobFolder job, EngineCommand command) {
        List<String> line = new ArrayList<>(Bubblewrap.memoryFolder("/job", JOB_SIZE_LIMIT));
        command.texts().keySet().forEach(name -> line.addAll(List.of("--ro-bind", job.file(name), "/job/" + name)));
        command.outputFile().ifPresent(name -> line.addAll(List.of("--bind", job.file(name), "/job/" + name)));
        line.addAll(List.of("--chdir", "/job"));
        return line;
    }

    /** A system without these tools of Linux does without what they do; the walls need them all. */
    private void addTool(List<String> line, String tool, String... options) {
        if (walled || Files.isExecutable(Path.of(tool))) {
            line.add(tool);
            line.addAll(List.of(options));
        }
    }

    /** Java itself and, where a distribution keeps Java's settings elsewhere, the folders that its links lead to. */
    static Set<String> javaFolders() {
        Set<String> folders = new LinkedHashSet<>();
        Path home = Path.of(System.getProperty("java.home"));
        addUnlessUnderUsr(folders, home);
        for (String setting : List.of("conf/security/java.security", "conf/net.properties", "lib/security/cacerts")) {
            Path file = home.resolve(setting);
            if (Files.exists(file) && !real(file).startsWith(real(home))) {
                addUnlessUnderUsr(folders, real(file).resolveSibling("").normalize());
            }
        }
        return folders;
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new IllegalStateException("cannot follow " + path, e);
        }
    }

    private static void addUnlessUnderUsr(Set<String> folders, Path folder) {
        if (!folder.startsWith("/usr")) {
            folders.add(folder.toString());
        }
    }
}
