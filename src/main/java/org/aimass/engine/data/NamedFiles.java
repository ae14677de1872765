package org.aimass.engine.data;

import org.aimass.engine.BadInput;
import org.aimass.engine.BrokenFile;
import org.aimass.engine.OneLine;

/** The files of an archive as its manifest names them. For several threads at once. */
public final class NamedFiles {

    private final Archive archive;
    private final String folder;

    /** @param manifest which of them names the others, relative to the folder it lies in */
    public NamedFiles(Archive archive, String manifest) {
        this.archive = archive;
        folder = manifest.substring(0, manifest.lastIndexOf('/') + 1);
    }

    /** Those beside a manifest, be it in the archive itself or in its only folder. */
    public static NamedFiles beside(Archive archive, String manifest) {
        return new NamedFiles(archive, Manifest.named(archive, manifest));
    }

    /** How many files the archive has, the manifest among them. */
    public int count() {
        return archive.files();
    }

    /**
     * The number of a file, below {@link #count}.
     *
     * @throws BrokenFile if there is none of that name
     */
    public int find(String name) throws BrokenFile {
        return archive.get(folder + (name.startsWith("./") ? name.substring(2) : name));
    }

    /** A file's name in the archive. */
    public String name(int file) {
        return archive.name(file);
    }

    /**
     * All bytes of a file.
     *
     * @throws BrokenFile if it is longer than 256 MiB, cut off or damaged
     */
    public byte[] bytes(int file) throws BrokenFile {
        return archive.bytes(file);
    }

    /** What to say of a row whose file cannot be used. */
    public static BadInput fault(RowBatch batch, int column, int row, BrokenFile why) {
        return new BadInput("%s: entry %s: %s"
                .formatted(batch.where(row), OneLine.quoted(batch.text(column, row)), why.getMessage()));
    }
}
