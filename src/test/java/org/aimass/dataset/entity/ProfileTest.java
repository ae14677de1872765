package org.aimass.dataset.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine's answer is a stranger's: whatever is not a profile is refused. */
class ProfileTest {

    private static final String DIGEST = "ab".repeat(32);
    private static final String COLUMN = "{\"name\":\"age\",\"type\":\"integer\",\"missing\":2,\"distinct\":3,"
            + "\"distinct_is_exact\":true,\"minimum\":18,\"maximum\":95.5,\"mean\":40.25,\"values\":"
            + "[{\"value\":\"18\",\"rows\":5}],\"values_complete\":false}";

    private static String profile(String column) {
        return "{\"format\":\"csv\",\"bytes\":9,\"sha256\":\"" + DIGEST + "\",\"rows\":7,\"columns\":[" + column + "]}";
    }

    @Test
    void readsWhatTheEngineWrites() {
        Profile profile = Profile.parse(profile(COLUMN));
        assertEquals(7, profile.rows());
        ColumnProfile age = profile.column("age").orElseThrow();
        assertEquals(ColumnType.INTEGER, age.type());
        assertEquals(95.5, age.maximum());
        assertEquals(5, age.values().get(0).rows());
    }

    private static String archive(String namedBy) {
        return profile(COLUMN)
                .replace("\"rows\":7,", "\"rows\":7,\"archive\":{\"files\":8,\"named_by\":[" + namedBy + "]},");
    }

    @Test
    void readsWhichColumnsNameTheFilesOfAnArchive() {
        Profile profile = Profile.parse(archive("\"age\""));
        assertEquals(8, profile.archive().orElseThrow().count());
        assertTrue(profile.isOfFiles("age"));
        assertFalse(profile.isOfFiles("sex"));
        assertFalse(Profile.parse(profile(COLUMN)).isOfFiles("age"));
        assertThrows(IllegalArgumentException.class, () -> Profile.parse(archive("\"sex\"")));
        assertThrows(IllegalArgumentException.class, () -> Profile.parse(archive("1")));
    }

    private static String recordings(String columns) {
        return archive("\"age\"").replace("\"rows\":7,", "\"rows\":7,\"recordings\":[" + columns + "],");
    }

    private static final String HEARD = """
            {"column":"age","files":9,"unreadable":2,"first_unreadable":"a.wav: found no sound","other_rates":1,
             "seconds":{"count":4,"minimum":0.5,"median":1.25,"maximum":8,"total":11.5},
             "rates":[{"rate":16000,"files":2},{"rate":8000,"files":1}]}""";

    @Test
    void readsHowLongRecordingsAre() {
        Recordings heard = Profile.parse(recordings(HEARD)).recordings().get(0);
        assertEquals(
                new Recordings.Length(4, 0.5, 1.25, 8, 11.5), heard.length().orElseThrow());
        assertEquals(new Recordings.Rate(8_000, 1), heard.rates().get(1));
        assertEquals(3, heard.untried());
        assertEquals(0, Profile.parse(archive("\"age\"")).recordings().size());
        for (String wrong : new String[] {
            HEARD + "," + HEARD,
            HEARD.replace("\"age\"", "\"sex\""),
            HEARD.replace("\"files\":9", "\"files\":5"),
            HEARD.replace("8000", "800000"),
            HEARD.replace("1.25", "\"x\""),
            HEARD.replace("\"total\"", "\"sum\""),
        }) {
            assertThrows(IllegalArgumentException.class, () -> Profile.parse(recordings(wrong)), wrong);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"format\":\"csv\"}",
            })
    void refusesWhatIsNoProfile(String json) {
        assertThrows(IllegalArgumentException.class, () -> Profile.parse(json));
    }

    @Test
    void refusesColumnsThatCannotBe() {
        for (String column : new String[] {
            "",
            COLUMN + "," + COLUMN,
            COLUMN.replace("integer", "matrix"),
            COLUMN.replace("\"missing\":2", "\"missing\":-2"),
            COLUMN.replace("\"missing\":2", "\"missing\":\"2\""),
            COLUMN.replace("\"distinct\":3", "\"distinct\":99999999999999999999"),
            COLUMN.replace("true", "1"),
            COLUMN.replace("\"age\"", "\"" + "a".repeat(301) + "\""),
            COLUMN.replace("40.25", "\"NaN\""),
            COLUMN.replace("40.25", "1e999"),
        }) {
            assertThrows(IllegalArgumentException.class, () -> Profile.parse(profile(column)), column);
        }
    }
}
