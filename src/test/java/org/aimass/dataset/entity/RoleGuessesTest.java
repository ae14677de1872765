package org.aimass.dataset.entity;

import static org.aimass.dataset.entity.Columns.binary;
import static org.aimass.dataset.entity.Columns.groups;
import static org.aimass.dataset.entity.Columns.numbers;
import static org.aimass.dataset.entity.Columns.profile;
import static org.aimass.dataset.entity.Columns.withMissing;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoleGuessesTest {

    private static ColumnRole guess(ColumnProfile column) {
        return RoleGuesses.of(profile(column, groups("last", "a", "b", "c")))
                .role(column.name())
                .orElseThrow();
    }

    @Test
    void knowsTheUsualNamesWhereTheContentFits() {
        assertEquals(ColumnRole.LABEL, guess(binary("label")));
        assertEquals(ColumnRole.LABEL, guess(groups("Y", "yes", "no")));
        assertEquals(ColumnRole.SCORE, guess(numbers("Score", 0, 1)));
        assertEquals(ColumnRole.PREDICTION, guess(binary("y_pred")));
        assertEquals(ColumnRole.WEIGHT, guess(numbers("sample weight", 0.5, 7)));
        assertEquals(ColumnRole.ID, guess(numbers("person_id", 1, 100)));
        assertEquals(ColumnRole.SENSITIVE, guess(groups("age_band", "18 to 29", "30 and over")));
        assertEquals(ColumnRole.SENSITIVE, guess(groups("applicant sex", "f", "m")));
        assertEquals(ColumnRole.SENSITIVE, guess(groups("性别", "女", "男")));
        assertEquals(ColumnRole.SENSITIVE, guess(groups("民族", "汉", "回", "其他")));
    }

    @Test
    void aNameAloneIsNotEnough() {
        assertEquals(ColumnRole.FEATURE, guess(groups("label", "a")));
        assertEquals(ColumnRole.FEATURE, guess(groups("y", "a", "b", "c")));
        assertEquals(ColumnRole.FEATURE, guess(withMissing(numbers("target", -2, 3), 1)));
        assertEquals(ColumnRole.FEATURE, guess(numbers("score", 1, 10)));
        assertEquals(ColumnRole.FEATURE, guess(numbers("age", 18, 95)));
        assertEquals(ColumnRole.FEATURE, guess(groups("school_id", "1", "2")));
        assertEquals(ColumnRole.FEATURE, guess(numbers("weight", -3, 3)));
        assertEquals(ColumnRole.FEATURE, guess(groups("sextant", "1", "2")));
    }

    @Test
    void aLabelMayBeOneOfSeveralOrANumber() {
        assertEquals(ColumnRole.LABEL, guess(groups("label", "a", "b", "c")));
        assertEquals(ColumnRole.LABEL, guess(numbers("target", -2, 3)));
        assertEquals(ColumnRole.PREDICTION, guess(groups("predicted", "a", "b", "c")));
        assertEquals(ColumnRole.PREDICTION, guess(numbers("y_pred", -2, 3)));
    }

    private static List<ColumnRole> guesses(ColumnProfile... columns) {
        DatasetSchema schema = RoleGuesses.of(profile(columns));
        return java.util.Arrays.stream(columns)
                .map(column -> schema.role(column.name()).orElseThrow())
                .toList();
    }

    @Test
    void tasksAreKnownByTheColumnsThatComeTogether() {
        assertEquals(
                List.of(ColumnRole.REFERENCE, ColumnRole.HYPOTHESIS, ColumnRole.CLUSTER, ColumnRole.SENSITIVE),
                guesses(
                        groups("reference", "a b", "c"),
                        groups("hypothesis", "a", "c"),
                        groups("speaker", "s1", "s2"),
                        groups("accent", "north", "south")));
        assertEquals(
                List.of(ColumnRole.LABEL, ColumnRole.SCORE, ColumnRole.GROUP_LEFT, ColumnRole.GROUP_RIGHT),
                guesses(
                        binary("genuine"),
                        numbers("score", -1, 1),
                        groups("group_a", "x", "y"),
                        groups("group_b", "x", "y")));
        assertEquals(
                List.of(ColumnRole.MORE, ColumnRole.LESS, ColumnRole.DIRECTION),
                guesses(
                        numbers("sent_more", -99, -1),
                        numbers("sent_less", -98, -2),
                        groups("stereo_antistereo", "stereo", "antistereo")));
        assertEquals(
                List.of(ColumnRole.PROBE, ColumnRole.IDENTITY, ColumnRole.CANDIDATE, ColumnRole.SCORE, ColumnRole.RANK),
                guesses(
                        groups("probe", "1", "2"),
                        groups("identity", "p", "q"),
                        groups("candidate", "p", "r"),
                        numbers("score", 0, 200),
                        numbers("rank", 1, 50)));
    }

    /** A spam filter's text is what it reads, and a table's rank or person what somebody wrote down. */
    @Test
    void namesOfOtherTasksMeanNothingAlone() {
        assertEquals(ColumnRole.FEATURE, guess(groups("text", "a", "b")));
        assertEquals(ColumnRole.FEATURE, guess(numbers("rank", 1, 9)));
        assertEquals(ColumnRole.FEATURE, guess(numbers("duration", 1, 9)));
        assertEquals(ColumnRole.FEATURE, guess(groups("direction", "north", "south")));
    }

    @Test
    void theSecondOfAKindIsLeftOut() {
        DatasetSchema schema = RoleGuesses.of(profile(binary("label"), binary("target"), groups("x", "a", "b", "c")));
        assertEquals(List.of("label"), schema.columns(ColumnRole.LABEL));
        assertEquals(List.of("target"), schema.columns(ColumnRole.IGNORED));
    }

    @Test
    void aLastColumnOfZerosAndOnesIsTheLabelWhereNoneIsNamed() {
        DatasetSchema schema = RoleGuesses.of(profile(binary("moved_this_year"), binary("entitled")));
        assertEquals(List.of("entitled"), schema.columns(ColumnRole.LABEL));
        assertEquals(List.of("moved_this_year"), schema.columns(ColumnRole.FEATURE));
    }
}
