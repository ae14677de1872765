package org.aimass.engine.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.aimass.engine.BadInput;
import org.aimass.engine.BrokenFile;
import org.aimass.engine.Deadline;

/** T6: the manifest of an archive. What it names is the archive's file of that very name, or is refused; nothing else is ever read. */
public final class ManifestFuzz {

    private static final List<String> NAMES = List.of("set/a.png", "set/b/\u00e9.png", "other.txt");
    private static final String MANIFEST = "set/manifest.csv";
    private static final Path FILE = file();

    private ManifestFuzz() {}

    private static Path file() {
        try {
            Path file = Files.createTempFile("fuzz", ".zip");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<byte[]> seeds() {
        return List.of("image,y\na.png,1\n./b/\u00e9.png,0\nset/a.png,1\n../other.txt,0\nA.PNG,1\n/etc/passwd,0\n,1\n"
                .getBytes(StandardCharsets.UTF_8));
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(FILE))) {
            zip.setLevel(0);
            put(zip, MANIFEST, bytes);
            for (String name : NAMES) {
                put(zip, name, name.getBytes(StandardCharsets.UTF_8));
            }
        }
        try (RowReader rows = RowReader.open(FILE, DataFormat.ZIP, MANIFEST, Deadline.none())) {
            rows.select(new int[] {0});
            RowBatch batch = rows.newBatch(10);
            NamedFiles files = rows.files().orElseThrow();
            while (rows.read(batch)) {
                for (int row = 0; row < batch.rows(); row++) {
                    find(files, batch, row, bytes);
                }
            }
        } catch (BadInput e) {
            oneLine(e);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static void find(NamedFiles files, RowBatch batch, int row, byte[] manifest) {
        String named = batch.text(0, row);
        try {
            String content = new String(files.bytes(files.find(named)), StandardCharsets.UTF_8);
            boolean itself = content.equals(new String(manifest, StandardCharsets.UTF_8));
            String plain = "set/" + (named.startsWith("./") ? named.substring(2) : named);
            while (plain.contains("/./")) {
                plain = plain.replace("/./", "/");
            }
            if (!(itself ? MANIFEST : content).equals(plain)) {
                throw new AssertionError(named + " gave " + content);
            }
        } catch (BrokenFile e) {
            oneLine(e);
            oneLine(NamedFiles.fault(batch, 0, row, e));
        }
    }

    private static void oneLine(Exception refusal) {
        String said = String.valueOf(refusal.getMessage());
        if (said.isEmpty() || said.lines().count() != 1 || said.length() > 2_000) {
            throw new AssertionError("not one line: " + said, refusal);
        }
    }
}
