package org.aimass.engine.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.aimass.engine.BadInput;
import org.aimass.engine.OneLine;
import org.aimass.shared.Sha256Digest;

/** A file's bytes, counted and digested as they are read. */
public final class FileBytes extends FilterInputStream {

    private final MessageDigest digest = Sha256Digest.newMessageDigest();
    private long count;

    private FileBytes(InputStream in) {
        super(in);
    }

    /**
     * @throws BadInput if there is no such regular file
     */
    public static FileBytes open(Path file) {
        demandFile(file);
        try {
            return new FileBytes(Files.newInputStream(file));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The content of a file in an archive. */
    static FileBytes of(InputStream content) {
        return new FileBytes(content);
    }

    /**
     * @throws BadInput if there is no such regular file
     */
    static void demandFile(Path file) {
        if (!Files.exists(file)) {
            throw new BadInput(name(file) + ": no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw new BadInput(name(file) + ": not a regular file");
        }
    }

    /** What to say when reading a file fails. */
    public static BadInput unreadable(Path file, IOException why) {
        return unreadable(name(file), why);
    }

    static BadInput unreadable(String file, IOException why) {
        return new BadInput(
                file + ": cannot be read (" + why.getClass().getSimpleName() + ": " + why.getMessage() + ")");
    }

    /** The file's own name, as messages give it. */
    public static String name(Path file) {
        return OneLine.of(String.valueOf(file.getFileName()), 100);
    }

    /** The file's size in bytes. */
    public static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** How many bytes were read so far. */
    public long count() {
        return count;
    }

    /** Reads whatever is left and gives the digest of the whole. */
    public Sha256Digest finish() throws IOException {
        byte[] rest = new byte[1 << 16];
        while (read(rest, 0, rest.length) >= 0) {
            // only the digest wants it
        }
        return Sha256Digest.of(digest);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int got = in.read(target, from, length);
        if (got > 0) {
            digest.update(target, from, got);
            count += got;
        }
        return got;
    }

    @Override
    public long skip(long bytes) throws IOException {
        byte[] skipped = new byte[(int) Math.min(bytes, 1 << 16)];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
