package org.aimass.dataset.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.stream.Stream;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T9, R5, R13, R16: where uploaded bytes go, and what is left of those that do not fit. */
class ArtifactStoreTest {

    private static final byte[] CONTENT = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    private ArtifactStore store() {
        return new ArtifactStore(data.toString());
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    @Test
    void keepsContentUnderItsDigestAndOnlyOnce() throws IOException {
        ArtifactStore.Stored first = store().store(stream(CONTENT), 8);
        ArtifactStore.Stored second = store().store(stream(CONTENT), 8);
        assertEquals(new ArtifactStore.Stored(Sha256Digest.of(CONTENT), 8), first);
        assertEquals(first, second);
        assertEquals(1, files());
        Path path = store().path(first.digest());
        assertTrue(path.startsWith(data.toAbsolutePath()));
        assertEquals("r--------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        try (InputStream in = store().open(first.digest())) {
            assertArrayEquals(CONTENT, in.readAllBytes());
        }
    }

    @Test
    void leavesNothingOfWhatIsTooLargeOrEmpty() throws IOException {
        Refusal tooLarge = assertThrows(Refusal.class, () -> store().store(stream(CONTENT), 7));
        assertEquals(Refusal.Kind.TOO_LARGE, tooLarge.kind());
        Refusal empty = assertThrows(Refusal.class, () -> store().store(stream(new byte[0]), 7));
        assertEquals(Refusal.Kind.INVALID, empty.kind());
        assertEquals(0, files());
    }

    @Test
    void leavesNothingOfAnUploadThatIsCutOff() throws IOException {
        InputStream cut = new SequenceInputStream(stream(new byte[100_000]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        });
        assertThrows(IOException.class, () -> store().store(cut, 1 << 20));
        assertEquals(0, files());
    }

    @Test
    void aFullDiskIsRefusedAtOnceAndLeavesNothing() throws Exception {
        Path small = Files.createDirectory(data.resolve("small"));
        assumeTrue(
                mount("-t", "tmpfs", "-o", "size=256k", "none", small.toString()), "needs root to mount a small disk");
        try {
            ArtifactStore store = new ArtifactStore(small.toString());
            store.store(stream(CONTENT), 1 << 20);
            Refusal refusal = assertThrows(Refusal.class, () -> store.store(stream(new byte[1 << 19]), 1 << 20));
            assertEquals(Refusal.Kind.STORE_FULL, refusal.kind());
            try (Stream<Path> left = Files.walk(small)) {
                assertEquals(1, left.filter(Files::isRegularFile).count());
            }
            assertEquals(8, store.store(stream(CONTENT), 1 << 20).bytes());
        } finally {
            new ProcessBuilder("/bin/umount", small.toString()).start().waitFor();
        }
    }

    private static boolean mount(String... arguments) throws Exception {
        String[] line =
                Stream.concat(Stream.of("/bin/mount"), Stream.of(arguments)).toArray(String[]::new);
        return Files.isExecutable(Path.of(line[0]))
                && new ProcessBuilder(line)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
    }

    @Test
    void aChangedFileIsNotRead() throws IOException {
        Sha256Digest digest = store().store(stream(CONTENT), 100).digest();
        Path path = store().path(digest);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(path, "a,b\n1,3\n");
        try (InputStream in = store().open(digest)) {
            assertThrows(IOException.class, in::readAllBytes);
        }
    }

    @Test
    void whatIsMissingOrALinkIsNotFound() throws IOException {
        Sha256Digest digest = Sha256Digest.of(new byte[] {1});
        assertThrows(Refusal.class, () -> store().path(digest));
        Path shelf = Files.createDirectories(
                data.resolve("store").resolve(digest.hex().substring(0, 2)));
        Files.createSymbolicLink(shelf.resolve(digest.hex()), Path.of("/etc/passwd"));
        assertThrows(Refusal.class, () -> store().path(digest));
    }

    @Test
    void sweepsOnlyOldLeftovers() throws IOException {
        Path incoming = Files.createDirectories(data.resolve("store").resolve("incoming"));
        Files.writeString(incoming.resolve("left"), "half");
        store().sweep(Instant.now().minusSeconds(60));
        assertEquals(1, files());
        store().sweep(Instant.now().plusSeconds(60));
        assertEquals(0, files());
    }

    private long files() throws IOException {
        Path root = data.resolve("store");
        if (!Files.exists(root)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
