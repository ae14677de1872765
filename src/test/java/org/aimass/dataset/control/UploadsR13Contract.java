package org.aimass.dataset.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.aimass.database.TestDatabase;
import org.aimass.dataset.entity.Upload;
import org.aimass.dataset.entity.UploadKind;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An upload goes on where it was cut (R13), and takes nothing that is not its next piece by its own sender (T8); on each database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
abstract class UploadsR13Contract {

    private static final Instant NOON = Instant.parse("2026-11-09T12:00:00Z");
    private static final int SIZE = 300_001;
    private static final byte[] FILE = new byte[SIZE];
    private static final Sha256Digest DIGEST;

    static {
        new Random(13).nextBytes(FILE);
        DIGEST = Sha256Digest.of(FILE);
    }

    private final TestDatabase database;

    @TempDir
    Path data;

    private Person sender = new Person("https://id.example", "jonas");
    private Instant now = NOON;

    UploadsR13Contract(TestDatabase database) {
        this.database = database;
    }

    @AfterAll
    void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void nothingIsOnItsWay() {
        database.run(em -> em.createQuery("delete from Upload u").executeUpdate());
        sender = new Person("https://id.example", "jonas");
        now = NOON;
    }

    /** Made anew for every call, as after a restart: nothing lives but the disk and the database. */
    private Uploads uploads() {
        Uploads uploads = new Uploads();
        uploads.files = new UploadFiles(data.toString());
        uploads.entries = new InTransactions();
        return uploads;
    }

    private UploadEntries entries(EntityManager em) {
        UploadEntries entries = new UploadEntries();
        entries.em = em;
        entries.clock = Clock.fixed(now, ZoneOffset.UTC);
        entries.files = new UploadFiles(data.toString());
        Person asker = sender;
        entries.user = new CurrentUser() {
            @Override
            public Person requirePerson() {
                return asker;
            }
        };
        return entries;
    }

    private interface Step<T> {
        T take(UploadEntries entries) throws IOException;
    }

    /** Each step in a transaction of its own, as the container does it. */
    private final class InTransactions extends UploadEntries {

