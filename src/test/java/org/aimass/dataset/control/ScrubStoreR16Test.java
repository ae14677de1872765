package org.aimass.dataset.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R16: one bit of a stored file flips. It is refused, found within a day, and no longer mentioned once it is brought back. */
class ScrubStoreR16Test {

    private static final byte[] CONTENT = "y,x\n1,2\n0,3\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    private ArtifactStore artifacts = new ArtifactStore("");
    private ChangedFiles changed = new ChangedFiles("");
    private ScrubStore scrub = new ScrubStore(artifacts, changed);
    private Sha256Digest digest = Sha256Digest.of(new byte[0]);
    private Sha256Digest other = digest;

    @BeforeEach
    void setUp() throws IOException {
        artifacts = new ArtifactStore(data.toString());
        changed = new ChangedFiles(data.toString());
        scrub = new ScrubStore(artifacts, changed);
        digest = artifacts.store(new ByteArrayInputStream(CONTENT), 100).digest();
        other = artifacts.store(new ByteArrayInputStream(new byte[] {7}), 100).digest();
    }

    private void write(byte[] bytes) throws IOException {
        Path file = artifacts.path(digest);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.write(file, bytes);
    }

    private static byte[] flipped() {
        byte[] bytes = CONTENT.clone();
        bytes[6] ^= 1;
        return bytes;
    }

    private double reading() {
        return changed.readings().get(0).values().get(0).value();
    }

    @Test
    void isRefusedAndFound() throws Exception {
        scrub.run("");
        assertEquals(List.of(), changed.all());
        write(flipped());
        try (InputStream in = artifacts.open(digest)) {
            assertThrows(IOException.class, in::readAllBytes);
        }
        scrub.run("");
        assertEquals(List.of(digest), changed.all());
        assertTrue(changed.has(digest));
        assertFalse(changed.has(other));
        assertEquals(1, reading());
        assertTrue(new ChangedFiles(data.toString()).has(digest), "the next start knows it");
        scrub.run("");
        assertEquals(List.of(digest), changed.all());
    }

    @Test
    void isForgottenOnceItIsBroughtBack() throws Exception {
        write(flipped());
        scrub.run("");
        write(CONTENT);
        scrub.run("");
        assertEquals(List.of(), changed.all());
        assertEquals(0, reading());
        try (InputStream in = artifacts.open(digest)) {
            assertArrayEquals(CONTENT, in.readAllBytes());
        }
    }

    /** A node that is told to end reads no further. */
    @Test
    void endsWithItsNode() throws IOException {
        write(flipped());
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> scrub.run(""));
        assertEquals(List.of(), changed.all());
    }

    /** Submitted once more, it is what it was. */
    @Test
    void isHealedByTheSameFile() throws Exception {
        write(flipped());
        scrub.run("");
        artifacts.store(new ByteArrayInputStream(CONTENT), 100);
        scrub.run("");
        assertEquals(List.of(), changed.all());
    }
}
