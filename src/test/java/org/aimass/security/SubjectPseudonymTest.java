package org.aimass.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubjectPseudonymTest {

    private static final UUID MINISTRY = UUID.fromString("0d7ad5a2-6f1f-4c6e-9a35-0d2e7f2a1b11");
    private static final UUID BANK = UUID.fromString("6c1f0a0e-58a3-4f0c-8f7d-2b7f1a7c9d22");
    private static final Person LIN = new Person("https://id.example.org/realms/aimass", "5b0a6a1e-0004");

    @TempDir
    Path folder;

    /** Made with: printf 'aimass subject v1\nhttps://id.example.org/realms/aimass\n5b0a6a1e-0004' | openssl dgst -sha256 -mac HMAC -macopt hexkey:000102..1f */
    @Test
    void itNeverChanges() {
        PseudonymKey key = new PseudonymKey(
                "0123456789abcdef", "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
        assertEquals(
                new SubjectPseudonym(
                        "0123456789abcdef", "2fb9557cec9b9ee681e84cac89bedbd0fc83316c0bb0d80ac6dc111a8365f7dd"),
                key.pseudonymOf(LIN));
    }

    @Test
    void aControllerKnowsAPersonByTheSamePseudonymForEver() {
        SubjectPseudonym first =
                new PseudonymKeys(folder.resolve("keys")).keyOf(MINISTRY).pseudonymOf(LIN);
        assertEquals(
                first, new PseudonymKeys(folder.resolve("keys")).keyOf(MINISTRY).pseudonymOf(LIN));
    }

    @Test
    void twoControllersDoNotKnowThePersonByTheSame() {
        PseudonymKeys keys = new PseudonymKeys(folder);
        assertNotEquals(
                keys.keyOf(MINISTRY).pseudonymOf(LIN).value(),
                keys.keyOf(BANK).pseudonymOf(LIN).value());
        assertEquals(2, keys.all().size());
    }

    @Test
    void whereTheIssuerEndsAndTheSubjectBeginsMatters() {
        PseudonymKey key = PseudonymKey.random();
        assertNotEquals(key.pseudonymOf(new Person("a", "bc")), key.pseudonymOf(new Person("ab", "c")));
        assertThrows(IllegalArgumentException.class, () -> key.pseudonymOf(new Person("a\nb", "c")));
    }

    @Test
    void onlyThePortalsOwnAccountReadsAKey() throws IOException {
        new PseudonymKeys(folder.resolve("keys")).keyOf(MINISTRY);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))));
        try (var files = Files.list(folder.resolve("keys"))) {
            List<Path> found = files.toList();
            assertEquals(1, found.size(), "no draft is left");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(found.get(0))));
        }
    }

    @Test
    void manyThatAskAtOnceGetTheSameKey() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<PseudonymKey>> keys = threads.invokeAll(IntStream.range(0, 64)
                    .mapToObj(i -> (java.util.concurrent.Callable<PseudonymKey>)
                            () -> new PseudonymKeys(folder).keyOf(MINISTRY))
                    .toList());
            Set<String> ids = new HashSet<>();
            for (Future<PseudonymKey> key : keys) {
                ids.add(key.get().id());
            }
            assertEquals(1, ids.size());
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aKeyIsNeverWrittenOut() {
        PseudonymKey key = PseudonymKey.random();
        assertFalse(key.toString().contains(key.secret()));
    }
}
