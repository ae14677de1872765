package org.aimass.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aimass.shared.Bookmark;
import org.aimass.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final Bookmark PLACE =
            new Bookmark(Instant.parse("2026-03-01T12:00:00.123456Z"), "2d9782db-086d-44fd-a596-11c7800d7778");

    @Test
    void itComesBackAsItWas() {
        assertEquals(Optional.of(PLACE), Cursor.read(Cursor.of(PLACE, "models?text="), "models?text="));
    }

    @Test
    void noneMeansTheBeginning() {
        assertEquals(Optional.empty(), Cursor.read(null, "models?text="));
        assertEquals(Optional.empty(), Cursor.read("", "models?text="));
    }

    @Test
    void itIsGoodForItsOwnListAndSearchAlone() {
        String cursor = Cursor.of(PLACE, "models?text=rent");
        assertThrows(Refusal.class, () -> Cursor.read(cursor, "models?text="));
        assertThrows(Refusal.class, () -> Cursor.read(cursor, "datasets?text=rent"));
    }

    @Test
    void aMangledOneIsRefusedWhereverItIsMangled() {
        String cursor = Cursor.of(PLACE, "models?text=");
        for (int i = 0; i < cursor.length() - 1; i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String mangled = cursor.substring(0, i) + other + cursor.substring(i + 1);
            Refusal refusal = assertThrows(Refusal.class, () -> Cursor.read(mangled, "models?text="), mangled);
            assertEquals(Optional.of("cursor"), refusal.field());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "!", "AAAAAAAAAAAAAAAA", "../..", "%00", "AAAAAAAAAAA=", "' or 1=1"})
    void whatIsNoneIsRefused(String text) {
        assertThrows(Refusal.class, () -> Cursor.read(text, "models?text="));
        assertThrows(Refusal.class, () -> Cursor.read("A".repeat(100_000), "models?text="));
    }

    /** T18: whoever makes one up, check and all, asks for nothing that a database cannot compare. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000000-12-31T23:59:59.999999999Z 2d9782db-086d-44fd-a596-11c7800d7778",
                "-1000000000-01-01T00:00:00Z 2d9782db-086d-44fd-a596-11c7800d7778",
                "+294277-01-01T00:00:00Z AM-2026-0001",
                "2026-03-01T12:00:00Z \u0000",
                "2026-03-01T12:00:00Z ",
                "2026-03-01T12:00:00Z ' or 1=1"
            })
    void whatSomebodyMadeUpIsRefused(String place) {
        String[] parts = place.split(" ", 2);
        String cursor = Cursor.of(new Bookmark(Instant.parse(parts[0]), parts[1]), "reports?text=");
        Refusal refusal = assertThrows(Refusal.class, () -> Cursor.read(cursor, "reports?text="));
        assertEquals(Optional.of("cursor"), refusal.field());
    }

    @Test
    void aListByIdTakesIdsOnly() {
        assertEquals(Optional.of(PLACE), Cursor.readId(Cursor.of(PLACE, "models?text="), "models?text="));
        String number = Cursor.of(new Bookmark(PLACE.at(), "2026-0001"), "models?text=");
        assertThrows(Refusal.class, () -> Cursor.readId(number, "models?text="));
    }

    @Test
    void aPageHasACursorOnlyWhereSomethingFollows() {
        Page<String> last = Page.of(List.of("c", "b"), 2, "l", id -> new Bookmark(PLACE.at(), id), id -> id);
        assertEquals(new Page<>(List.of("c", "b"), Optional.empty()), last);
        Page<String> first = Page.of(List.of("c", "b", "a"), 2, "l", id -> new Bookmark(PLACE.at(), id), id -> id);
        assertEquals(List.of("c", "b"), first.items());
        assertEquals(
                Optional.of(new Bookmark(PLACE.at(), "b")),
                Cursor.read(first.next().orElseThrow(), "l"));
    }
}
