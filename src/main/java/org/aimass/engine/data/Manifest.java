package org.aimass.engine.data;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.aimass.engine.BadInput;
import org.aimass.engine.OneLine;
import org.aimass.shared.Sha256Digest;

/**
 * Rows of the CSV file in an archive that names the archive's other files. Such a name is a path relative to the folder in which
 * the manifest itself lies.
 */
final class Manifest implements RowReader {

    private final NamedFiles files;
    private final Archive archive;
    private final CsvReader rows;

    private Manifest(Archive archive, String name) {
        this.archive = archive;
        int file = find(archive, name);
        String manifest = archive.name(file);
        files = new NamedFiles(archive, manifest);
        rows = CsvReader.open(label(archive, manifest), archive.length(file), content(archive, manifest));
    }

    /** Opens an archive and its manifest; closing it closes both. */
    static Manifest open(Archive archive, String manifest) {
        try {
            return new Manifest(archive, manifest);
        } catch (RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    /** How messages name it: archive, then manifest. */
    static String label(Archive archive, String manifest) {
        return archive.label() + ": " + OneLine.of(manifest, 100);
    }

    /** @throws BadInput if it is not there */
    static FileBytes content(Archive archive, String manifest) {
        try {
            return FileBytes.of(archive.stream(find(archive, manifest)));
        } catch (IOException e) {
            throw new BadInput(label(archive, manifest) + ": " + e.getMessage());
        }
    }

    private static int find(Archive archive, String manifest) {
        return seek(archive, manifest)
                .orElseThrow(() -> new BadInput("%s: found no file %s, expected %s"
                        .formatted(archive.label(), OneLine.quoted(manifest), needed(manifest))));
    }

    private static String needed(String manifest) {
        return manifest.endsWith(".json")
                ? "such a file, in the format of the COCO challenge"
                : "the manifest, a CSV file that names the others; or, of annotated images, \"" + CocoFile.ANNOTATIONS
                        + "\"";
    }

    /** The whole name of the file of that name. */
    static String named(Archive archive, String manifest) {
        return archive.name(find(archive, manifest));
    }

    /** The file of that name, in the archive itself or in its only folder. */
    static OptionalInt seek(Archive archive, String name) {
        OptionalInt file = archive.find(name);
        return file.isPresent() ? file : inTheOnlyFolder(archive, name);
    }

    /** Who packs a folder, and not what is in it, has everything one level down. */
    private static OptionalInt inTheOnlyFolder(Archive archive, String manifest) {
        String first = archive.files() == 0 ? "" : archive.name(0);
        String folder = first.substring(0, first.indexOf('/') + 1);
        boolean only = !folder.isEmpty()
                && IntStream.range(1, archive.files())
                        .allMatch(file -> archive.name(file).startsWith(folder));
        return only ? archive.find(folder + manifest) : OptionalInt.empty();
    }

    @Override
    public Optional<NamedFiles> files() {
        return Optional.of(files);
    }

    @Override
    public List<String> columns() {
        return rows.columns();
    }

    @Override
    public void select(int[] columns) {
        rows.select(columns);
    }

    @Override
    public RowBatch newBatch(int capacity) {
        return rows.newBatch(capacity);
    }

    @Override
    public boolean read(RowBatch batch) {
        return rows.read(batch);
    }

    @Override
    public long rowsRead() {
        return rows.rowsRead();
    }

    @Override
    public OptionalLong rowsTotal() {
        return rows.rowsTotal();
    }

    @Override
    public double shareRead() {
        return rows.shareRead();
    }

    @Override
    public long bytes() {
        return archive.totalBytes();
    }

    @Override
    public Sha256Digest digest() {
        return archive.digest();
    }

    @Override
    public void close() {
        rows.close();
        archive.close();
    }
}
