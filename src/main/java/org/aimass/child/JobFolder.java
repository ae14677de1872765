package org.aimass.child;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a child works with: its texts and the file that its answer goes into, which is all that it may write to within walls.
 * What it leaves there is not to be trusted: neither names, links nor sizes.
 */
final class JobFolder implements AutoCloseable {

    private static final String PROCESS = "process";

    private final Path folder;

    JobFolder(Path folder) {
        this.folder = folder;
    }

    /** The child's side. */
    Path path() {
        return folder.resolve("job");
    }

    /** Where one of its files lies. */
    String file(String fixedName) {
        return path().resolve(fixedName).toString();
    }

    /** @param outputFile the answer's file, there from the beginning so that it can be bound into a sandbox */
    void prepare(Optional<String> outputFile) throws IOException {
        Files.createDirectory(path());
        if (outputFile.isPresent()) {
            write(outputFile.get(), "");
        }
    }

    void write(String fixedName, String text) throws IOException {
        Files.writeString(path().resolve(fixedName), text, StandardOpenOption.CREATE_NEW);
    }

    /** Notes which process works here, out of the child's reach, so that it can be found after the portal was killed. */
    void remember(ProcessHandle process) throws IOException {
        Files.writeString(
                folder.resolve(PROCESS),
                process.pid() + " "
                        + process.info()
                                .startInstant()
                                .map(Instant::toEpochMilli)
                                .orElse(-1L));
    }

    /** Kills the process that worked here and whatever it started, unless its number belongs to another process by now. */
    void killLeftover() throws IOException {
        Path note = folder.resolve(PROCESS);
        if (!Files.exists(note)) {
            return;
        }
        String[] words = Files.readString(note).split(" ", -1);
        long pid = Long.parseLong(words[0]);
        long started = Long.parseLong(words[1]);
        boolean another =
                ProcessHandle.of(pid).filter(found -> started != startOf(found)).isPresent();
        if (!another) {
            ProcessGroup.kill(pid);
        }
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(-1L);
    }

    /**
     * What the child wrote.
     *
     * @return empty when there is no ordinary file of this name with at least one and at most {@code limit} bytes
     */
    Optional<byte[]> read(String fixedName, long limit) throws IOException {
        Path file = path().resolve(fixedName);
        try {
            BasicFileAttributes found =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!found.isRegularFile() || found.size() == 0 || found.size() > limit) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(in.readNBytes((int) limit));
            }
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            removeTree(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("a job's folder could not be removed", e);
        }
    }

    /** Removes a folder and everything in it; follows no link. */
    static void removeTree(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
