package org.aimass.dataset.entity;

import static org.aimass.dataset.entity.Columns.binary;
import static org.aimass.dataset.entity.Columns.groups;
import static org.aimass.dataset.entity.Columns.numbers;
import static org.aimass.dataset.entity.Columns.profile;
import static org.aimass.dataset.entity.Columns.withMissing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaCheckTest {

    private static List<String> problems(Map<ColumnProfile, ColumnRole> columns) {
        Map<String, ColumnRole> roles = new LinkedHashMap<>();
        columns.forEach((column, role) -> roles.put(column.name(), role));
        return SchemaCheck.of(profile(columns.keySet().toArray(ColumnProfile[]::new)), new DatasetSchema(roles))
                .stream()
                .map(problem -> problem.column().orElse("*") + " " + problem.key() + " " + problem.arguments())
                .sorted()
                .toList();
    }

    @Test
    void aLabelAndAnAnswerAreEnough() {
        assertEquals(List.of(), problems(Map.of(binary("y"), ColumnRole.LABEL, binary("p"), ColumnRole.PREDICTION)));
        assertEquals(List.of(), problems(Map.of(binary("y"), ColumnRole.LABEL, numbers("s", 0, 1), ColumnRole.SCORE)));
        assertEquals(
                List.of(), problems(Map.of(binary("y"), ColumnRole.LABEL, numbers("x", -9, 9), ColumnRole.FEATURE)));
    }

    @Test
    void saysWhatIsNotThereAtAll() {
        assertEquals(
                List.of("* roles.noAnswer []", "* roles.noLabel []"),
                problems(Map.of(groups("sex", "f", "m"), ColumnRole.SENSITIVE)));
    }

    @Test
    void otherTasksNeedNoLabel() {
        assertEquals(
                List.of(),
                problems(Map.of(
                        groups("r", "a", "b"), ColumnRole.REFERENCE, groups("h", "a", "c"), ColumnRole.HYPOTHESIS)));
        assertEquals(List.of(), problems(Map.of(binary("t"), ColumnRole.TOXIC)));
        assertEquals(
                List.of(), problems(Map.of(binary("same"), ColumnRole.LABEL, numbers("s", -1, 99), ColumnRole.SCORE)));
    }

    @Test
    void whatOtherTasksPromiseIsHeldToo() {
        ColumnProfile any = groups("r", "a", "b");
        assertEquals(
                List.of("t roles.zeroOrOne []"),
                problems(Map.of(any, ColumnRole.REFERENCE, groups("t", "yes", "no"), ColumnRole.TOXIC)));
        assertEquals(
                List.of("k roles.rank []"),
                problems(Map.of(any, ColumnRole.REFERENCE, numbers("k", 0, 9), ColumnRole.RANK)));
        assertEquals(
                List.of("d roles.duration []"),
                problems(Map.of(any, ColumnRole.REFERENCE, numbers("d", -1, 9), ColumnRole.DURATION)));
        assertEquals(
                List.of("d roles.direction []"),
                problems(Map.of(any, ColumnRole.REFERENCE, groups("d", "stereo", "other"), ColumnRole.DIRECTION)));
        assertEquals(
                List.of("t roles.tone []"),
                problems(Map.of(any, ColumnRole.REFERENCE, numbers("t", -91, 9), ColumnRole.SOURCE_TONE)));
        assertEquals(
                List.of("a roles.files []"),
                problems(Map.of(any, ColumnRole.REFERENCE, groups("a", "1.wav", "2.wav"), ColumnRole.AUDIO)));
        assertEquals(
                List.of("i roles.imageOrNumbers []"),
                problems(Map.of(any, ColumnRole.REFERENCE, groups("i", "1.png", "2.png"), ColumnRole.IMAGE)));
        assertEquals(
                List.of("n roles.number []"),
                problems(Map.of(any, ColumnRole.REFERENCE, groups("n", "1", "x"), ColumnRole.RATING)));
        assertEquals(
                List.of(),
                problems(Map.of(numbers("l1", -1, 1), ColumnRole.LEFT, numbers("l2", -1, 1), ColumnRole.LEFT)));
    }

    /** A search may find nobody: then there is no candidate, no score and no rank. */
    @Test
    void scoresMayBeMissingOnlyInSearches() {
        ColumnProfile score = withMissing(numbers("s", 0, 1), 3);
        ColumnProfile person = groups("p", "a", "b");
        assertEquals(
                List.of("s roles.missing [3]"), problems(Map.of(score, ColumnRole.SCORE, person, ColumnRole.IDENTITY)));
        assertEquals(
                List.of(),
                problems(Map.of(
                        score,
                        ColumnRole.SCORE,
                        person,
                        ColumnRole.IDENTITY,
                        groups("c", "a", "b"),
                        ColumnRole.CANDIDATE)));
    }

    @Test
    void someRolesAreTakenOnlyOnce() {
        Map<ColumnProfile, ColumnRole> columns = new LinkedHashMap<>();
        columns.put(binary("y"), ColumnRole.LABEL);
        columns.put(binary("z"), ColumnRole.LABEL);
        columns.put(binary("x"), ColumnRole.FEATURE);
        assertEquals(List.of("z roles.twice [y]"), problems(columns));
    }

    @Test
    void theContentMustKeepWhatTheRolePromises() {
        assertEquals(
                List.of("s roles.number []"),
                problems(Map.of(binary("y"), ColumnRole.LABEL, groups("s", "low", "high"), ColumnRole.SCORE)));
        assertEquals(
                List.of("s roles.score []"),
                problems(Map.of(
                        binary("y"), ColumnRole.LABEL,
                        binary("p"), ColumnRole.PREDICTION,
                        numbers("s", 1, 10), ColumnRole.SCORE)));
        assertEquals(
                List.of("p roles.prediction [maybe, y]"),
                problems(Map.of(
                        groups("y", "no", "yes"),
                        ColumnRole.LABEL,
                        groups("p", "maybe", "yes"),
                        ColumnRole.PREDICTION)));
        assertEquals(
                List.of("y roles.missing [7]"),
                problems(Map.of(withMissing(binary("y"), 7), ColumnRole.LABEL, binary("x"), ColumnRole.FEATURE)));
        assertEquals(
                List.of("y roles.oneValue []"),
                problems(Map.of(groups("y", "yes"), ColumnRole.LABEL, binary("x"), ColumnRole.FEATURE)));
        assertEquals(
                List.of("age roles.manyGroups [100]"),
                problems(Map.of(
                        binary("y"), ColumnRole.LABEL,
                        binary("x"), ColumnRole.FEATURE,
                        numbers("age", 18, 95), ColumnRole.SENSITIVE)));
        assertEquals(
                List.of("w roles.weight []"),
                problems(Map.of(
                        binary("y"), ColumnRole.LABEL,
                        binary("x"), ColumnRole.FEATURE,
                        numbers("w", -1, 1), ColumnRole.WEIGHT)));
    }
}
