package org.aimass.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The engine that a portal runs, as the operating system sees it: its process, the walls around it, and the folder it works in. */
final class EngineProcesses {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Portal portal;

    EngineProcesses(Portal portal) {
        this.portal = portal;
    }

    /** Everything below the portal, as soon as the engine's own Java machine is there: the walls first, that one last. */
    List<ProcessHandle> await() throws InterruptedException {
        List<ProcessHandle> found = new ArrayList<>();
        AuditRuns.await(PATIENCE, () -> {
            found.clear();
            found.addAll(below());
            return found.stream().anyMatch(EngineProcesses::isJava);
        });
        ProcessHandle engine = found.stream()
                .filter(EngineProcesses::isJava)
                .findFirst()
                .orElseGet(() -> fail("no engine was started within " + PATIENCE));
        found.remove(engine);
        found.add(engine);
        return found;
    }

    /** What the engine was started for: {@code run}, {@code inspect}, {@code profile} or {@code demo}; empty if it is gone. */
    static String command(ProcessHandle engine) {
        List<String> words = List.of(engine.info().arguments().orElse(new String[0]));
        int jar = words.indexOf("-jar");
        return jar < 0 ? "" : words.get(jar + 2);
    }

    /** Nothing of an engine that was killed lives on, and nothing below the portal. */
    void areGone(List<ProcessHandle> killed) throws InterruptedException {
        AuditRuns.await(SOON, () -> living(killed).isEmpty() && below().isEmpty());
        assertEquals(List.of(), living(killed), "an engine outlives its kill");
        assertEquals(List.of(), below(), "an engine outlives its run");
    }

    /** Only the portal's own empty folder for jobs is left. */
    void leaveNoFolder() throws InterruptedException {
        AuditRuns.await(SOON, () -> folders().size() <= 1);
        assertEquals(1, folders().size(), () -> "left behind: " + folders());
    }

    private List<ProcessHandle> below() {
        return ProcessHandle.of(portal.pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .toList();
    }

    private static List<ProcessHandle> living(List<ProcessHandle> processes) {
        return processes.stream().filter(ProcessHandle::isAlive).toList();
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("java");
    }

    private List<Path> folders() {
        try (Stream<Path> all = Files.walk(portal.data().resolve("jobs"))) {
            return all.skip(1).filter(Files::isDirectory).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(Path.of("changing"), Path.of("changing"));
        }
    }
}
