package org.aimass.report.entity;

import java.util.List;
import java.util.Map;
import org.aimass.audit.entity.Doubt;
import org.aimass.audit.entity.Severity;
import org.aimass.audit.entity.Tolerance;
import org.aimass.audit.entity.Verdict;
import org.aimass.report.entity.ReportSnapshot.Range;
import org.aimass.shared.Bilingual;

/** A snapshot in which every sort of row occurs and every figure differs. */
public final class Snapshots {

    private Snapshots() {}

    private static Bilingual text(String en, String zh) {
        return new Bilingual(en, zh);
    }

    public static Explanation explanation() {
        return new Explanation(
                text("Rent support pre-check", "租房补助预审模型"),
                text("Sorts applications. Case workers decide.", "对申请进行分流。"),
                text("It estimates whether you are entitled.", ""),
                text("A case worker decides.", "由工作人员决定。"),
                text("Income & rent <b>only</b>.", "收入和租金。"),
                text("You wait three weeks longer.", "大约多等三周。"),
                List.of(
                        new Explanation.Name("entitled", "1", text("entitled people", "符合条件的人")),
                        new Explanation.Name("age", null, text("age", "年龄")),
                        new Explanation.Name("age", "18 to 29", text("18 to 29", "18 至 29 岁"))));
    }

    /** Another summary, and everything else as it was. */
    public static Explanation explanation(String summary) {
        Explanation old = explanation();
        return new Explanation(
                old.title(),
                text(summary, "对申请进行分流。"),
                old.purpose(),
                old.decision(),
                old.data(),
                old.mistakes(),
                old.names());
    }

    /** A draft: young people have a finding, one small group is hidden. */
    public static ReportSnapshot draft() {
        return draft(explanation(), "7f1c1f6e-3c3b-4a43-9a53-6b1f2f8f5a02", "2026-0311");
    }

    /** The same with other texts, of another audit. */
    public static ReportSnapshot draft(Explanation explanation, String runId, String runNumber) {
        return new ReportSnapshot(
                ReportSnapshot.FORMAT,
                "",
                "",
                new ReportSnapshot.Party("social-affairs", text("Ministry of Social Affairs", "社会事务部")),
                new ReportSnapshot.Party("audit-office", text("Northmere Audit Office", "北湖审计署")),
                new ReportSnapshot.Model(
                        "7f1c1f6e-3c3b-4a43-9a53-6b1f2f8f5a01",
                        "Rent support pre-check",
                        "3.0",
                        "ab".repeat(32),
                        "binary_classification",
                        "public_benefits",
                        "MIT",
                        "To sort applications"),
                new ReportSnapshot.Dataset(
                        "Applications", 2, "cd".repeat(32), "csv", text("Ministry of Social Affairs", "社会事务部"), 10200),
                explanation,
                text("Young people are missed more often.", "年轻人更常被漏判。"),
                List.of(new ReportSnapshot.Processing(
                        text("To sort applications", "分流申请"),
                        text("Rent Support Act", "《租房补助法》"),
                        text("Income", "收入"),
                        text("Nobody", "无"),
                        text("5 years", "5 年"),
                        false,
                        "help@example.org")),
                new ReportSnapshot.Method(
                        runId,
                        runNumber,
                        "2026-11-02T09:58:07Z",
                        new ReportSnapshot.Policy(
                                "public-benefits",
                                "1.0",
                                text("Public benefits", "公共福利"),
                                text("Whoever is missed loses it.", "漏判者会失去。"),
                                "AI Mass",
                                "ef".repeat(32),
                                10),
                        new ReportSnapshot.Labels("entitled", "1", "1", 0.5),
                        0.95,
                        Map.of("seed", 7),
                        "01".repeat(32),
                        Map.of("version", "1.0.0", "threads", 2),
                        false),
                new ReportSnapshot.Protection(10, 10, 0.001, 1),
                new ReportSnapshot.Tally(1, 0, 2),
                List.of(
                        new ReportSnapshot.Figure(
                                "false_negative_rate", 5120L, null, 0.108, new Range(0.1, 0.117, 0.95, "wilson"), null),
                        new ReportSnapshot.Figure(
                                "roc_auc", null, null, 0.955, new Range(0.952, 0.958, 0.95, "delong"), null),
                        new ReportSnapshot.Figure("precision", null, null, null, null, "no predicted positives")),
                List.of(new GroupTable(
                        "false_negative_rate", null, Tolerance.Scale.DIFFERENCE, 0.05, List.of("age"), rows())),
                null);
    }

    private static List<GroupTable.Row> rows() {
        return List.of(
                new GroupTable.Row(
                        List.of("18 to 29"),
                        false,
                        2310L,
                        null,
                        0.174,
                        new Range(0.159, 0.19, 0.95, "wilson"),
                        null,
                        0.086,
                        new Range(0.068, 0.104, 0.95, "newcombe"),
                        Verdict.DISPARITY_SHOWN,
                        null,
                        new GroupTable.Finding("F-2026-001", Severity.HIGH),
                        null),
                new GroupTable.Row(
                        List.of("30 to 44"),
                        true,
                        2600L,
                        null,
                        0.088,
                        new Range(0.08, 0.1, 0.95, "wilson"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                new GroupTable.Row(
                        List.of("65 and over"),
                        false,
                        210L,
                        null,
                        0.138,
                        new Range(0.097, 0.19, 0.95, "wilson"),
                        null,
                        0.05,
                        new Range(0.009, 0.104, 0.95, "newcombe"),
                        Verdict.INSUFFICIENT_EVIDENCE,
                        Doubt.ACROSS_THE_EDGE,
                        null,
                        null),
                new GroupTable.Row(
                        List.of("not stated"),
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Verdict.INSUFFICIENT_EVIDENCE,
                        Doubt.GROUP_TOO_SMALL,
                        null,
                        HiddenReason.SMALL));
    }
}
