package org.aimass.report.entity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.aimass.shared.Bilingual;

/** What is different between two versions of a report, in the order in which the page shows it. */
public record Changes(List<Change> all) {

    /** What of a report can be different. */
    public enum Part {
        TITLE,
        SUMMARY,
        PURPOSE,
        DECISION,
        DATA,
        MISTAKES,
        NAMES,
        JUDGEMENT,
        PROCESSING,
        MODEL,
        DATASET,
        AUDIT,
        FIGURES
    }

    /**
     * One part, and its text in either version.
     *
     * @param before empty where it is no text
     * @param after empty where it is no text
     */
    public record Change(Part part, List<Bilingual> before, List<Bilingual> after) {

        public Change {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    public Changes {
        all = List.copyOf(all);
    }

    public static Changes between(ReportSnapshot before, ReportSnapshot after) {
        List<Change> changes = new ArrayList<>();
        Explanation old = before.explanation();
        Explanation now = after.explanation();
        text(changes, Part.TITLE, old.title(), now.title());
        text(changes, Part.SUMMARY, old.summary(), now.summary());
        text(changes, Part.PURPOSE, old.purpose(), now.purpose());
        text(changes, Part.DECISION, old.decision(), now.decision());
        text(changes, Part.DATA, old.data(), now.data());
        text(changes, Part.MISTAKES, old.mistakes(), now.mistakes());
        other(changes, Part.NAMES, new HashSet<>(old.names()), new HashSet<>(now.names()));
        text(changes, Part.JUDGEMENT, before.judgement(), after.judgement());
        other(changes, Part.PROCESSING, before.processing(), after.processing());
        fact(changes, Part.MODEL, before.model().version(), after.model().version());
        fact(changes, Part.DATASET, dataset(before), dataset(after));
        fact(changes, Part.AUDIT, before.method().runNumber(), after.method().runNumber());
        other(changes, Part.FIGURES, figures(before), figures(after));
        return new Changes(changes);
    }

    private static void text(List<Change> changes, Part part, Bilingual before, Bilingual after) {
        if (!before.equals(after)) {
            changes.add(new Change(part, List.of(before), List.of(after)));
        }
    }

    private static void fact(List<Change> changes, Part part, String before, String after) {
        text(changes, part, new Bilingual(before, ""), new Bilingual(after, ""));
    }

    private static void other(List<Change> changes, Part part, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(part, List.of(), List.of()));
        }
    }

    private static String dataset(ReportSnapshot report) {
        return report.dataset().name() + " " + report.dataset().version();
    }

    private static List<Object> figures(ReportSnapshot report) {
        return List.of(report.tables(), report.overall(), report.tally());
    }

    /** The names of what is different. */
    public List<String> parts() {
        return all.stream().map(change -> change.part().name()).toList();
    }
}
