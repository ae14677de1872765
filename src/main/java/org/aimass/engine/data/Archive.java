package org.aimass.engine.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.aimass.engine.BadInput;
import org.aimass.engine.BrokenFile;
import org.aimass.engine.Deadline;
import org.aimass.engine.OneLine;
import org.aimass.shared.Sha256Digest;

/**
 * Many files under names, in a folder or in one archive: read in any order, by several threads at once, never unpacked to
 * where a name says. Opening reads all names and refuses what no honest archive holds; sizes are counted, never believed.
 */
public abstract class Archive implements AutoCloseable {

    /** The longest file that is read into memory: 256 MiB. */
    static final int LARGEST_IN_MEMORY = 256 << 20;
    /** The longest file of all: 16 GiB. */
    static final long LARGEST_ENTRY = 16L << 30;
    /** All files together: 256 GiB. */
    static final long LARGEST_SUM = 256L << 30;
    /** A file may unpack to so many times the bytes it takes in the archive, once it is longer than {@link #FREE}. */
    static final int RATIO = 100;

    static final long FREE = 1L << 20;

    private final String label;
    private final EntryNames names;

    Archive(String label, EntryNames names) {
        this.label = label;
        this.names = names;
    }

    /**
     * Reads the names.
     *
     * @throws BadInput if it is no such archive, or one that might do harm
     */
    public static Archive open(Path path, DataFormat format, Deadline deadline) {
        return switch (format) {
            case FOLDER -> FolderArchive.open(path, deadline);
            case ZIP -> ZipArchive.open(path, deadline);
            case TAR_GZ -> TarArchive.open(path, deadline);
            case CSV, PARQUET, COCO -> throw new IllegalArgumentException(format + " is one table");
        };
    }

    /** The folder's or archive's own name, as messages give it. */
    public final String label() {
        return label;
    }

    /** How many files there are; they are numbered from 0. */
    public final int files() {
        return names.count();
    }

    /** A file's name: parts divided by slashes, none of them empty, {@code .} or {@code ..}. */
    public final String name(int file) {
        return names.name(file);
    }

    /** The file of exactly that name, a leading {@code ./} aside. */
    public final OptionalInt find(String name) {
        return names.find(name);
    }

    /** Whether there is a file of that name, in the archive itself or in its only folder. */
    public final boolean holds(String name) {
        return Manifest.seek(this, name).isPresent();
    }

    /**
     * The file that a manifest names.
     *
     * @throws BrokenFile if there is none
     */
    public final int get(String name) throws BrokenFile {
        OptionalInt file = names.find(name);
        if (file.isEmpty()) {
            throw new BrokenFile(
                    OneLine.quoted(name),
                    names.twin(name)
                            .map(twin -> "the name of a file of " + label + "; " + OneLine.quoted(twin)
                                    + " is one, in other letters")
                            .orElse("the name of a file of " + label));
        }
        return file.getAsInt();
    }

    /** The length of a file in bytes, as the archive gives it: no more than that is ever read. */
    abstract long length(int file);

    /** The bytes of a file; throws {@link BrokenFile} at the end if they are not those that the archive promised. */
    abstract InputStream stream(int file) throws IOException;

    /**
     * All bytes of a file.
     *
     * @throws BrokenFile if it is longer than 256 MiB, cut off or damaged
     */
    public final byte[] bytes(int file) throws BrokenFile {
        long length = length(file);
        if (length > LARGEST_IN_MEMORY) {
            throw new BrokenFile(length + " bytes", "at most " + (LARGEST_IN_MEMORY >> 20) + " MiB");
        }
        try (InputStream in = stream(file)) {
            byte[] bytes = in.readNBytes((int) length);
            if (bytes.length < length || in.read() >= 0) {
                throw new BrokenFile("a file that is being changed", length + " bytes");
            }
            return bytes;
        } catch (BrokenFile e) {
            throw e;
        } catch (IOException e) {
            throw new BrokenFile(
                    "what cannot be read (" + OneLine.of(String.valueOf(e.getMessage()), 100) + ")", "a file");
        }
    }

    /** The bytes of the archive itself; of a folder the sum of its files' lengths. */
    public abstract long totalBytes();

    /** The SHA-256 of the archive itself; of a folder that of the list of its files' digests, see {@link FolderArchive}. */
    public abstract Sha256Digest digest();

    @Override
    public abstract void close();
}
