package org.aimass.engine.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.aimass.engine.BadInput;
import org.aimass.engine.BrokenFile;
import org.aimass.engine.Deadline;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Archives and the manifest in them: all files can be read, or each says in one line why not. The first byte tells the kind. */
public final class ArchiveFuzz {

    private static final byte ZIP = 'P';
    private static final byte[] MANIFEST = "image,y\na/1.png,1\n".getBytes(StandardCharsets.UTF_8);

    private ArchiveFuzz() {}

    public static List<byte[]> seeds() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        ByteArrayOutputStream tarred = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(tarred))) {
            for (String name : List.of("a/1.png", "manifest.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(MANIFEST);
                TarArchiveEntry entry = new TarArchiveEntry(name);
                entry.setSize(MANIFEST.length);
                tar.putArchiveEntry(entry);
                tar.write(MANIFEST);
                tar.closeArchiveEntry();
            }
        }
        return List.of(zipped.toByteArray(), tarred.toByteArray());
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        DataFormat format = bytes.length > 0 && bytes[0] == ZIP ? DataFormat.ZIP : DataFormat.TAR_GZ;
        Path file = Files.createTempFile("fuzz", ".archive");
        try {
            Files.write(file, bytes);
            read(file, format);
        } catch (BadInput e) {
            demandOneLine(e);
        } finally {
            Files.delete(file);
        }
    }

    private static void read(Path file, DataFormat format) {
        try (Archive archive = Archive.open(file, format, Deadline.none())) {
            for (int entry = 0; entry < archive.files(); entry++) {
                try {
                    if (archive.bytes(entry).length != archive.length(entry)) {
                        throw new AssertionError("not as long as it says");
                    }
                } catch (BrokenFile e) {
                    demandOneLine(e);
                }
            }
        }
        try (RowReader rows = RowReader.open(file, format)) {
            rows.select(new int[] {0});
            RowBatch batch = rows.newBatch(10);
            while (rows.read(batch)) {
                if (batch.rows() > 10) {
                    throw new AssertionError("more rows than asked for");
                }
            }
        }
    }

    private static void demandOneLine(Exception refusal) {
        String said = String.valueOf(refusal.getMessage());
        if (said.contains("\n") || said.length() > 1000) {
            throw new AssertionError("not one line: " + said, refusal);
        }
    }
}