        private <T> T step(Step<T> step) {
            return database.get(em -> {
                try {
                    return step.take(entries(em));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        }

        @Override
        public java.util.Optional<Upload> find(UploadKind kind, String name, long size, String fingerprint) {
            return step(entries -> entries.find(kind, name, size, fingerprint));
        }

        @Override
        public Upload begin(UploadKind kind, String name, long size, String fingerprint) {
            return step(entries -> entries.begin(kind, name, size, fingerprint));
        }

        @Override
        public Upload get(UUID id) {
            return step(entries -> entries.get(id));
        }

        @Override
        public Upload append(UUID id, long offset, byte[] piece) {
            return step(entries -> entries.append(id, offset, piece));
        }

        @Override
        public void finish(UUID id, Sha256Digest digest) {
            step(entries -> {
                entries.finish(id, digest);
                return id;
            });
        }

        @Override
        public ArtifactStore.Stored keep(UUID id, UploadKind kind, ArtifactStore store) {
            return step(entries -> entries.keep(id, kind, store));
        }

        @Override
        public void discard(UUID id) {
            step(entries -> {
                entries.discard(id);
                return id;
            });
        }

        @Override
        public void sweep(Instant before) {
            step(entries -> {
                entries.sweep(before);
                return before;
            });
        }
    }

    private UUID open(String name, String fingerprint) throws IOException {
        return uploads().open(name, SIZE, UploadKind.MODEL, fingerprint).id();
    }

    private long append(UUID id, int from, int to) throws IOException {
        byte[] piece = Arrays.copyOfRange(FILE, from, to);
        return uploads()
                .append(id, from, new ByteArrayInputStream(piece), Sha256Digest.of(piece))
                .received();
    }

    private Refusal refused(UUID id, int from, int to) {
        return assertThrows(Refusal.class, () -> append(id, from, to));
    }

    /** The connection is reset after so many bytes of a piece. */
    private void cut(UUID id, int from, int bytes) {
        byte[] piece = Arrays.copyOfRange(FILE, from, Math.min(SIZE, from + 50_000));
        InputStream reset = new InputStream() {
            private int sent;

            @Override
            public int read() throws IOException {
                if (sent == bytes) {
                    throw new IOException("Connection reset by peer");
                }
                return piece[sent++] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                if (most == 0) {
                    return 0;
                }
                into[from] = (byte) read();
                return 1;
            }
        };
        assertThrows(IOException.class, () -> uploads().append(id, from, reset, Sha256Digest.of(piece)));
    }

    @Test
    void itGoesOnAfterACutAtAnyOfTwentyOffsets() throws IOException {
        UUID id = open("model.onnx", "");
        int received = 0;
        Random places = new Random(20);
        for (int i = 0; i < 20; i++) {
            cut(id, received, places.nextInt(Math.min(50_000, SIZE - received)));
            assertEquals(received, uploads().state(id).received(), "a piece counts as a whole or not at all");
            received = (int) append(id, received, received + 1 + places.nextInt(14_000));
        }
        append(id, received, SIZE);
        GivenFile finished = uploads().finish(id, DIGEST);
        assertEquals(GivenFile.uploaded(id), finished);
        assertEquals(finished, uploads().finish(id, DIGEST), "said twice, it is finished once");

        ArtifactStore store = new ArtifactStore(data.toString());
        ArtifactStore.Stored stored = new InTransactions().keep(id, UploadKind.MODEL, store);
        assertEquals(new ArtifactStore.Stored(DIGEST, SIZE), stored);
        assertEquals(stored, new InTransactions().keep(id, UploadKind.MODEL, store), "asked twice, it is kept once");
        try (InputStream in = store.open(DIGEST)) {
            assertArrayEquals(FILE, in.readAllBytes());
        }
        uploads().discard(id);
        assertTrue(Files.exists(store.path(DIGEST)), "what was kept stays");
        assertEquals(Refusal.Kind.NOT_FOUND, refused(id, 0, 1).kind());
    }

    @Test
    void whatWasWrittenButNotWrittenDownIsWrittenOver() throws IOException {
        UUID id = open("model.onnx", "");
        append(id, 0, 70_000);
        Files.write(data.resolve("store/uploads/" + id), new byte[9_999], StandardOpenOption.APPEND);
        append(id, 70_000, SIZE);
        uploads().finish(id, DIGEST);
        assertEquals(DIGEST, new UploadFiles(data.toString()).digest(id));
    }

    @Test
    void anOverlapAGapTooMuchAndADamagedPieceAreRefusedAndChangeNothing() throws IOException {
        UUID id = open("model.onnx", "");
        append(id, 0, 1_000);
        assertEquals("refusal.upload.overlap", refused(id, 0, 1_000).key());
        assertEquals("refusal.upload.overlap", refused(id, 999, 2_000).key());
        Refusal gap = refused(id, 1_001, 2_000);
        assertEquals("refusal.upload.gap", gap.key());
        assertEquals(java.util.List.of(1_000L), gap.arguments());
        byte[] wrong = {1, 2, 3};
        Refusal damaged =
                assertThrows(Refusal.class, () -> uploads().append(id, 1_000, new ByteArrayInputStream(wrong), DIGEST));
        assertEquals("refusal.upload.pieceDigest", damaged.key());
        byte[] tooMuch = new byte[SIZE - 999];
        Refusal more = assertThrows(Refusal.class, () -> uploads()
                .append(id, 1_000, new ByteArrayInputStream(tooMuch), Sha256Digest.of(tooMuch)));
        assertEquals("refusal.upload.tooMuch", more.key());
        byte[] large = new byte[Uploads.MAX_PIECE + 1];
        Refusal tooLarge = assertThrows(Refusal.class, () -> uploads()
                .append(id, 1_000, new ByteArrayInputStream(large), Sha256Digest.of(large)));
        assertEquals(Refusal.Kind.TOO_LARGE, tooLarge.kind());
        assertEquals(1_000, uploads().state(id).received());
        assertEquals(1_000, Files.size(data.resolve("store/uploads/" + id)));
    }

    @Test
    void itIsFinishedOnlyWithEveryByteAndTheRightDigest() throws IOException {
        UUID id = open("model.onnx", "");
        append(id, 0, SIZE - 1);
        Refusal incomplete = assertThrows(Refusal.class, () -> uploads().finish(id, DIGEST));
        assertEquals("refusal.upload.incomplete", incomplete.key());
        append(id, SIZE - 1, SIZE);
        ArtifactStore store = new ArtifactStore(data.toString());
        Refusal early = assertThrows(Refusal.class, () -> new InTransactions().keep(id, UploadKind.MODEL, store));
        assertEquals("refusal.upload.unfinished", early.key());
        Refusal other = assertThrows(Refusal.class, () -> uploads().finish(id, Sha256Digest.of(new byte[1])));
        assertEquals("refusal.upload.digest", other.key());
        uploads().finish(id, DIGEST);
        assertEquals("refusal.upload.finished", refused(id, SIZE, SIZE).key());
        Refusal swapped = assertThrows(Refusal.class, () -> uploads().finish(id, Sha256Digest.of(new byte[1])));
        assertEquals("refusal.upload.finished", swapped.key());
        Refusal elsewhere = assertThrows(Refusal.class, () -> new InTransactions().keep(id, UploadKind.DATASET, store));
        assertEquals(Refusal.Kind.NOT_FOUND, elsewhere.kind(), "a model is no dataset");
    }

    @Test
    void nobodyElseSeesItAddsToItHandsItInOrRemovesIt() throws IOException {
        UUID id = open("model.onnx", DIGEST.hex());
        append(id, 0, SIZE);
        uploads().finish(id, DIGEST);
        sender = new Person("https://id.example", "mallory");
        assertEquals(Refusal.Kind.NOT_FOUND, refused(id, SIZE, SIZE).kind());
        assertThrows(Refusal.class, () -> uploads().state(id));
        assertThrows(Refusal.class, () -> uploads().finish(id, DIGEST));
        assertThrows(Refusal.class, () -> new InTransactions()
                .keep(id, UploadKind.MODEL, new ArtifactStore(data.toString())));
        uploads().discard(id);
        assertFalse(id.equals(open("model.onnx", DIGEST.hex())), "of the same file, but somebody else's");
        sender = new Person("https://id.example", "jonas");
        assertEquals(SIZE, uploads().state(id).received());
        assertEquals(id, open("model.onnx", DIGEST.hex()), "found again by its beginning");
    }

    /** T33: counted in the database, so that neither a restart nor another node begins anew. */
    @Test
    void aPersonHasTenOnTheirWayAtMostAndAnIdleOneGivesWay() throws IOException {
        UUID first = open("0.onnx", "");
        for (int i = 1; i < UploadEntries.MOST_OPEN; i++) {
            now = now.plusSeconds(1);
            open(i + ".onnx", "");
        }
        Refusal tooMany = assertThrows(Refusal.class, () -> open("one more.onnx", ""));
        assertEquals("refusal.upload.tooMany", tooMany.key());
        now = now.plus(Duration.ofMinutes(61));
        open("one more.onnx", "");
        assertThrows(Refusal.class, () -> uploads().state(first));
    }

    @Test
    void whatNobodyTouchesForADayIsSwept() throws IOException {
        UUID old = open("old.onnx", "");
        append(old, 0, 10);
        Path file = data.resolve("store/uploads/" + old);
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(NOON));
        now = NOON.plus(Duration.ofHours(1));
        UUID young = open("young.onnx", "");
        append(young, 0, 10);
        new InTransactions().sweep(NOON.plusSeconds(1));
        assertFalse(Files.exists(file));
        assertThrows(Refusal.class, () -> uploads().state(old));
        assertEquals(10, uploads().state(young).received());
        try (Stream<Path> left = Files.list(file.getParent())) {
            assertEquals(1, left.count());
        }
    }

    @Test
    void whatIsNoFileIsRefusedAtOnce() {
        for (long size : new long[] {0, -1}) {
            Refusal empty = assertThrows(Refusal.class, () -> uploads().open("a", size, UploadKind.MODEL, ""));
            assertEquals("refusal.emptyFile", empty.key());
        }
        Refusal large = assertThrows(Refusal.class, () -> uploads().open("a", 1L << 31, UploadKind.MODEL, ""));
        assertEquals(Refusal.Kind.TOO_LARGE, large.kind());
    }
}
