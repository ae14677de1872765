package org.aimass.engine.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.engine.Fault;
import org.aimass.engine.data.CsvFaults;
import org.aimass.engine.data.DataFormat;
import org.aimass.engine.local.SurveyColumn.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups, labels, bins and faults of small tables, counted by hand. */
class DatasetSurveyTest {

    private static final List<SurveyColumn> COLUMNS = List.of(
            new SurveyColumn(0, Role.SENSITIVE, Double.NaN, Double.NaN),
            new SurveyColumn(1, Role.LABEL, Double.NaN, Double.NaN),
            new SurveyColumn(2, Role.SCORE, Double.NaN, Double.NaN),
            new SurveyColumn(4, Role.OTHER, 0, 100));

    @TempDir
    Path folder;

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), text);
    }

    private DatasetSurvey survey(String text) throws IOException {
        return DatasetSurvey.of(csv(text), DataFormat.CSV, COLUMNS, List.of("no", "yes"), Deadline.none());
    }

    @Test
    void everyRowIsInOneGroupWithItsLabel() throws IOException {
        DatasetSurvey survey = survey("""
                sex,label,score,skipped,age
                w,yes,0.1,,0
                w,yes,0.2,,5
                w,yes,0.3,,99.9
                w,no,0.4,,100
                w,maybe,0.5,,
                m,no,0.6,,4.999
                m,no,0.7,,50
                m,,0.8,,51
                ,yes,0.9,,
                """);
        GroupTally sex = survey.groups().get(0);
        assertEquals("sex", survey.name(sex));
        GroupTally.Group women = sex.groups().get(0);
        assertEquals("w", women.value());
        assertEquals(5, women.rows());
        assertEquals(List.of(1L, 3L, 1L, 0L), women.labels(), "no, yes, another, none");
        assertEquals(1, women.incomplete(), "one without an age");
        GroupTally.Group men = sex.groups().get(1);
        assertEquals(3, men.rows());
        assertEquals(List.of(2L, 0L, 0L, 1L), men.labels());
        assertEquals(1, men.incomplete(), "one without a label; the skipped column does not count");
        assertEquals(List.of(0L, 1L, 0L, 0L), sex.missing().labels());
        assertEquals(1, sex.missing().incomplete(), "its own empty cell is not what is missing, but the age is");
        assertEquals(0, sex.rest().rows());
        assertEquals(List.of(3), survey.binned());
        long[] bins = survey.bins(3);
        assertEquals(2, bins[0], "0 and 4.999");
        assertEquals(1, bins[1], "5");
        assertEquals(2, bins[10], "50 and 51");
        assertEquals(2, bins[19], "99.9 and, at the very end, 100");
        assertEquals(7, java.util.Arrays.stream(bins).sum());
    }

    @Test
    void whatDoesNotFitItsRoleIsListedWithItsLine() throws IOException {
        DatasetSurvey survey = survey("""
                sex,label,score,skipped,age
                w,yes,1.2,,1

                m,,0.8,,2
                m,no,,,3
                m,no,many,,4
                m,no,1,,5
                """);
        assertEquals(4, survey.faultsTotal());
        assertEquals(
                List.of(
                        new Fault(2, "score", "1.2", "a number from 0 to 1"),
                        new Fault(4, "label", "nothing", "a label"),
                        new Fault(5, "score", "nothing", "a number from 0 to 1"),
                        new Fault(6, "score", "many", "a number from 0 to 1")),
                survey.faults());
    }

    @Test
    void beyondFiftyTheGroupsAreCountedTogether() throws IOException {
        StringBuilder rows = new StringBuilder("sex,label,score,skipped,age\n");
        for (int group = 0; group < 53; group++) {
            rows.append("g%02d,yes,0.5,,1\n".formatted(group).repeat(group < 50 ? 3 : group - 49));
        }
        GroupTally sex = survey(rows.toString()).groups().get(0);
        assertEquals(50, sex.groups().size());
        assertEquals(3, sex.restGroups());
        assertEquals("g00", sex.groups().get(0).value());
        assertEquals(3 + 1 + 2, sex.rest().rows(), "the last of those with 3, and the two smaller ones");
        assertEquals(
                50 * 3 + 1 + 2 + 3,
                sex.groups().stream().mapToLong(GroupTally.Group::rows).sum()
                        + sex.rest().rows());
    }

    @Test
    void aColumnThatIsNotThereIsRefused() throws IOException {
        Path file = csv("a,b\n1,2\n");
        assertThrows(BadInput.class, () -> DatasetSurvey.of(file, DataFormat.CSV, COLUMNS, List.of(), Deadline.none()));
    }

    @Test
    void allLinesWithTooFewOrTooManyFieldsAreFoundAtOnce() throws IOException {
        String text = "a,b,c\n1,2,3\n4,5\n6,7,8\n9,10,11,12\n";
        CsvFaults plain = CsvFaults.of(csv(text), Deadline.none());
        List<Fault> expected = List.of(
                new Fault(3, "", "2 fields", "3, one for each column"),
                new Fault(5, "", "4 fields", "3, one for each column"));
        assertEquals(new CsvFaults(expected, 2, true), plain);
        Path packed = folder.resolve("data.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(plain, CsvFaults.of(packed, Deadline.none()));
    }

    @Test
    void whereQuotesAreWrongTheListEnds() throws IOException {
        CsvFaults faults = CsvFaults.of(csv("a,b\n1\n2,x\"y\n3\n"), Deadline.none());
        assertEquals(2, faults.total());
        assertTrue(!faults.toTheEnd());
        assertEquals(
                new Fault(3, "b", "a quote inside a field that does not start with one", ""),
                faults.faults().get(1));
    }

    @Test
    void athousandAreListedAndAllAreCounted() throws IOException {
        CsvFaults faults = CsvFaults.of(csv("a,b\n" + "1\n".repeat(1_007)), Deadline.none());
        assertEquals(1_000, faults.faults().size());
        assertEquals(1_007, faults.total());
    }

    @Test
    void aGzipBombIsStoppedByItsRealBytes() throws IOException {
        Path bomb = folder.resolve("bomb.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            out.write("a\n".getBytes(StandardCharsets.UTF_8));
            byte[] rows = "1\n".repeat(1 << 19).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) {
                out.write(rows);
            }
        }
        CsvFaults stopped = CsvFaults.of(bomb, Deadline.none());
        assertTrue(!stopped.toTheEnd());
        assertTrue(stopped.faults().get(0).found().contains("gzip bomb"), stopped::toString);
    }
}
