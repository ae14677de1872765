package org.aimass.engine.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.engine.EngineFailure;
import org.aimass.engine.OneLine;
import org.aimass.shared.Sha256Digest;

/**
 * A tar archive packed with gzip. It can only be read from its start to its end, so opening it copies its files, one behind the
 * other, into one nameless scratch file in the folder for temporary files, which is gone when the process is.
 */
final class TarArchive extends Archive {

    private static final int CHUNK = 1 << 16;
    private static final int GZIP = 0x8B1F;

    private final long size;
    private final Sha256Digest digest;
    private final FileChannel scratch;
    private final long[] ends;

    private TarArchive(Path path, EntryNames names, Sha256Digest digest, FileChannel scratch, long[] ends) {
        super(FileBytes.name(path), names);
        size = FileBytes.size(path);
        this.digest = digest;
        this.scratch = scratch;
        this.ends = ends;
    }

    static TarArchive open(Path path, Deadline deadline) {
        FileChannel scratch = scratch();
        try (FileBytes source = FileBytes.open(path)) {
            EntryNames names = new EntryNames(FileBytes.name(path));
            Copy copy = new Copy(scratch, deadline);
            new TarEntries(unpacked(source, path), names, copy).read(deadline);
            return new TarArchive(path, names, source.finish(), scratch, copy.ends(names.count()));
        } catch (EOFException e) {
            close(scratch);
            throw new BadInput(FileBytes.name(path) + ": found an archive that ends in the middle, expected all of it");
        } catch (ZipException e) {
            close(scratch);
            throw new BadInput("%s: found a damaged gzip stream (%s), expected a tar archive packed with gzip"
                    .formatted(FileBytes.name(path), OneLine.of(String.valueOf(e.getMessage()), 80)));
        } catch (IOException | IllegalArgumentException e) {
            close(scratch);
            throw new EntryNames(FileBytes.name(path)).unreadable("an archive that cannot be read", e);
        } catch (RuntimeException e) {
            close(scratch);
            throw e;
        }
    }

    private static InputStream unpacked(FileBytes source, Path path) throws IOException {
        BufferedInputStream start = new BufferedInputStream(source, CHUNK);
        start.mark(2);
        if ((start.read() | start.read() << Byte.SIZE) != GZIP) {
            throw new BadInput(
                    FileBytes.name(path) + ": found no gzip stream, expected a tar archive packed with gzip");
        }
        start.reset();
        return new BufferedInputStream(new Gunzip(source, start, FileBytes.name(path)), CHUNK);
    }

    private static FileChannel scratch() {
        try {
            Path file = Files.createTempFile("aimass-", ".scratch");
            return FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static EngineFailure unwritable(IOException why) {
        return new EngineFailure("the folder for temporary files does not take an archive's files ("
                + why.getClass().getSimpleName() + ": " + why.getMessage() + "); a zip archive needs no such room");
    }

    /** Puts files one behind the other. */
    private static final class Copy implements TarEntries.Keeper {

        private final FileChannel scratch;
        private final Deadline deadline;
        private final byte[] chunk = new byte[CHUNK];
        private long[] ends = new long[64];
        private int files;
        private long at;

        Copy(FileChannel scratch, Deadline deadline) {
            this.scratch = scratch;
            this.deadline = deadline;
        }

        @Override
        public void keep(InputStream content, long size) throws IOException {
            for (long left = size; left > 0; ) {
                deadline.check();
                int got = content.readNBytes(chunk, 0, (int) Math.min(left, CHUNK));
                if (got == 0) {
                    throw new EOFException();
                }
                write(got);
                left -= got;
            }
            if (files == ends.length) {
                ends = Arrays.copyOf(ends, 2 * files);
            }
            ends[files++] = at;
        }

        private void write(int length) {
            ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, length);
            try {
                while (bytes.hasRemaining()) {
                    at += scratch.write(bytes, at);
                }
            } catch (IOException e) {
                throw unwritable(e);
            }
        }

        long[] ends(int count) {
            return Arrays.copyOf(ends, count);
        }
    }

    private long start(int file) {
        return file == 0 ? 0 : ends[file - 1];
    }

    @Override
    long length(int file) {
        return ends[file] - start(file);
    }

    @Override
    InputStream stream(int file) {
        return new FileRange(scratch, start(file), ends[file]);
    }

    @Override
    public long totalBytes() {
        return size;
    }

    @Override
    public Sha256Digest digest() {
        return digest;
    }

    @Override
    public void close() {
        close(scratch);
    }

    private static void close(FileChannel scratch) {
        try {
            scratch.close();
        } catch (IOException e) {
            // the file goes with the process
        }
    }
}
