package org.aimass.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gzip file is one member or several; what follows the last is padding, or the file is damaged. */
class GunzipTest {

    @TempDir
    Path folder;

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] both(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private byte[] unpacked(byte[] file) throws IOException {
        Path path = Files.write(folder.resolve("data.csv.gz"), file);
        try (FileBytes source = FileBytes.open(path);
                InputStream gunzip = new Gunzip(source, source, "data.csv.gz")) {
            return gunzip.readAllBytes();
        }
    }

    /** Members that end at every place of the 65,536 bytes that are read at once. */
    @Test
    void membersFollowEachOther() throws IOException {
        byte[] second = {4, 5};
        for (int size = 65_480; size < 65_560; size++) {
            byte[] first = new byte[size];
            new Random(7).nextBytes(first);
            assertArrayEquals(both(first, second), unpacked(both(packed(first), packed(second))));
        }
    }

    @Test
    void zerosArePadding() throws IOException {
        byte[] content = {1, 2, 3};
        assertArrayEquals(content, unpacked(both(packed(content), new byte[100])));
        assertArrayEquals(content, unpacked(both(packed(content), new byte[100_000])));
    }

    /** A second member whose first byte is wrong, or that is cut off within its header, was taken for the end. */
    @Test
    void nothingElseFollows() throws IOException {
        byte[] content = {1, 2, 3};
        byte[] wrong = packed(content);
        wrong[0] = 30;
        byte[] cut = Arrays.copyOf(packed(content), 5);
        for (byte[] rest : new byte[][] {wrong, cut, both(new byte[100_000], wrong)}) {
            ZipException damaged = assertThrows(ZipException.class, () -> unpacked(both(packed(content), rest)));
            assertEquals("what follows its end is no gzip stream", damaged.getMessage());
        }
    }
}
