package org.aimass.report.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aimass.audit.entity.Doubt;
import org.aimass.audit.entity.Severity;
import org.aimass.audit.entity.Tolerance;
import org.aimass.audit.entity.Verdict;
import org.aimass.report.entity.GroupTable;
import org.aimass.report.entity.ReportSnapshot;
import org.aimass.report.entity.ReportSnapshot.Range;
import org.aimass.report.entity.Snapshots;
import org.aimass.web.Format;
import org.aimass.web.RoomWords;
import org.junit.jupiter.api.Test;

/** What the public reads of a face verification: pairs, not people, and errors that are too rare for a hundred. */
class FaceReportTest {

    private static GroupTable table(String target, double men, double women) {
        return new GroupTable(
                "false_match_rate",
                null,
                Map.of("target_fmr", target),
                Tolerance.Scale.RATIO,
                0.5,
                List.of("sex"),
                List.of(row("m", true, men), row("w", false, women)));
    }

    private static GroupTable.Row row(String group, boolean reference, double value) {
        return new GroupTable.Row(
                List.of(group),
                reference,
                2000L,
                null,
                value,
                new Range(value / 2, value * 2, 0.95, "wilson"),
                null,
                reference ? null : 0.25,
                reference ? null : new Range(0.1, 0.4, 0.95, "katz"),
                reference ? null : value > 0.001 ? Verdict.DISPARITY_SHOWN : Verdict.INSUFFICIENT_EVIDENCE,
                reference || value > 0.001 ? null : Doubt.GROUP_TOO_SMALL,
                reference || value <= 0.001 ? null : new GroupTable.Finding("F-2026-002", Severity.HIGH),
                null);
    }

    private static ReportSnapshot faces() {
        ReportSnapshot draft = Snapshots.draft();
        ReportSnapshot.Model model = draft.model();
        return new ReportSnapshot(
                draft.format(),
                draft.number(),
                draft.publishedAt(),
                draft.organization(),
                draft.auditor(),
                new ReportSnapshot.Model(
                        model.versionId(),
                        model.name(),
                        model.version(),
                        model.sha256(),
                        "face_verification",
                        model.domain(),
                        model.licence(),
                        model.purpose()),
                draft.dataset(),
                draft.explanation(),
                draft.judgement(),
                draft.processing(),
                draft.method(),
                draft.protection(),
                new ReportSnapshot.Tally(1, 0, 1),
                List.of(
                        new ReportSnapshot.Figure(
                                "false_match_rate",
                                4000L,
                                null,
                                0.01,
                                new Range(0.007, 0.013, 0.95, "wilson"),
                                null,
                                Map.of("target_fmr", "0.01")),
                        new ReportSnapshot.Figure(
                                "false_match_rate",
                                4000L,
                                null,
                                0.001,
                                new Range(0.0004, 0.003, 0.95, "wilson"),
                                null,
                                Map.of("target_fmr", "0.001"))),
                List.of(table("0.01", 0.0175, 0.0043), table("0.001", 0.0016, 0.0005)),
                draft.edition());
    }

    private final ReportView english = new ReportView(faces(), Locale.ENGLISH);
    private final ReportView chinese = new ReportView(faces(), Locale.SIMPLIFIED_CHINESE);

    @Test
    void eachTargetIsAMeasureOfItsOwn() {
        assertEquals(
                "False match rate, threshold at a false match rate of 0.01",
                english.getFirst().getName());
        assertEquals(1, english.getOthers().size());
        assertEquals("误匹配率，误匹配率 0.001 的阈值", chinese.getOthers().get(0).getName());
        assertEquals(
                "False match rate, threshold at a false match rate of 0.001",
                english.getOverall().get(1).getName());
    }

    @Test
    void howOftenItIsWrongIsToldOfSoManyPairsThatSomeAreCounted() {
        assertEquals("How often is it wrong?", english.getFirst().getPeopleHeading());
        assertEquals(
                List.of(
                        "Of 10,000 pairs of two different people, 100 are taken for one person.",
                        "In the group “w” it is 43 of 10,000."),
                english.getFirst().getOften());
        assertEquals(List.of(), english.getFirst().getHundreds());
        assertEquals(
                List.of(
                        "Of 10,000 pairs of two different people, 10 are taken for one person.",
                        "In the group “m” it is 16 of 10,000."),
                english.getOthers().get(0).getOften());
        assertEquals(
                "每 10,000 对不同的人中，有 100 对被当作同一人。", chinese.getFirst().getOften().get(0));
    }

    @Test
    void whatIsCountedIsPairs() {
        String unsure = english.getOthers()
                .get(0)
                .rows(Verdict.INSUFFICIENT_EVIDENCE)
                .get(0)
                .getDoubt();
        assertEquals(
                "This measure counts fewer than 10 pairs of this group. More pairs of this group in the test data would"
                        + " settle it.",
                unsure);
        assertTrue(chinese.getProtection().contains("不足 10 对图像的群体不予公布"), chinese::getProtection);
    }

    /** The comparison group is no secret; pairs of a man and a woman are compared with nothing. */
    @Test
    void pairsAcrossGroupsAreShownAndNotJudged() {
        GroupTable.Row across = new GroupTable.Row(
                List.of("x"),
                false,
                2000L,
                null,
                0.001,
                new Range(0.0, 0.01, 0.95, "wilson"),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        ReportSnapshot report = faces();
        GroupTable table = report.tables().get(0);
        MetricView metric = new MetricView(
                report,
                List.of(new GroupTable(
                        table.metric(),
                        null,
                        table.at(),
                        table.scale(),
                        table.bound(),
                        table.over(),
                        List.of(table.rows().get(0), across))),
                new RoomWords("report", Locale.ENGLISH),
                new Format(Locale.ENGLISH, ZoneOffset.UTC),
                Locale.ENGLISH);
        assertEquals(
                "Shown, and not compared: pairs across two groups are not judged.",
                metric.getTables().get(0).rows().get(1).getNote());
    }

    @Test
    void rareErrorsAreShownInPercentWithTheirDigits() {
        RowView women = english.getFirst().getTables().get(0).rows().get(1);
        assertEquals("rare", english.getFirst().getValueKind());
        assertEquals("rare", english.getOverall().get(0).getKind());
        assertEquals("0.43\u202f% (0.215 to 0.86)", women.getHundred());
    }
}
